import { asc, desc, eq, inArray, type SQL } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import type { AnswerLine, ReviewOutcome, RoundState } from '#shared/reviews/review.ts';
import { type DocumentForMember, findDocumentForMember } from '../documents/documents.ts';
import type { Reader } from '../documents/listed-documents.ts';
import type { Db } from '../kernel/client.ts';
import type { Tx } from '../kernel/transaction.ts';
import { exactTexts, reviewAnswers, reviewOrganisations, reviewRounds } from './schema.ts';

/** A round with everything that was asked and answered. Accounts are ids: names are today's. */
export interface FoundRound extends RoundState {
  readonly id: string;
  readonly documentId: string;
  readonly number: number;
  readonly questions: readonly string[];
  readonly openedBy: string;
  readonly openedAt: Date;
  readonly outcome: ReviewOutcome | null;
  readonly withdrawnFor: string | null;
  readonly text: {
    readonly title: string;
    readonly seq: number;
    readonly sha256: string;
    readonly submittedAt: Date;
  };
  readonly answers: readonly (AnswerLine & { readonly by: string })[];
}

/** [RV4] The round under this id and its document, for whoever reads the document; null for all others, as without one. */
export async function findRoundForMember(
  db: Db,
  { roundId, ...reader }: Reader & { roundId: string },
): Promise<{ round: FoundRound; document: DocumentForMember } | null> {
  const [round] = await listRoundsWhere(db, eq(reviewRounds.id, roundId));
  const document = round && (await findDocumentForMember(db, { documentId: round.documentId, ...reader }));
  return document ? { round, document } : null;
}

/** The round under this id, as whatever changed it left it; or null. */
export async function findRound(tx: Tx, roundId: string): Promise<FoundRound | null> {
  const [found] = await listRoundsWhere(tx, eq(reviewRounds.id, roundId));
  return found ?? null;
}

/** [RV9] The rounds of a document, the last first. */
export function listRounds(db: Db, documentId: Readable<'document'>): Promise<FoundRound[]> {
  return listRoundsWhere(db, eq(reviewRounds.documentId, documentId));
}

/** The same, for what is written by what they came to. */
export function roundsIn(tx: Tx, documentId: string): Promise<FoundRound[]> {
  return listRoundsWhere(tx, eq(reviewRounds.documentId, documentId));
}

/** The rounds that these conditions name, the last of each document first. */
export async function listRoundsWhere(
  db: Db,
  condition: SQL | undefined,
  limit = MOST,
): Promise<FoundRound[]> {
  const rows = await db
    .select({
      round: reviewRounds,
      text: {
        title: exactTexts.title,
        seq: exactTexts.seq,
        sha256: exactTexts.sha256,
        submittedAt: exactTexts.submittedAt,
      },
    })
    .from(reviewRounds)
    .innerJoin(exactTexts, eq(exactTexts.id, reviewRounds.exactTextId))
    .where(condition)
    .orderBy(desc(reviewRounds.openedAt), desc(reviewRounds.number))
    .limit(limit);
  if (rows.length === 0) return [];
  const ids = rows.map(({ round }) => round.id);
  const asked = await db
    .select()
    .from(reviewOrganisations)
    .where(inArray(reviewOrganisations.roundId, ids))
    .orderBy(asc(reviewOrganisations.name), asc(reviewOrganisations.organisationId));
  const answers = await db
    .select()
    .from(reviewAnswers)
    .where(inArray(reviewAnswers.roundId, ids))
    .orderBy(asc(reviewAnswers.number));
  return rows.map(({ round: { exactTextId: _, ...round }, text }) => ({
    ...round,
    text,
    asked: asked
      .filter(({ roundId }) => roundId === round.id)
      .map(({ organisationId: id, name }) => ({ id, name })),
    answers: answers
      .filter(({ roundId }) => roundId === round.id)
      .map(({ roundId: _, sha256: __, answeredBy: by, ...line }) => ({ ...line, by })),
  }));
}

/** A page that listed more would help nobody. */
const MOST = 200;
