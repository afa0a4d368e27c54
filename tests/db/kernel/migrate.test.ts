import { expect, onTestFinished, test } from 'vitest';
import { openPostgres } from '#db/kernel/client.ts';
import {
  appliedMigrations,
  applyMigrations,
  MigrationMismatch,
  migrate,
  shippedMigrations,
} from '#db/kernel/migrate.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { createPostgresDatabase } from '#tests/support/database.ts';

test('[S5] what is missing is applied though it is dated before what was, and nothing where something else was', async () => {
  const { url, drop } = await createPostgresDatabase();
  const database = openPostgres(url);
  onTestFinished(() => database.close().then(drop));
  const shipped = shippedMigrations();
  await inTransaction(database.db, (tx) => applyMigrations(tx, 0, shipped.length - 1));
  await database.run('update drizzle.__drizzle_migrations set created_at = $1', [Date.UTC(2100, 0)]);
  await migrate(database);
  expect(await appliedMigrations(database.run)).toEqual(shipped);
  await database.run(`update drizzle.__drizzle_migrations set hash = 'autre' where id = 2`, []);
  await expect(migrate(database)).rejects.toThrow(MigrationMismatch);
});
