import { type SQL, sql } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { endOfLastDay } from '#shared/people/member/membership-end.ts';
import type { MissionConsumption } from '#shared/programme/mission/mission-records.ts';
import type { Db } from '../../kernel/client.ts';
import { rowsOf } from '../../search/search-terms.ts';

/** Of rows of `mission_day` under the name `d`: nothing replaces it. */
const COUNTS = sql`not exists (select from mission_day r where r.replaces_id = d.id)`;

/** The last day that counts on a mission; null when none does. */
export async function lastLoggedDay(db: Db, missionId: string): Promise<string | null> {
  const [row] = await rowsOf<{ day: string | null }>(
    db,
    sql`select max(d.day)::text as day from mission_day d
      where d.mission_id = ${missionId} and d.quarters > 0 and ${COUNTS}`,
  );
  return row?.day ?? null;
}

/** [MS4] What counts on a mission, and of a consultant’s day on all missions; the row that is corrected left out. */
export async function countDays(
  db: Db,
  of: { missionId: string; consultantId: string; day: string; without: string | null },
): Promise<{ usedQuarters: number; dayQuarters: number }> {
  const without = of.without === null ? sql`true` : sql`d.id <> ${of.without}`;
  const isTheirDay: SQL = sql`d.consultant_id = ${of.consultantId} and d.day = ${of.day}`;
  const [row] = await rowsOf<{ used: number; worked: number }>(
    db,
    sql`select
        coalesce(sum(d.quarters) filter (where d.mission_id = ${of.missionId}), 0)::int as used,
        coalesce(sum(d.quarters) filter (where ${isTheirDay}), 0)::int as worked
      from mission_day d
      where (d.mission_id = ${of.missionId} or (${isTheirDay})) and ${without} and ${COUNTS}`,
  );
  return { usedQuarters: row?.used ?? 0, dayQuarters: row?.worked ?? 0 };
}

/** [MS6] What may still be logged on a mission; the row that is corrected left out. */
export async function remainingQuarters(
  db: Db,
  { missionId, without }: { missionId: string; without: string | null },
): Promise<number> {
  const [row] = await rowsOf<{ remaining: number }>(
    db,
    sql`select m.granted_quarters - coalesce((
        select sum(d.quarters) from mission_day d
        where d.mission_id = m.id and ${COUNTS} and ${without === null ? sql`true` : sql`d.id <> ${without}`}), 0)::int as remaining
      from consulting_mission m where m.id = ${missionId}`,
  );
  return row?.remaining ?? 0;
}

interface Row {
  readonly mission_id: string;
  readonly experiment_id: string;
  readonly title: string;
  readonly firm: string;
  readonly price: number | null;
  readonly city_id: string;
  readonly city: string;
  readonly granted: number;
  readonly used: number;
}

/**
 * [MS8] What each mission had consumed at the end of this day (ISO, in Paris), by city and in all, as it was known then: what was
 * logged or corrected later does not count. Missions that were ordered later are not there. One statement.
 */
export async function missionConsumptionAt(
  db: Db,
  { day, missionId }: { day: string; missionId: Readable<'mission'> },
): Promise<MissionConsumption[]> {
  const end = (endOfLastDay(day) ?? new Date(0)).toISOString();
  const rows = await rowsOf<Row>(
    db,
    sql`select m.id as mission_id, m.experiment_id, m.title, f.name as firm, m.daily_price_cents as price, o.id as city_id, o.name as city,
        (select coalesce(sum(g.quarters), 0)::int from mission_grant g where g.mission_id = m.id and g.granted_at < ${end}) as granted,
        coalesce(sum(d.quarters), 0)::int as used
      from consulting_mission m
      join organisation f on f.id = m.firm_id
      join mission_city c on c.mission_id = m.id
      join organisation o on o.id = c.organisation_id
      left join mission_day d on d.mission_id = m.id and d.organisation_id = c.organisation_id and d.day <= ${day}
        and d.logged_at < ${end}
        and not exists (select from mission_day r where r.replaces_id = d.id and r.logged_at < ${end})
      where m.created_at < ${end} and m.id = ${missionId}
      group by m.id, f.id, o.id
      order by m.created_at, m.id, o.name`,
  );
  const found = new Map<string, MissionConsumption>();
  for (const row of rows) {
    const before = found.get(row.mission_id);
    found.set(row.mission_id, {
      missionId: row.mission_id,
      experimentId: row.experiment_id,
      title: row.title,
      firm: row.firm,
      dailyPriceCents: row.price,
      grantedQuarters: row.granted,
      usedQuarters: (before?.usedQuarters ?? 0) + row.used,
      cities: [...(before?.cities ?? []), { id: row.city_id, name: row.city, usedQuarters: row.used }],
    });
  }
  return [...found.values()];
}
