import { eq } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { checkAnswer, type GivenAnswer, haveAllAnswered } from '#shared/reviews/review.ts';
import type { AnswerError } from '#shared/reviews/review-errors.ts';
import { documents } from '../documents/schema.ts';
import { recordAudit } from '../kernel/audit/audit.ts';
import { fingerprint } from '../kernel/audit/fingerprint.ts';
import type { Db } from '../kernel/client.ts';
import type { Tx } from '../kernel/transaction.ts';
import { recordAddressed } from '../people/activity/activities.ts';
import { requireSignatory } from '../people/organisation/signatories.ts';
import { users } from '../people/person/schema.ts';
import { endRound, lockRound, type RoundChange } from './review-rounds.ts';
import { listSigners } from './review-signers.ts';
import { reviewAnswers } from './schema.ts';

/**
 * [RV4] [RV5] Adds an organisation's answer about the exact text of a round, and closes the round when it was the last that was asked.
 * Refused: 'access.notFound' (no such round, or its document is gone), what `checkAnswer` says, and 'signatory.unconfirmed'.
 */
export async function answerRound(
  tx: Tx,
  { closingId, ...given }: RoundChange & GivenAnswer & { readonly closingId: string },
): Promise<Result<{ isClosed: boolean }, AnswerError | 'signatory.unconfirmed' | 'access.notFound'>> {
  const { roundId, organisationId, answer, by, now, activityId } = given;
  const round = await lockRound(tx, roundId);
  const document = round && (await findDocument(tx, round.documentId));
  if (!round || !document) return fail('access.notFound');
  const { documentId, text } = round;
  const signers = await listSigners(tx, { documentId, now });
  const checked = checkAnswer(given, {
    round,
    text: text.sha256,
    ownOrganisationId: await organisationOf(tx, by),
    mayAnswer: signers.some(({ id }) => id === by),
    now,
  });
  if (!checked.ok) return checked;
  const signatory = await requireSignatory(tx, by);
  if (!signatory.ok) return signatory;
  const { basis } = signatory.value;
  const number = (round.answers.at(-1)?.number ?? 0) + 1;
  const line = { number, organisationId, answer, reason: checked.value, basis, at: now };
  await tx.insert(reviewAnswers).values({ roundId, ...line, sha256: text.sha256, answeredBy: by });
  await recordAddressed(tx, {
    id: activityId,
    groupId: document.groupId,
    actorId: by,
    verb: 'document.reviewAnswered',
    objectId: documentId,
    title: text.title,
    details: { round: roundId },
    people: [round.openedBy],
    now,
  });
  await recordAudit(tx, {
    actorId: by,
    action: 'review.answered',
    subject: { kind: 'document', id: documentId, name: text.title },
    payload: {
      round: roundId,
      number,
      sha256: text.sha256,
      organisation: organisationId,
      answer,
      reason: checked.value,
      basis: fingerprint(basis),
    },
    now,
  });
  const answered = { ...round, answers: [...round.answers, { ...line, by }] };
  const isClosed = haveAllAnswered(answered);
  if (isClosed) await endRound(tx, answered, { ending: 'allAnswered', by, now, activityId: closingId });
  return ok({ isClosed });
}

async function findDocument(tx: Db, documentId: string): Promise<{ groupId: string } | null> {
  const [document] = await tx
    .select({ groupId: documents.groupId })
    .from(documents)
    .where(eq(documents.id, documentId));
  return document ?? null;
}

async function organisationOf(tx: Db, userId: string): Promise<string | null> {
  const [person] = await tx
    .select({ organisationId: users.organisationId })
    .from(users)
    .where(eq(users.id, userId));
  return person?.organisationId ?? null;
}
