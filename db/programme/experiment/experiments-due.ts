import { and, asc, eq, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { addDays } from '#shared/kernel/day/days.ts';
import { OBLIGATION_DAYS } from '#shared/obligations.ts';
import { addMonths, dueDay, monthOf } from '#shared/programme/experiment/log.ts';
import { DUE_MAX, type DueAsking, due } from '../../people/due.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { experimentLogs, experimentMilestones } from './follow-up-schema.ts';
import { experimentComments } from './result-schema.ts';
import { experimentOrganisations, experiments, experimentTeam } from './schema.ts';

/**
 * [EX13] Of a row of `experiment`: this person is expected to keep it up: named in the team and still of the organisation they were named
 * for; where nobody is, of the city that leads.
 */
export function isExpectedOf({ userId, organisationId }: DueAsking): SQL {
  // From the person to their experiments, by its indexes: asked of every experiment, the country would be looked through.
  return sql`${experiments.id} in (
    select named.experiment_id from ${experimentTeam} as named
      where named.user_id = ${userId} and named.organisation_id is not distinct from ${organisationId}::text
    union all
    select leader.experiment_id from ${experimentOrganisations} as leader
      where leader.is_lead and leader.organisation_id = ${organisationId}::text
        and not exists (select from ${experimentTeam} as other where other.experiment_id = leader.experiment_id))`;
}

const isRunning = eq(experiments.state, 'running');

/** [EX12] Of running experiments: the months that they write by then and have not written. */
function unwritten(months: readonly string[]) {
  const asked = sql.join(
    months.map((month) => sql`(${month}::text, ${dueDay(month)}::date)`),
    sql`, `,
  );
  const from = sql`(values ${asked}) as asked (month, due_on)`;
  const isUnwritten = sql`${experiments.startsOn} < (asked.month || '-01')::date + interval '1 month'
    and (${experiments.endsOn} is null or ${experiments.endsOn} >= (asked.month || '-01')::date)
    and not exists (select from ${experimentLogs} as written where written.experiment_id = ${experiments.id}
      and written.month = asked.month)`;
  return { from, isUnwritten, id: sql<string>`${experiments.id} || '/' || asked.month` };
}

/** [EX11] The month that runs, and the one before as long as the team writes it. */
export function logsDue(asking: DueAsking) {
  const { db, today } = asking;
  const month = monthOf(today);
  const { from, isUnwritten, id } = unwritten([addMonths(month, -1), month]);
  return db
    .select(due('log', { id, title: experiments.title, day: sql`asked.due_on` }))
    .from(experiments)
    .innerJoin(from, sql`true`)
    .where(and(isRunning, isExpectedOf(asking), isUnwritten))
    .orderBy(sql`asked.due_on`, asc(experiments.id))
    .limit(DUE_MAX);
}

/** [EX12] For whoever coordinates: last month’s logs that nobody wrote. */
export function missingLogsDue({ db, platformRole, today }: DueAsking) {
  if (!canOnPlatform(platformRole, 'programme.coordinate')) return null;
  const { from, isUnwritten, id } = unwritten([addMonths(monthOf(today), -1)]);
  return db
    .select(
      due('missingLog', { id, title: experiments.title, place: organisations.name, day: sql`asked.due_on` }),
    )
    .from(experiments)
    .innerJoin(from, sql`true`)
    .innerJoin(
      experimentOrganisations,
      and(eq(experimentOrganisations.experimentId, experiments.id), eq(experimentOrganisations.isLead, true)),
    )
    .innerJoin(organisations, eq(organisations.id, experimentOrganisations.organisationId))
    .where(and(isRunning, isUnwritten))
    .orderBy(asc(organisations.name), asc(experiments.id))
    .limit(DUE_MAX);
}

/** [EX19] Questions on the log or the evaluation that nobody of the team has answered since. */
export function questionsDue(asking: DueAsking) {
  const { db } = asking;
  const { subject, writtenBy, writtenAt, text, removedAt } = experimentComments;
  const isOfTeam = (person: string) =>
    sql.raw(`exists (select from experiment_organisation city
    join "user" member on member.organisation_id = city.organisation_id
    where city.experiment_id = "experiment"."id" and member.id = ${person})
    or exists (select from experiment_team team where team.experiment_id = "experiment"."id" and team.user_id = ${person})`);
  const isAnswered = sql`exists (select from ${experimentComments} as answer where answer.experiment_id = ${experiments.id}
    and answer.subject = ${subject} and answer.removed_at is null and answer.written_at > ${writtenAt}
    and (${isOfTeam('answer.written_by')}))`;
  return db
    .selectDistinctOn(
      [experiments.id, subject],
      due('question', {
        id: sql<string>`${experiments.id} || '/' || ${subject}`,
        parentId: experiments.id,
        title: experiments.title,
        by: users.name,
      }),
    )
    .from(experimentComments)
    .innerJoin(experiments, eq(experiments.id, experimentComments.experimentId))
    .innerJoin(users, eq(users.id, writtenBy))
    .where(
      and(
        isNull(removedAt),
        sql`position('?' in ${text}) > 0`,
        isExpectedOf(asking),
        inArray(experiments.state, ['running', 'suspended']),
        sql`not (${isOfTeam('"experiment_comment"."written_by"')})`,
        sql`not ${isAnswered}`,
      ),
    )
    .orderBy(asc(experiments.id), asc(subject), asc(writtenAt))
    .limit(DUE_MAX);
}

/** [EX8] Milestones that are near or past, and not reached. */
export function milestonesDue(asking: DueAsking) {
  const { db, today } = asking;
  const { id, title, plannedTo, doneOn, removedAt } = experimentMilestones;
  return db
    .select(
      due('milestone', { id, title, parentId: experiments.id, place: experiments.title, day: plannedTo }),
    )
    .from(experimentMilestones)
    .innerJoin(experiments, eq(experiments.id, experimentMilestones.experimentId))
    .where(
      and(
        isExpectedOf(asking),
        or(isRunning, eq(experiments.state, 'suspended')),
        isNull(removedAt),
        isNull(doneOn),
        lte(plannedTo, addDays(today, OBLIGATION_DAYS.prepare)),
      ),
    )
    .orderBy(asc(plannedTo), asc(id))
    .limit(DUE_MAX);
}
