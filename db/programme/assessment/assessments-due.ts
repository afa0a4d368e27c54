import { and, asc, count, eq, isNull, sql } from 'drizzle-orm';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { ASSESSORS_MIN } from '#shared/programme/assessment/balance.ts';
import { DUE_MAX, type DueAsking, due } from '../../people/due.ts';
import { users } from '../../people/person/schema.ts';
import { sideOnRow } from '../application/application-rights.ts';
import { applications } from '../application/schema.ts';
import { calls } from '../call/schema.ts';
import { assessments, committees, expertOpinions } from './schema.ts';

/** Of a row of `application` and its call: the call is over, and nothing was announced. */
const isBeingAssessed = (now: Date) => sql`${applications.status} = 'submitted'
  and ${calls.closesAt} + make_interval(mins => ${calls.toleranceMinutes}) <= ${now.toISOString()}::timestamptz
  and not exists (select from announced_decision as announced where announced.application_id = ${applications.id})`;

/** [AS3] */
const isRecused = sql`exists (select from assessment_recusal as refused where refused.application_id = ${applications.id}
  and refused.user_id = ${users.id} and refused.lifted_at is null)`;

/** [AS1] Applications that they were given and have not marked as they were last submitted, a line a call. */
export function assessmentsDue({ db, userId, platformRole, now }: DueAsking) {
  if (!canOnPlatform(platformRole, 'application.assess')) return null;
  const isGiven = sql`exists (select from assessment_giving as given where given.assessment_id = ${assessments.id}
    and given.submission_rank = (select max(last.rank) from application_submission as last where last.application_id = ${applications.id}))`;
  return db
    .select(due('assess', { id: calls.id, title: calls.title, count: count(), day: committees.assessUntil }))
    .from(assessments)
    .innerJoin(applications, eq(applications.id, assessments.applicationId))
    .innerJoin(calls, eq(calls.id, applications.callId))
    .leftJoin(committees, eq(committees.callId, calls.id))
    .innerJoin(users, eq(users.id, userId))
    .where(
      and(
        eq(assessments.userId, userId),
        isNull(assessments.removedAt),
        isBeingAssessed(now),
        isNull(sideOnRow),
        sql`not ${isRecused}`,
        sql`not ${isGiven}`,
      ),
    )
    .groupBy(calls.id, committees.callId)
    .orderBy(asc(committees.assessUntil), asc(calls.id))
    .limit(DUE_MAX);
}

/** Applications about which they were asked as an expert. */
export function opinionsDue({ db, userId, now }: DueAsking) {
  const asker = sql<
    string | null
  >`(select asker.name from "user" as asker where asker.id = ${expertOpinions.askedBy})`;
  return db
    .select(
      due('opinion', {
        id: applications.id,
        title: applications.title,
        place: calls.title,
        by: asker,
        day: committees.assessUntil,
      }),
    )
    .from(expertOpinions)
    .innerJoin(applications, eq(applications.id, expertOpinions.applicationId))
    .innerJoin(calls, eq(calls.id, applications.callId))
    .leftJoin(committees, eq(committees.callId, calls.id))
    .where(
      and(
        eq(expertOpinions.userId, userId),
        isNull(expertOpinions.withdrawnAt),
        isNull(expertOpinions.answeredAt),
        isBeingAssessed(now),
      ),
    )
    .orderBy(asc(expertOpinions.askedAt), asc(applications.id))
    .limit(DUE_MAX);
}

/** [AS4] For whoever gives applications to assessors: those that too few have, a line a call. */
export function assignmentsDue({ db, platformRole, now }: DueAsking) {
  if (!canOnPlatform(platformRole, 'assessment.manage')) return null;
  const active = sql`(select count(*) from assessment as active where active.application_id = ${applications.id} and active.removed_at is null)`;
  return db
    .select(due('assign', { id: calls.id, title: calls.title, count: count(), day: committees.assessUntil }))
    .from(applications)
    .innerJoin(calls, eq(calls.id, applications.callId))
    .leftJoin(committees, eq(committees.callId, calls.id))
    .where(and(isBeingAssessed(now), sql`${active} < ${ASSESSORS_MIN}`))
    .groupBy(calls.id, committees.callId)
    .orderBy(asc(calls.closesAt), asc(calls.id))
    .limit(DUE_MAX);
}
