import { and, eq, isNull } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { AssessmentError } from '#shared/programme/assessment/assessment-errors.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import { fingerprint } from '../../kernel/audit/fingerprint.ts';
import type { Db } from '../../kernel/client.ts';
import { type AssessmentReader, findAssessmentPerson, holdAssessment } from './assessment-access.ts';
import { loadFacts } from './assessment-facts.ts';
import { subjectOf } from './assessments.ts';
import { recusals } from './schema.ts';

type Refusal = 'access.notFound' | 'access.forbidden' | AssessmentError;

const REASON_MAX = 1_000;

/** [AS3] Says that one is too near to an application. Refused: 'access.notFound', 'access.forbidden' (an expert), 'assessment.reasonMissing', 'assessment.textTooLong', 'assessment.decided'. */
export function declareRecusal(
  db: Db,
  {
    reason,
    recusalId,
    ...change
  }: AssessmentReader & { applicationId: string; reason: string; recusalId: string },
): Promise<Result<void, Refusal>> {
  return db.transaction(async (tx) => {
    const reached = await holdAssessment(tx, change);
    if (!reached) return fail('access.notFound');
    const { facts, access } = reached;
    if (!access.mayMark && !access.mayManage) return fail('access.forbidden');
    if (facts.announced) return fail('assessment.decided');
    const said = reason.trim();
    if (said === '') return fail('assessment.reasonMissing');
    if (said.length > REASON_MAX) return fail('assessment.textTooLong');
    await tx.insert(recusals).values({
      id: recusalId,
      applicationId: facts.id,
      userId: change.userId,
      reason: said,
      declaredBy: change.userId,
      declaredAt: change.now,
    });
    await recordAudit(tx, {
      actorId: change.userId,
      action: 'assessment.recused',
      subject: subjectOf(facts),
      payload: { recusalId, sha256: fingerprint(said) },
      now: change.now,
    });
    return ok();
  });
}

/** [AS3] Takes a declared recusal back, when it was a mistake: a coordinator, never one's own. Refused: 'access.notFound', 'access.forbidden', 'assessment.recusalNotFound'. */
export function liftRecusal(
  db: Db,
  { recusalId, ...change }: AssessmentReader & { applicationId: string; recusalId: string },
): Promise<Result<void, Refusal>> {
  return db.transaction(async (tx) => {
    const reached = await holdAssessment(tx, change);
    if (!reached) return fail('access.notFound');
    if (!reached.access.mayManage) return fail('access.forbidden');
    const lifted = await tx
      .update(recusals)
      .set({ liftedAt: change.now, liftedBy: change.userId })
      .where(
        and(
          eq(recusals.id, recusalId),
          eq(recusals.applicationId, change.applicationId),
          isNull(recusals.liftedAt),
        ),
      )
      .returning({ userId: recusals.userId });
    if (lifted.length === 0) return fail('assessment.recusalNotFound');
    await recordAudit(tx, {
      actorId: change.userId,
      action: 'assessment.recusalLifted',
      subject: subjectOf(reached.facts),
      payload: { recusalId },
      now: change.now,
    });
    return ok();
  });
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
