import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import {
  checkRound,
  isRoundOpen,
  type NewRound,
  outcomeOf,
  type ReviewEnding,
  standingAnswers,
} from '#shared/reviews/review.ts';
import type { RoundError } from '#shared/reviews/review-errors.ts';
import { documents } from '../documents/schema.ts';
import { recordAudit } from '../kernel/audit/audit.ts';
import { fingerprint } from '../kernel/audit/fingerprint.ts';
import type { Db } from '../kernel/client.ts';
import type { Tx } from '../kernel/transaction.ts';
import { recordAddressed } from '../people/activity/activities.ts';
import { type FoundRound, findRound } from './review-lists.ts';
import { listSigners, organisationsOf, type Signer } from './review-signers.ts';
import { exactTexts, reviewOrganisations, reviewRounds } from './schema.ts';

/** Why a round is not opened. */
type Unopened = 'access.notFound' | 'review.alreadyOpen' | RoundError;

/** Who does something to which round, when; `activityId` is new. */
export interface RoundChange {
  readonly roundId: string;
  readonly by: string;
  readonly now: Date;
  readonly activityId: string;
}

/**
 * [RV3] Opens a round on an exact text of a document; `roundId` is new. While another is open, it takes the place of that one only when
 * `replaces` names it. The value is who may answer, to be told. Refused: 'access.notFound' (trashed, or absent),
 * 'review.alreadyOpen', and what `checkRound` says. @throws when the text was not submitted.
 */
export async function openRound(
  tx: Tx,
  {
    documentId,
    sha256,
    replaces,
    closingId,
    ...given
  }: RoundChange &
    NewRound & {
      readonly documentId: string;
      readonly sha256: string;
      readonly replaces: string | null;
      /** Names the activity of a round that ends by this one. */
      readonly closingId: string;
    },
): Promise<Result<{ number: number; signers: Signer[] }, Unopened>> {
  const { roundId: id, by, now, activityId, questions, deadline, quorum } = given;
  const document = await lockReviewed(tx, documentId);
  if (!document) return fail('access.notFound');
  const text = await findText(tx, { documentId, sha256 });
  if (!text) throw new Error(`the text ${sha256} was not submitted`);
  const signers = await listSigners(tx, { documentId, now });
  const organisations = organisationsOf(signers);
  const asked = checkRound(given, { now, canAnswer: organisations.map((organisation) => organisation.id) });
  if (!asked.ok) return asked;
  const before = await lockOpenRound(tx, documentId);
  if (before && isRoundOpen(before, now) && before.id !== replaces) return fail('review.alreadyOpen');
  const end = before && {
    ending: isRoundOpen(before, now) ? ('replaced' as const) : ('deadline' as const),
  };
  const number = (await tx.$count(reviewRounds, eq(reviewRounds.documentId, documentId))) + 1;
  if (before && end) await endRound(tx, before, { ...end, by, now, activityId: closingId });
  await tx.insert(reviewRounds).values({
    id,
    documentId,
    exactTextId: text.id,
    number,
    questions,
    deadline,
    quorum,
    openedBy: by,
    openedAt: now,
  });
  const names = organisations.filter((organisation) => asked.value.includes(organisation.id));
  await tx
    .insert(reviewOrganisations)
    .values(names.map(({ id: organisationId, name }) => ({ roundId: id, organisationId, name })));
  const told = signers.filter(({ organisation }) => asked.value.includes(organisation.id));
  await recordAddressed(tx, {
    id: activityId,
    groupId: document.groupId,
    actorId: by,
    verb: 'document.reviewOpened',
    objectId: documentId,
    title: text.title,
    details: { round: id },
    people: told.map((signer) => signer.id),
    now,
  });
  await recordAudit(tx, {
    actorId: by,
    action: 'review.opened',
    subject: { kind: 'document', id: documentId, name: text.title },
    payload: {
      round: id,
      number,
      sha256,
      textId: text.id,
      textOrigin: text.origin,
      deadline: deadline.toISOString(),
      quorum,
      questions,
      organisations: names.map(({ id: organisationId, name }) => ({ id: organisationId, name })),
    },
    now,
  });
  return ok({ number, signers: told });
}

/** [RV8] Takes an open round back, with its reason. */
export async function withdrawRound(
  tx: Tx,
  { roundId, reason, ...change }: RoundChange & { readonly reason: string },
): Promise<Result<void, 'access.notFound' | 'review.notOpen'>> {
  const round = await lockRound(tx, roundId);
  if (!round) return fail('access.notFound');
  if (!isRoundOpen(round, change.now)) return fail('review.notOpen');
  await endRound(tx, round, { ...change, ending: 'withdrawn', withdrawnFor: reason });
  return ok();
}

/** [RV6] The rounds whose deadline has come and that are not closed, the first that ended first. */
export async function listDueRounds(db: Db, now: Date): Promise<string[]> {
  const due = await db
    .select({ id: reviewRounds.id })
    .from(reviewRounds)
    .where(and(isNull(reviewRounds.closedAt), lte(reviewRounds.deadline, now)))
    .orderBy(asc(reviewRounds.deadline), asc(reviewRounds.id));
  return due.map(({ id }) => id);
}

/** [RV6] Closes a round whose deadline has come: silence is kept as silence. Null when it is closed already. */
export async function closeDueRound(
  tx: Tx,
  { roundId, now, activityId }: Omit<RoundChange, 'by'>,
): Promise<FoundRound | null> {
  const round = await lockRound(tx, roundId);
  if (!round || round.closedAt) return null;
  await endRound(tx, round, { ending: 'deadline', by: null, now, activityId });
  return findRound(tx, roundId);
}

/** The round with its row locked, so that answers, openings and closings follow one another. */
export async function lockRound(tx: Tx, roundId: string): Promise<FoundRound | null> {
  const locked = await tx
    .select({ id: reviewRounds.id })
    .from(reviewRounds)
    .where(eq(reviewRounds.id, roundId))
    .for('update');
  return locked.length > 0 ? findRound(tx, roundId) : null;
}

/** [RV6] [RV7] Ends a round whose row is locked: what its answers come to is kept, told and audited. Call it last. */
export async function endRound(
  tx: Tx,
  round: FoundRound,
  {
    ending,
    by,
    now,
    activityId,
    withdrawnFor = null,
  }: {
    ending: ReviewEnding;
    by: string | null;
    now: Date;
    activityId: string;
    withdrawnFor?: string | null;
  },
): Promise<void> {
  const { id, documentId, text, number, openedBy } = round;
  const isHeld = ending === 'allAnswered' || ending === 'deadline';
  const outcome = isHeld ? outcomeOf(round) : null;
  await tx
    .update(reviewRounds)
    .set({ closedAt: now, ending, outcome, withdrawnFor })
    .where(eq(reviewRounds.id, id));
  const [document] = await tx
    .select({ groupId: documents.groupId })
    .from(documents)
    .where(eq(documents.id, documentId));
  // What ends by itself is nobody’s doing.
  if (document && by !== null)
    await recordAddressed(tx, {
      id: activityId,
      groupId: document.groupId,
      actorId: by,
      verb: 'document.reviewClosed',
      objectId: documentId,
      title: text.title,
      details: { round: id },
      people: [openedBy],
      now,
    });
  await recordAudit(tx, {
    actorId: by,
    action: 'review.closed',
    subject: { kind: 'document', id: documentId, name: text.title },
    payload: {
      round: id,
      number,
      sha256: text.sha256,
      ending,
      outcome,
      ...(withdrawnFor !== null && { reason: withdrawnFor }),
      answers: standingAnswers(round).map(({ organisation, answer }) => ({
        organisation: organisation.id,
        // Silence is told as silence.
        answer: answer?.answer ?? null,
      })),
    },
    now,
  });
}

/** The exact text of this document that is asked about, and the fingerprint of where it comes from. */
async function findText(tx: Db, { documentId, sha256 }: { documentId: string; sha256: string }) {
  const [text] = await tx
    .select({
      id: exactTexts.id,
      title: exactTexts.title,
      origin: {
        seq: exactTexts.seq,
        submittedAt: exactTexts.submittedAt,
        submittedBy: exactTexts.submittedBy,
        writers: exactTexts.writers,
      },
    })
    .from(exactTexts)
    .where(and(eq(exactTexts.documentId, documentId), eq(exactTexts.sha256, sha256)));
  if (!text) return null;
  const { origin } = text;
  return { ...text, origin: fingerprint({ ...origin, submittedAt: origin.submittedAt.toISOString() }) };
}

/** A document with its row locked, so that its rounds are opened one after another; null when it is gone or in the trash. */
export async function lockReviewed(tx: Tx, documentId: string): Promise<{ groupId: string } | null> {
  const [document] = await tx
    .select({ groupId: documents.groupId })
    .from(documents)
    .where(and(eq(documents.id, documentId), isNull(documents.trashedAt)))
    .for('update');
  return document ?? null;
}

async function lockOpenRound(tx: Tx, documentId: string): Promise<FoundRound | null> {
  const [open] = await tx
    .select({ id: reviewRounds.id })
    .from(reviewRounds)
    .where(and(eq(reviewRounds.documentId, documentId), isNull(reviewRounds.closedAt)))
    .orderBy(sql`${reviewRounds.number} desc`)
    .limit(1);
  const round = open ? await lockRound(tx, open.id) : null;
  // Closed by another while its row was waited for.
  return round && !round.closedAt ? round : null;
}
