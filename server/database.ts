import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Database, openPglite, openPostgres } from '#db/client.ts';
import { MigrationMismatch, migrate } from '#db/migrate.ts';
import { server as words } from '#shared/messages/fr/server.ts';
import type { Env } from './env.ts';
import { StartRefusal } from './start-refusal.ts';

/**
 * Opens the database of these settings and brings it to the shipped migrations.
 * @throws {StartRefusal} unreachable, too old, damaged, or prepared by another version.
 */
export async function openDatabase(env: Pick<Env, 'DATABASE_URL'>, dataDir: string): Promise<Database> {
  const database = env.DATABASE_URL
    ? await reachPostgres(env.DATABASE_URL)
    : await reachPglite(join(dataDir, 'database'));
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    if (error instanceof MigrationMismatch) throw new StartRefusal(words.migrationMismatch);
    throw error;
  }
  return database;
}

/**
 * Opens this PostgreSQL as it is.
 * @throws {StartRefusal} unreachable or too old.
 */
export async function reachPostgres(url: string): Promise<Database> {
  const database = openPostgres(url);
  try {
    await database.ping();
    const { rows } = await database.run('select current_setting($1) as version', ['server_version_num']);
    if (Number(rows[0]?.version) < 150_000) {
      throw new StartRefusal(words.databaseTooOld(String(Math.floor(Number(rows[0]?.version) / 10_000))));
    }
    return database;
  } catch (error) {
    await database.close();
    if (error instanceof StartRefusal) throw error;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new StartRefusal(words.databaseUnreachable(reason));
  }
}

/**
 * A first initialisation that is interrupted leaves a folder that PGlite can never open. So it is made under another
 * name and takes its own only once it is whole; what an interrupted start left is empty of data and is removed.
 *
 * Opens the embedded database of this folder as it is; makes an empty one where there is none.
 * @throws {StartRefusal} when it is damaged.
 */
export async function reachPglite(folder: string): Promise<Database> {
  if (!existsSync(folder)) {
    const making = `${folder}.making`;
    await rm(making, { recursive: true, force: true });
    const first = openPglite({ dataDir: making });
    await first.ping();
    await first.close();
    await rename(making, folder);
  }
  const database = openPglite({ dataDir: folder });
  try {
    await database.ping();
    return database;
  } catch {
    throw new StartRefusal(words.databaseDamaged(folder));
  }
}
