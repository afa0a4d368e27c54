import type { Database } from '#db/kernel/client.ts';
import { appliedMigrations, shippedMigrations } from '#db/kernel/migrate.ts';
import { server as words } from '#shared/kernel/start/server.fr.ts';
import { backup } from '#shared/operations/backup/backup.fr.ts';
import { DataDirInUse, holdDataDir, openDataDir } from '../../kernel/data-dir.ts';
import { reachPostgres } from '../../kernel/database.ts';
import { joinEmbedded, openEmbedded } from '../../kernel/embedded-postgres/embedded-postgres.ts';
import type { Env } from '../../kernel/env.ts';
import { StartRefusal } from '../../kernel/start-refusal.ts';

/** A database to be backed up, as it is: nothing is migrated. */
export interface Source {
  readonly database: Database;
  readonly dataDir: string;
  close(): Promise<void>;
}

/**
 * The database of these settings, whether its server runs or not.
 * @throws {StartRefusal} when it cannot be reached, or was prepared by a newer or another version.
 */
export async function openSource(env: Env): Promise<Source> {
  const source = env.DATABASE_URL ? await ofPostgres(env, env.DATABASE_URL) : await ofEmbedded(env);
  try {
    const applied = await appliedMigrations(source.database.run).catch(() => null);
    const shipped = shippedMigrations();
    if (!applied || applied.some((hash, at) => hash !== shipped[at]))
      throw new StartRefusal(words.migrationMismatch);
    return source;
  } catch (error) {
    await source.close();
    throw error;
  }
}

async function ofPostgres(env: Env, url: string): Promise<Source> {
  const { path } = await openDataDir(env);
  const database = await reachPostgres(url);
  return { database, dataDir: path, close: () => database.close() };
}

/** Beside the process that runs it, over its own PostgreSQL; started for the time of the backup where nobody does. */
async function ofEmbedded(env: Env): Promise<Source> {
  const held = await holdDataDir(env.DATA_DIR).catch((error: unknown) => {
    if (error instanceof DataDirInUse) return error;
    throw error;
  });
  if (held instanceof DataDirInUse) {
    const database = await joinEmbedded(held.path);
    if (!database) throw new StartRefusal(backup.serverSilent(held.path));
    return { database, dataDir: held.path, close: () => database.close() };
  }
  try {
    const database = await openEmbedded(held.path);
    return { database, dataDir: held.path, close: () => database.close().finally(() => held.release()) };
  } catch (error) {
    await held.release();
    throw error;
  }
}
