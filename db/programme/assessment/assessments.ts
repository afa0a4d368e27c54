import { and, eq, isNull, sql } from 'drizzle-orm';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { proposePairings } from '#shared/programme/assessment/balance.ts';
import { checkMarks, type MarkError, type Marks } from '#shared/programme/assessment/marks.ts';
import { type AssessmentPerson, activeAssessors, recusalOf } from '#shared/programme/assessment/standing.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import { fingerprint } from '../../kernel/audit/fingerprint.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { organisationBadge } from '../../people/organisation/organisations.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { calls } from '../call/schema.ts';
import { type AssessmentChange, findAssessmentPerson } from './assessment-access.ts';
import { type ApplicationFacts, loadFacts } from './assessment-facts.ts';
import { assessmentGivings, assessments } from './schema.ts';

export const subjectOf = ({ id, title, number }: Pick<ApplicationFacts, 'id' | 'title' | 'number'>) => ({
  kind: 'application' as const,
  id,
  name: `${number} ${title}`.trim(),
});

/** People who may be given applications, by name. */
export async function listPossibleAssessors(db: Db) {
  const rows = await db
    .select({
      userId: users.id,
      name: users.name,
      platformRole: users.platformRole,
      organisation: organisationBadge,
    })
    .from(users)
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .where(and(sql`${users.suspendedAt} is null`, sql`${users.platformRole} <> 'member'`))
    .orderBy(users.name, users.id);
  return rows.filter(({ platformRole }) => canOnPlatform(platformRole, 'application.assess'));
}

/** [AS1] [AS3] Gives an application to an assessor. */
export async function assignAssessor(
  tx: Tx,
  {
    facts,
    assessorId,
    assessmentId,
    userId: by,
    now,
  }: AssessmentChange & {
    assessorId: string;
    assessmentId: string;
  },
): Promise<
  Result<
    void,
    | 'assessment.decided'
    | 'assessment.assessorInvalid'
    | 'assessment.recusedAssessor'
    | 'assessment.assessorTwice'
  >
> {
  if (facts.announced) return fail('assessment.decided');
  const assessor = await findAssessmentPerson(tx, assessorId);
  if (!assessor || !canOnPlatform(assessor.platformRole, 'application.assess'))
    return fail('assessment.assessorInvalid');
  if (recusalOf(assessor, facts)) return fail('assessment.recusedAssessor');
  if (facts.expertIds.includes(assessorId)) return fail('assessment.assessorInvalid');
  if (facts.assessors.some(({ userId, removedAt }) => userId === assessorId && !removedAt))
    return fail('assessment.assessorTwice');
  await assign(tx, { assessorId, assessmentId, facts, by, now });
  return ok();
}

async function assign(
  tx: Tx,
  {
    assessorId,
    assessmentId,
    facts,
    by,
    now,
  }: { assessorId: string; assessmentId: string; facts: ApplicationFacts; by: string; now: Date },
): Promise<void> {
  const set = { assignedBy: by, assignedAt: now, removedAt: null, removedBy: null };
  await tx
    .insert(assessments)
    .values({ id: assessmentId, applicationId: facts.id, userId: assessorId, ...set })
    .onConflictDoUpdate({ target: [assessments.applicationId, assessments.userId], set });
  await recordAudit(tx, {
    actorId: by,
    action: 'assessment.assigned',
    subject: subjectOf(facts),
    payload: { assessorId },
    now,
  });
}

/** [AS4] Takes an application from an assessor. */
export async function removeAssessor(
  tx: Tx,
  { facts, assessorId, userId, now }: AssessmentChange & { assessorId: string },
): Promise<Result<void, 'assessment.decided'>> {
  if (facts.announced) return fail('assessment.decided');
  const removed = await tx
    .update(assessments)
    .set({ removedAt: now, removedBy: userId })
    .where(
      and(
        eq(assessments.applicationId, facts.id),
        eq(assessments.userId, assessorId),
        isNull(assessments.removedAt),
      ),
    )
    .returning({ id: assessments.id });
  if (removed.length === 0) return ok();
  await recordAudit(tx, {
    actorId: userId,
    action: 'assessment.unassigned',
    subject: subjectOf(facts),
    payload: { assessorId },
    now,
  });
  return ok();
}

/** [AS2] Completes every application of a call to two assessors; how many were given. A coordinator who is recused gives that application to nobody. */
export async function balanceAssessors(
  tx: Tx,
  { callId, chair, now, newId }: { callId: string; chair: AssessmentPerson; now: Date; newId: () => string },
): Promise<Result<number, 'assessment.callOpen' | 'assessment.tooFew'>> {
  await tx.select({ id: calls.id }).from(calls).where(eq(calls.id, callId)).for('update');
  const all = await loadFacts(tx, { callId }, now);
  if (all.some(({ call }) => !call.isClosed)) return fail('assessment.callOpen');
  const open = all.filter(
    (facts) => !facts.announced && facts.status !== 'withdrawn' && recusalOf(chair, facts) === null,
  );
  const assessors = await listPossibleAssessors(tx);
  const loadOf = (id: string) =>
    all.filter((facts) => activeAssessors(facts).some((one) => one.userId === id)).length;
  const pairings = proposePairings(
    open.map((facts) => ({
      id: facts.id,
      assessorIds: activeAssessors(facts).map((one) => one.userId),
      recusedIds: [
        ...assessors.flatMap((one) => (recusalOf(one, facts) ? [one.userId] : [])),
        ...facts.expertIds,
      ],
    })),
    assessors.map((one) => ({
      id: one.userId,
      organisationId: one.organisation?.id ?? null,
      load: loadOf(one.userId),
    })),
  );
  for (const { applicationId, userId: assessorId } of pairings) {
    const facts = open.find(({ id }) => id === applicationId);
    if (facts) await assign(tx, { assessorId, assessmentId: newId(), facts, by: chair.userId, now });
  }
  const isShort = open.some(
    (facts) =>
      activeAssessors(facts).length +
        pairings.filter(({ applicationId }) => applicationId === facts.id).length <
      2,
  );
  if (pairings.length === 0 && isShort) return fail('assessment.tooFew');
  return ok(pairings.length);
}

/** [AS6] [AS7] Keeps what an assessor is writing. */
export async function saveDraft(
  tx: Tx,
  { facts, marks, privateNotes, userId, now }: AssessmentChange & { marks: Marks; privateNotes: string },
): Promise<Result<void, 'assessment.decided'>> {
  if (facts.announced) return fail('assessment.decided');
  await tx
    .update(assessments)
    .set({ draft: marks, privateNotes, draftSavedAt: now })
    .where(and(eq(assessments.applicationId, facts.id), eq(assessments.userId, userId)));
  return ok();
}

/** [AS6] Gives one's marks, or gives them again; what is wrong with them is refused by control. */
export async function giveMarks(
  tx: Tx,
  { facts, marks, userId, now }: AssessmentChange & { marks: Marks },
): Promise<Result<void, 'assessment.decided' | MarkError>> {
  if (facts.announced) return fail('assessment.decided');
  const checked = checkMarks(marks, facts.call.criteria);
  if (!checked.ok) return checked;
  const own = facts.assessors.find((assessor) => assessor.userId === userId);
  if (!own) throw new Error('marks of nobody who assesses');
  const [last] = await tx
    .select({ rank: sql<number>`coalesce(max(${assessmentGivings.rank}), 0)`.mapWith(Number) })
    .from(assessmentGivings)
    .where(eq(assessmentGivings.assessmentId, own.assessmentId));
  const rank = (last?.rank ?? 0) + 1;
  const { submissionRank } = facts;
  const giving = { assessmentId: own.assessmentId, rank, marks, submissionRank, givenAt: now };
  await tx.insert(assessmentGivings).values(giving);
  await recordAudit(tx, {
    actorId: userId,
    action: rank === 1 ? 'assessment.marksGiven' : 'assessment.marksChanged',
    subject: subjectOf(facts),
    // Not to be read in the trail before it is announced.
    payload: {
      assessment: own.assessmentId,
      rank,
      submission: submissionRank,
      sha256: fingerprint(marks),
    },
    now,
  });
  return ok();
}
