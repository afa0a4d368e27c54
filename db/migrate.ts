import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import type { Database } from './client.ts';

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

/** Thrown when the database has seen other migrations than the ones shipped: nothing may run on it. */
export class MigrationMismatch extends Error {
  override name = 'MigrationMismatch';
}

/**
 * Applies what is missing, then checks that applied equals shipped: Drizzle skips silently a migration whose time
 * stamp is older than the last applied one (security plan, R10).
 */
export function migrate(database: Database): Promise<void> {
  // Instances that start together must not prepare the database together.
  return database.locks.holding('migrate', () => applyAndCheck(database));
}

async function applyAndCheck(database: Database): Promise<void> {
  if (database.kind === 'pglite') await migratePglite(database.db as never, { migrationsFolder });
  else await migratePostgres(database.db as never, { migrationsFolder });

  const shipped = readMigrationFiles({ migrationsFolder }).map(({ hash }) => hash);
  const { rows } = await database.run('select hash from drizzle.__drizzle_migrations order by id', []);
  const applied = rows.map(({ hash }) => String(hash));
  const isSame = applied.length === shipped.length && applied.every((hash, at) => hash === shipped[at]);
  if (!isSame) throw new MigrationMismatch(`${shipped.length} migrations shipped, ${applied.length} applied`);
}
