import { and, asc, eq, or, sql } from 'drizzle-orm';
import { canOnPlatform, type PlatformRole } from '#shared/kernel/access/access.ts';
import { addMonths, monthOf } from '#shared/programme/experiment/log.ts';
import type { ProgrammeLine } from '#shared/programme/steering/programme-line.ts';
import type { Db } from '../../kernel/client.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { experimentOrganisations, experiments } from '../experiment/schema.ts';

/** [AF5] Where the programme is, for whoever follows it: two questions. Null for others. */
export async function findProgrammeLine(
  db: Db,
  { platformRole, today }: { platformRole: PlatformRole; today: string },
): Promise<ProgrammeLine | null> {
  if (!canOnPlatform(platformRole, 'steering.read')) return null;
  const month = addMonths(monthOf(today), -1);
  const isMissing = sql`(${experiments.startsOn} < (${month}::text || '-01')::date + interval '1 month'
    and not exists (select from experiment_log as written where written.experiment_id = ${experiments.id} and written.month = ${month}))`;
  const milestone = sql<string | null>`(select late.title from experiment_milestone as late
    where late.experiment_id = ${experiments.id} and late.removed_at is null and late.done_on is null and late.planned_to < ${today}
    order by late.planned_to, late.id limit 1)`;
  const late = await db
    .select({
      id: experiments.id,
      title: experiments.title,
      city: organisations.name,
      missingMonth: sql<string | null>`case when ${isMissing} then ${month}::text end`,
      milestone,
    })
    .from(experiments)
    .leftJoin(
      experimentOrganisations,
      and(eq(experimentOrganisations.experimentId, experiments.id), eq(experimentOrganisations.isLead, true)),
    )
    .leftJoin(organisations, eq(organisations.id, experimentOrganisations.organisationId))
    .where(and(eq(experiments.state, 'running'), or(isMissing, sql`${milestone} is not null`)))
    .orderBy(asc(experiments.title), asc(experiments.id));
  const count = (text: string) => sql<number>`${sql.raw(text)}`.mapWith(Number);
  const chapter = `from synthesis_chapter as chapter where chapter.removed_at is null and chapter.synthesis_id =
    (select synthesis.id from synthesis join season on season.id = synthesis.season_id order by season.number desc limit 1)`;
  const [line] = await db
    .select({
      experiments: count('count(*)'),
      approved: count(`(select count(*) ${chapter} and chapter.state = 'approved')`),
      total: count(`(select count(*) ${chapter})`),
      used: count(`(select coalesce(sum(day.quarters), 0) from mission_day as day
        where not exists (select from mission_day as later where later.replaces_id = day.id))`),
      granted: count('(select coalesce(sum(granted_quarters), 0) from consulting_mission)'),
    })
    .from(experiments)
    .where(eq(experiments.state, 'running'));
  const { experiments: running = 0, approved = 0, total = 0, used = 0, granted = 0 } = line ?? {};
  return { experiments: running, chapters: { approved, total }, quarters: { used, granted }, late };
}
