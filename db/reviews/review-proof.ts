import { and, asc, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import type { SigningBasis } from '#shared/people/organisation/signatory.ts';
import { type ReviewAnswer, type ReviewOutcome, standingAnswers } from '#shared/reviews/review.ts';
import { recordAudit } from '../kernel/audit/audit.ts';
import type { Db } from '../kernel/client.ts';
import type { Tx } from '../kernel/transaction.ts';
import { listRoundsWhere } from './review-lists.ts';
import { exactTexts, reviewRounds, signedFiles } from './schema.ts';

/** What the public is told of a round that was held: organisations and answers, no person, no reason and nothing of the text. */
export interface PublicRound {
  readonly submittedAt: Date;
  readonly closedAt: Date;
  readonly outcome: ReviewOutcome;
  readonly quorum: number;
  readonly answers: readonly {
    readonly organisation: string;
    readonly answer: ReviewAnswer | null;
    readonly at: Date | null;
    /** [O9] Of an answer that was given: null before there were signatories. */
    readonly basis: SigningBasis | null;
  }[];
}

/** What a fingerprint proves. */
export interface Verification {
  /** Of the exact text; the one that was asked for may be that of a file. */
  readonly sha256: string;
  /** The format of the file that was asked for; null when it was the text. */
  readonly format: string | null;
  readonly rounds: readonly PublicRound[];
  /** The files in which the text left with its approvals, the last first. */
  readonly files: readonly { readonly sha256: string; readonly format: string; readonly madeAt: Date }[];
}

/** A page that listed more would help nobody; the files of one text are the same bytes again and again. */
const FILES_MAX = 400;

/** [RV13] What was signed under this fingerprint, of a text or of a file that left; null when nothing was, or not to its end. For anybody. */
export async function findVerification(db: Db, sha256: string): Promise<Verification | null> {
  const [file] = await db
    .select({ format: signedFiles.format, text: exactTexts.sha256 })
    .from(signedFiles)
    .innerJoin(reviewRounds, eq(reviewRounds.id, signedFiles.roundId))
    .innerJoin(exactTexts, eq(exactTexts.id, reviewRounds.exactTextId))
    .where(eq(signedFiles.sha256, sha256))
    .limit(1);
  const text = file?.text ?? sha256;
  const rounds = await listRoundsWhere(db, and(eq(exactTexts.sha256, text), isNotNull(reviewRounds.outcome)));
  if (rounds.length === 0) return null;
  const files = await db
    .select({ sha256: signedFiles.sha256, format: signedFiles.format, madeAt: signedFiles.madeAt })
    .from(signedFiles)
    .where(
      inArray(
        signedFiles.roundId,
        rounds.map(({ id }) => id),
      ),
    )
    .orderBy(desc(signedFiles.madeAt), asc(signedFiles.sha256))
    .limit(FILES_MAX);
  return {
    sha256: text,
    format: file?.format ?? null,
    rounds: rounds.flatMap(({ closedAt, outcome, quorum, text: { submittedAt }, ...round }) =>
      closedAt && outcome
        ? [
            {
              submittedAt,
              closedAt,
              outcome,
              quorum,
              answers: standingAnswers(round).map(({ organisation, answer }) => ({
                organisation: organisation.name,
                answer: answer?.answer ?? null,
                at: answer?.at ?? null,
                basis: answer?.basis ?? null,
              })),
            },
          ]
        : [],
    ),
    files,
  };
}

/** [RV12] [RV10] Notes the bytes in which a signed text leaves, and its line of the trail; the same bytes again once. */
export async function keepSignedFile(
  tx: Tx,
  {
    by,
    ...file
  }: {
    readonly roundId: string;
    readonly sha256: string;
    readonly format: string;
    readonly madeAt: Date;
    readonly by: string;
  },
): Promise<void> {
  const noted = await tx.insert(signedFiles).values(file).onConflictDoNothing().returning();
  if (noted.length === 0) return;
  const { roundId, sha256, format, madeAt: now } = file;
  const [signed] = await tx
    .select({ id: exactTexts.documentId, name: exactTexts.title })
    .from(reviewRounds)
    .innerJoin(exactTexts, eq(exactTexts.id, reviewRounds.exactTextId))
    .where(eq(reviewRounds.id, roundId));
  if (!signed) throw new Error(`round ${roundId} has no text`);
  await recordAudit(tx, {
    actorId: by,
    action: 'review.fileLeft',
    subject: { kind: 'document', ...signed },
    payload: { round: roundId, sha256, format },
    now,
  });
}
