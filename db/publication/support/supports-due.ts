import { sql } from 'drizzle-orm';
import { OBLIGATION_DAYS } from '#shared/obligations.ts';
import { DUE_MAX, type DueAsking, due } from '../../people/due.ts';
import { facilitatorsCovering } from '../../programme/facilitator/department-facilitators.ts';
import { saidDepartment } from '../adoption/said-department.ts';
import { ASKS, isWaiting } from './asks.ts';

const city = sql`k.city_id`;

/** [AT6] Of the cities that this person’s structures cover: those that ask for something, for which nothing was done since. */
export function supportsDue({ db, organisationId, now }: DueAsking) {
  if (organisationId === null) return null;
  const covered = facilitatorsCovering(city, saidDepartment(city));
  const own = sql`(select f.id from territorial_facilitator f where f.organisation_id = ${organisationId} and f.removed_at is null)`;
  const waiting = sql`(select k.city_id as id, min(o.name) as title, count(*) as asks, min(k.at) as since,
      (array_agg(u.name order by k.at))[1] as by, (array_agg(p.title order by k.at))[1] as place
    from ${ASKS} k join organisation o on o.id = k.city_id left join "user" u on u.id = k.by
    left join use_case_sheet c on c.id = k.sheet_id left join document_publication p on p.document_id = c.document_id
    where exists ${own} and ${isWaiting(own, now)}
      and exists (select from (${covered}) f where f.organisation_id = ${organisationId})
    group by k.city_id order by since, id limit ${DUE_MAX}) waiting`;
  return db
    .select(
      due('support', {
        id: sql`waiting.id`,
        title: sql`waiting.title`,
        place: sql`coalesce(waiting.place, '')`,
        by: sql`waiting.by`,
        count: sql`waiting.asks`,
        day: sql`(waiting.since at time zone 'Europe/Paris')::date + ${OBLIGATION_DAYS.support}::int`,
      }),
    )
    .from(waiting);
}
