import { asc, inArray, sql } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import type { FacilitatedGroup } from '#shared/news/cockpit/facilitated-group.ts';
import { OBLIGATION_DAYS } from '#shared/obligations.ts';
import { TERRITORY_KINDS } from '#shared/people/organisation/organisation.ts';
import type { Db } from '../../kernel/client.ts';
import { nameKey } from '../../kernel/columns.ts';
import { meetings } from '../../meetings/meeting/schema.ts';
import { groups } from '../../people/group/schema.ts';
import { organisations } from '../../people/organisation/schema.ts';

/** [AF5] What the groups that somebody facilitates need, a row a group, by name: one question, however many there are. */
export function listFacilitated(
  db: Db,
  { groupIds, now }: { groupIds: readonly Readable<'facilitatedGroup'>[]; now: Date },
): Promise<FacilitatedGroup[]> {
  // In full: of one table alone, the name of a column is that of the question inside.
  const own = sql.raw('"working_group"."id"');
  const at = sql`${now.toISOString()}::timestamptz`;
  const since = sql`${new Date(now.getTime() - OBLIGATION_DAYS.silent * 86_400_000).toISOString()}::timestamptz`;
  const cities = sql`from group_organisation as part join ${organisations} on ${organisations.id} = part.organisation_id
    where part.group_id = ${own} and part.role in ('facilitator', 'contributor')
      and ${inArray(organisations.kind, [...TERRITORY_KINDS])}`;
  const isHeard = sql`exists (select from "user" as person where person.organisation_id = ${organisations.id}
    and (exists (select from doc_client as wrote where wrote.user_id = person.id and wrote.at > ${since})
      or exists (select from activity as did where did.actor_id = person.id and did.at > ${since})))`;
  return db
    .select({
      id: groups.id,
      name: groups.name,
      cities: sql<number>`(select count(*) ${cities})`.mapWith(Number),
      nextAt:
        sql<Date | null>`(select min(coming.starts_at) from meeting as coming where coming.group_id = ${own}
        and coming.status = 'planned' and coming.ends_at > ${at})`.mapWith(meetings.startsAt),
      late: sql<number>`(select count(*) from card join board on board.id = card.board_id
        where board.group_id = ${own} and board.trashed_at is null and not card.is_done and not card.is_archived
          and card.due < ${parisDay(now)})`.mapWith(Number),
      silent: sql<string[]>`array(select ${organisations.name} ${cities} and part.added_at < ${since}
        and not ${isHeard} order by 1)`,
    })
    .from(groups)
    .where(inArray(groups.id, [...groupIds]))
    .orderBy(nameKey(groups.name), asc(groups.id))
    .limit(SHOWN);
}

/** Whoever has more follows them on the steering page. */
const SHOWN = 12;
