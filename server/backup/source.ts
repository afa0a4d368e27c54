import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '#db/client.ts';
import { appliedMigrations, shippedMigrations } from '#db/migrate.ts';
import { server as words } from '#shared/messages/fr/server.ts';
import { DataDirInUse, holdDataDir, openDataDir } from '../data-dir.ts';
import { reachPglite, reachPostgres } from '../database.ts';
import type { Env } from '../env.ts';
import { StartRefusal } from '../start-refusal.ts';
import { askForCopy } from './copy-door.ts';

/** A database to be backed up, as it is: nothing is migrated. */
export interface Source {
  readonly database: Database;
  readonly dataDir: string;
  close(): Promise<void>;
}

/**
 * The database of these settings, whether its server runs or not: PostgreSQL serves both, an embedded one is copied by the process
 * that holds it.
 * @throws {StartRefusal} when it cannot be reached, or was prepared by a newer or another version.
 */
export async function openSource(env: Env): Promise<Source> {
  const source = env.DATABASE_URL ? await ofPostgres(env, env.DATABASE_URL) : await ofPglite(env);
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

async function ofPglite(env: Env): Promise<Source> {
  const held = await holdDataDir(env.DATA_DIR).catch((error: unknown) => {
    if (error instanceof DataDirInUse) return error;
    throw error;
  });
  const copy = held instanceof DataDirInUse ? await askForCopy(held.path) : null;
  const end = async () => {
    if (copy !== null) await rm(copy, { recursive: true, force: true });
    if (!(held instanceof DataDirInUse)) await held.release();
  };
  try {
    const database = await reachPglite(copy ?? join(held.path, 'database'));
    return { database, dataDir: held.path, close: () => database.close().then(end) };
  } catch (error) {
    await end();
    throw error;
  }
}
