import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { ASK_DAYS, type AskKind } from '#shared/publication/support/support.ts';
import type { Ask } from '#shared/publication/support/territory.ts';
import type { Db } from '../../kernel/client.ts';
import { rowsOf } from '../../search/search-terms.ts';

/**
 * [AT6] What cities do that those who help them should know, as `(city_id, kind, at, sheet_id, by, message)`: of a check that no interest follows its day and
 * its sheet, of an interest that goes on its first day, messages to those who did it, demands of help. Answers and notes of a check stay with its city ([RP5]).
 */
export const ASKS: SQL = sql`(
  select organisation_id as city_id, 'check' as kind, created_at as at, sheet_id, created_by as by, null as message
    from adoption where interest is null
  union all
  select a.organisation_id, 'interest', s.at, a.sheet_id, s.changed_by, null
    from adoption a join lateral (select at, changed_by from adoption_step where adoption_id = a.id and to_state = 'declared'
      order by rank desc limit 1) s on true
    where a.interest in ('declared', 'preparing')
  union all
  select organisation_id, 'letter', sent_at, sheet_id, sender_id, null from sheet_letter where organisation_id is not null
  union all
  select organisation_id, 'help', asked_at, null, asked_by, message from help_demand)`;

/** [AT6] Of an ask `k` and a structure: it is not too old, and the structure did nothing for the city since. */
export const isWaiting = (facilitatorIds: SQLWrapper, now: Date): SQL<boolean> =>
  sql<boolean>`(k.at > ${now.toISOString()}::timestamptz - make_interval(days => ${ASK_DAYS}::int)
    and not exists (select from facilitator_support s where s.city_id = k.city_id and s.withdrawn_at is null
      and s.created_at >= k.at and s.facilitator_id in ${facilitatorIds}))`;

interface AskRow {
  readonly city: string;
  readonly kind: AskKind;
  readonly at: string;
  readonly title: string | null;
  readonly by: string | null;
  readonly message: string | null;
  readonly waits: boolean;
}

/** More of one territory than somebody reads. */
const ASKS_MAX = 2_000;

/** [AT6] What these cities ask, by city, the last first, and whether it waits for these structures. */
export async function listAsks(
  db: Db,
  {
    cityIds,
    facilitatorIds,
    now,
  }: { cityIds: readonly string[]; facilitatorIds: readonly string[]; now: Date },
): Promise<Map<string, Ask[]>> {
  const found = new Map<string, Ask[]>();
  if (cityIds.length === 0) return found;
  const waits = isWaiting(sql`(select unnest(${sql.param(facilitatorIds)}::text[]))`, now);
  const rows = await rowsOf<AskRow>(
    db,
    sql`select k.city_id as city, k.kind, k.at::text, p.title, u.name as by, k.message, ${waits} as waits
      from ${ASKS} k left join "user" u on u.id = k.by
      left join use_case_sheet c on c.id = k.sheet_id left join document_publication p on p.document_id = c.document_id
      where k.city_id = any(${sql.param(cityIds)}::text[])
      order by k.at desc, k.kind limit ${ASKS_MAX}`,
  );
  for (const { city, at, ...row } of rows)
    found.set(city, [...(found.get(city) ?? []), { ...row, at: new Date(at) }]);
  return found;
}
