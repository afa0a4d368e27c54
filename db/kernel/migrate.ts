import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Database, Db, RunSql } from './client.ts';
import { inTransaction } from './transaction.ts';

const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));

/** Thrown when the database has seen other migrations than the ones shipped: nothing may run on it. */
export class MigrationMismatch extends Error {
  override name = 'MigrationMismatch';
}

/** The SHA-256 of each migration of this version, in order: what tells one version of the tables from another. */
export function shippedMigrations(): string[] {
  return readMigrationFiles({ migrationsFolder }).map(({ hash }) => hash);
}

/** Those that a database has seen, in order. */
export async function appliedMigrations(run: RunSql): Promise<string[]> {
  const { rows } = await run('select hash from drizzle.__drizzle_migrations order by id', []);
  return rows.map(({ hash }) => String(hash));
}

/** The same of a database that may hold nothing of ours: none. */
export async function findApplied(run: RunSql): Promise<string[]> {
  const { rows } = await run(`select to_regclass('drizzle.__drizzle_migrations') is not null as is_ours`, []);
  return rows[0]?.is_ours ? appliedMigrations(run) : [];
}

/**
 * [S5] Applies what is missing. Which those are is told by their number, not by their dates, as Drizzle's own migrator does: it
 * passes in silence over one that is dated before the last applied one.
 * @throws MigrationMismatch where the database has seen something else than the first of those that are shipped.
 */
export function migrate(database: Database): Promise<void> {
  // Instances that start together must not prepare the database together.
  return database.locks.holding('migrate', async () => {
    const [applied, shipped] = [await findApplied(database.run), shippedMigrations()];
    if (applied.some((hash, at) => hash !== shipped[at])) {
      throw new MigrationMismatch(`${shipped.length} migrations shipped, others applied`);
    }
    await inTransaction(database.db, (tx) => applyMigrations(tx, applied.length));
  });
}

/**
 * Applies the shipped migrations from number `from` (counted from 0) up to `to`, not included, inside a transaction, and
 * notes them where `migrate` looks. For a restoration, which loads the rows of an older version on the way.
 */
export async function applyMigrations(tx: Db, from: number, to?: number): Promise<void> {
  await tx.execute(sql`create schema if not exists drizzle`);
  await tx.execute(
    sql`create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`,
  );
  for (const migration of readMigrationFiles({ migrationsFolder }).slice(from, to)) {
    for (const statement of migration.sql) await tx.execute(sql.raw(statement));
    await tx.execute(
      sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${migration.hash}, ${migration.folderMillis})`,
    );
  }
}
