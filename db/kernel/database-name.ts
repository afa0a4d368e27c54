import type { RunSql } from './client.ts';

/**
 * A name that no other PostgreSQL database has, the same for everybody connected to it: a copy elsewhere has another, even
 * with the same content. It survives a failover to a standby.
 */
export async function findDatabaseName(run: RunSql): Promise<string> {
  const { rows } = await run(
    `select (select system_identifier from pg_control_system()) || '-' || oid as name
     from pg_database where datname = current_database()`,
    [],
  );
  return String(rows[0]?.name);
}
