import { and, eq, isNull } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import { fingerprint } from '../../kernel/audit/fingerprint.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { type AssessmentChange, type AssessmentReader, findAssessmentPerson } from './assessment-access.ts';
import { loadFacts } from './assessment-facts.ts';
import { subjectOf } from './assessments.ts';
import { recusals } from './schema.ts';

/** [AS3] Says that one is too near to an application. */
export async function declareRecusal(
  tx: Tx,
  { facts, reason, recusalId, userId, now }: AssessmentChange & { reason: string; recusalId: string },
): Promise<Result<void, 'assessment.decided'>> {
  if (facts.announced) return fail('assessment.decided');
  const said = { applicationId: facts.id, userId, reason, declaredBy: userId, declaredAt: now };
  await tx.insert(recusals).values({ id: recusalId, ...said });
  await recordAudit(tx, {
    actorId: userId,
    action: 'assessment.recused',
    subject: subjectOf(facts),
    payload: { recusalId, sha256: fingerprint(reason) },
    now,
  });
  return ok();
}

/** [AS3] Takes a declared recusal back, when it was a mistake: a coordinator, never one's own. */
export async function liftRecusal(
  tx: Tx,
  { facts, recusalId, userId, now }: AssessmentChange & { recusalId: string },
): Promise<Result<void, 'assessment.recusalNotFound'>> {
  const lifted = await tx
    .update(recusals)
    .set({ liftedAt: now, liftedBy: userId })
    .where(and(eq(recusals.id, recusalId), eq(recusals.applicationId, facts.id), isNull(recusals.liftedAt)))
    .returning({ userId: recusals.userId });
  if (lifted.length === 0) return fail('assessment.recusalNotFound');
  await recordAudit(tx, {
    actorId: userId,
    action: 'assessment.recusalLifted',
    subject: subjectOf(facts),
    payload: { recusalId },
    now,
  });
  return ok();
}

/** [AS3] Which applications of a call, of those that this person was given, they are recused from: titles and numbers, nothing else. */
export async function listOwnRecusals(db: Db, { userId, now }: AssessmentReader) {
  if (!(await findAssessmentPerson(db, userId))) return [];
  const rows = await db
    .select({ applicationId: recusals.applicationId, reason: recusals.reason, at: recusals.declaredAt })
    .from(recusals)
    .where(and(eq(recusals.userId, userId), isNull(recusals.liftedAt)))
    .limit(200);
  const facts = await loadFacts(db, { ids: rows.map(({ applicationId }) => applicationId) }, now);
  return rows.flatMap(({ applicationId, reason, at }) => {
    const found = facts.find(({ id }) => id === applicationId);
    return found ? [{ id: found.id, title: found.title, number: found.number, reason, at }] : [];
  });
}
