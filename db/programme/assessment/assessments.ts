import { and, eq, sql } from 'drizzle-orm';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { AssessmentError } from '#shared/programme/assessment/assessment-errors.ts';
import { proposePairings } from '#shared/programme/assessment/balance.ts';
import { faultsOfMarks, type MarkFaults, type Marks } from '#shared/programme/assessment/marks.ts';
import { activeAssessors, recusalOf } from '#shared/programme/assessment/standing.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import { fingerprint } from '../../kernel/audit/fingerprint.ts';
import type { Db } from '../../kernel/client.ts';
import { organisationBadge } from '../../people/organisation/organisations.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { calls } from '../call/schema.ts';
import {
  type AssessmentReader,
  findAssessmentPerson,
  holdAssessment,
  requireChair,
} from './assessment-access.ts';
import { type ApplicationFacts, loadFacts } from './assessment-facts.ts';
import { assessmentGivings, assessments } from './schema.ts';

type Change = AssessmentReader & { readonly applicationId: string };
type Refusal = 'access.notFound' | 'access.forbidden' | AssessmentError;

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

/**
 * [AS1] [AS3] Gives an application to an assessor. Refused: 'access.notFound', 'access.forbidden', 'assessment.assessorInvalid',
 * 'assessment.assessorTwice', 'assessment.recusedAssessor', 'assessment.decided'.
 */
export function assignAssessor(
  db: Db,
  { assessorId, assessmentId, ...change }: Change & { assessorId: string; assessmentId: string },
): Promise<Result<void, Refusal>> {
  return db.transaction(async (tx) => {
    const reached = await holdAssessment(tx, change);
    if (!reached) return fail('access.notFound');
    const { facts, access } = reached;
    if (!access.mayManage) return fail('access.forbidden');
    if (facts.announced) return fail('assessment.decided');
    const assessor = await findAssessmentPerson(tx, assessorId);
    if (!assessor || !canOnPlatform(assessor.platformRole, 'application.assess'))
      return fail('assessment.assessorInvalid');
    if (recusalOf(assessor, facts)) return fail('assessment.recusedAssessor');
    if (facts.expertIds.includes(assessorId)) return fail('assessment.assessorInvalid');
    if (facts.assessors.some(({ userId, removedAt }) => userId === assessorId && !removedAt))
      return fail('assessment.assessorTwice');
    await assign(tx, { assessorId, assessmentId, facts, by: change.userId, now: change.now });
    return ok();
  });
}

async function assign(
  tx: Db,
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

/** [AS4] Takes an application from an assessor. Refused: 'access.notFound', 'access.forbidden', 'assessment.decided'. */
export function removeAssessor(
  db: Db,
  { assessorId, ...change }: Change & { assessorId: string },
): Promise<Result<void, Refusal>> {
  return db.transaction(async (tx) => {
    const reached = await holdAssessment(tx, change);
    if (!reached) return fail('access.notFound');
    if (!reached.access.mayManage) return fail('access.forbidden');
    if (reached.facts.announced) return fail('assessment.decided');
    const removed = await tx
      .update(assessments)
      .set({ removedAt: change.now, removedBy: change.userId })
      .where(
        and(
          eq(assessments.applicationId, change.applicationId),
          eq(assessments.userId, assessorId),
          sql`${assessments.removedAt} is null`,
        ),
      )
      .returning({ id: assessments.id });
    if (removed.length === 0) return ok();
    await recordAudit(tx, {
      actorId: change.userId,
      action: 'assessment.unassigned',
      subject: subjectOf(reached.facts),
      payload: { assessorId },
      now: change.now,
    });
    return ok();
  });
}

/** [AS2] Completes every application of a call to two assessors; how many were given. Refused: 'access.notFound', 'access.forbidden', 'assessment.callOpen', 'assessment.tooFew'. */
export function balanceAssessors(
  db: Db,
  { callId, userId, now, newId }: AssessmentReader & { callId: string; newId: () => string },
): Promise<
  Result<number, 'access.notFound' | 'access.forbidden' | 'assessment.callOpen' | 'assessment.tooFew'>
> {
  return db.transaction(async (tx) => {
    const chair = await requireChair(tx, userId);
    if (!chair.ok) return chair;
    const person = chair.value;
    await tx.select({ id: calls.id }).from(calls).where(eq(calls.id, callId)).for('update');
    const all = await loadFacts(tx, { callId }, now);
    if (all.some(({ call }) => !call.isClosed)) return fail('assessment.callOpen');
    // A coordinator who is recused gives that application to nobody.
    const open = all.filter(
      (facts) => !facts.announced && facts.status !== 'withdrawn' && recusalOf(person, facts) === null,
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
      if (facts) await assign(tx, { assessorId, assessmentId: newId(), facts, by: userId, now });
    }
    const isShort = open.some(
      (facts) =>
        activeAssessors(facts).length +
          pairings.filter(({ applicationId }) => applicationId === facts.id).length <
        2,
    );
    if (pairings.length === 0 && isShort) return fail('assessment.tooFew');
    return ok(pairings.length);
  });
}

/** [AS6] [AS7] Keeps what an assessor is writing. Refused: 'access.notFound', 'access.forbidden', 'assessment.decided'. */
export function saveDraft(
  db: Db,
  { marks, privateNotes, ...change }: Change & { marks: Marks; privateNotes: string },
): Promise<Result<void, Refusal>> {
  return db.transaction(async (tx) => {
    const reached = await holdAssessment(tx, change);
    if (!reached) return fail('access.notFound');
    if (!reached.access.mayMark) return fail('access.forbidden');
    if (reached.facts.announced) return fail('assessment.decided');
    await keep(tx, change, { marks, privateNotes });
    return ok();
  });
}

async function keep(
  tx: Db,
  { applicationId, userId, now }: Change,
  { marks, privateNotes }: { marks: Marks; privateNotes: string },
): Promise<void> {
  await tx
    .update(assessments)
    .set({ draft: marks, privateNotes, draftSavedAt: now })
    .where(and(eq(assessments.applicationId, applicationId), eq(assessments.userId, userId)));
}

/**
 * [AS6] Gives one's marks, or gives them again. Refused: 'access.notFound', 'access.forbidden', 'assessment.decided',
 * 'assessment.incomplete' with what is wrong by criterion; the draft is kept all the same.
 */
export function giveMarks(
  db: Db,
  { marks, privateNotes, ...change }: Change & { marks: Marks; privateNotes: string },
): Promise<
  { readonly ok: true } | { readonly ok: false; readonly error: Refusal; readonly faults: MarkFaults }
> {
  return db.transaction(async (tx) => {
    const refusal = (error: Refusal, faults: MarkFaults = {}) => ({ ok: false as const, error, faults });
    const reached = await holdAssessment(tx, change);
    if (!reached) return refusal('access.notFound');
    const { facts, access } = reached;
    if (!access.mayMark) return refusal('access.forbidden');
    if (facts.announced) return refusal('assessment.decided');
    await keep(tx, change, { marks, privateNotes });
    const faults = faultsOfMarks(marks, facts.call.criteria);
    if (Object.keys(faults).length > 0) return refusal('assessment.incomplete', faults);
    const own = facts.assessors.find(({ userId }) => userId === change.userId);
    if (!own) return refusal('access.forbidden');
    const [last] = await tx
      .select({ rank: sql<number>`coalesce(max(${assessmentGivings.rank}), 0)`.mapWith(Number) })
      .from(assessmentGivings)
      .where(eq(assessmentGivings.assessmentId, own.assessmentId));
    const rank = (last?.rank ?? 0) + 1;
    await tx.insert(assessmentGivings).values({
      assessmentId: own.assessmentId,
      rank,
      marks,
      submissionRank: facts.submissionRank,
      givenAt: change.now,
    });
    await recordAudit(tx, {
      actorId: change.userId,
      action: rank === 1 ? 'assessment.marksGiven' : 'assessment.marksChanged',
      subject: subjectOf(facts),
      // Not to be read in the trail before it is announced.
      payload: {
        assessment: own.assessmentId,
        rank,
        submission: facts.submissionRank,
        sha256: fingerprint(marks),
      },
      now: change.now,
    });
    return { ok: true as const };
  });
}
