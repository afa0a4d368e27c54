import type { Database } from './client.ts';

/** Whether this database holds anything that somebody would miss: people of ours, or tables that are not ours. */
export async function hasContent({ run }: Database): Promise<boolean> {
  const { rows } = await run(
    `select count(*) as tables, count(*) filter (where relname = 'user') as ours
      from pg_class where relnamespace = to_regnamespace('public') and relkind in ('r', 'p')`,
    [],
  );
  if (Number(rows[0]?.tables) === 0) return false;
  if (Number(rows[0]?.ours) === 0) return true;
  const people = await run('select 1 from public."user" limit 1', []);
  return people.rows.length > 0;
}

/** How many others are connected to this database, beside those who go by this name. */
export async function otherSessions({ run }: Database, own: string): Promise<number> {
  const { rows } = await run(
    `select count(*) as others from pg_stat_activity
      where datname = current_database() and usename is not null and application_name <> $1`,
    [own],
  );
  return Number(rows[0]?.others);
}
