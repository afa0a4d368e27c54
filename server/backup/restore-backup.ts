import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { recordAudit } from '#db/audit.ts';
import type { Database, Db } from '#db/client.ts';
import { hasContent, otherSessions } from '#db/occupancy.ts';
import { backup as words } from '#shared/messages/fr/backup.ts';
import { DataDirInUse, holdDataDir, openDataDir } from '../data-dir.ts';
import { reachPglite, reachPostgres } from '../database.ts';
import type { Env } from '../env.ts';
import { StartRefusal } from '../start-refusal.ts';
import { FOLDERS, readBackup, SECRET } from './backup-file.ts';
import { fillFrom } from './fill.ts';
import { openSource } from './source.ts';
import { takeBackup } from './take-backup.ts';

interface RestoreOptions {
  readonly env: Env;
  readonly path: string;
  readonly passphrase: string | null;
  /** Whether an installation that holds something may be put aside. */
  readonly mayReplace: boolean;
  readonly now: Date;
  readonly signal: AbortSignal;
  readonly say: (sentence: string) => void;
}

/** What was restored: of when, where what was there is kept (null: there was nothing), and whether its secret came with it. */
export interface Restored {
  readonly takenAt: Date;
  readonly keptIn: string | null;
  readonly hadSecret: boolean;
}

/**
 * [OP4] Makes this installation anew from a backup. The whole file is read and checked before anything is touched; what was there is
 * put aside only once the new database is whole; a refusal, or Ctrl-C, leaves everything as it was.
 * @throws {StartRefusal} with French sentences.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { env, path, passphrase, signal, say, now } = options;
  say(words.checking);
  await readBackup(path, { passphrase, signal }, async () => async () => undefined);

  const dataDir = await (env.DATABASE_URL ? openDataDir(env) : holdDataDir(env.DATA_DIR)).catch(explainInUse);
  const stamp = now
    .toISOString()
    .replace(/\.\d+Z$/, '')
    .replaceAll(/[-:]/g, '')
    .replace('T', '-');
  const making = join(dataDir.path, `restoring-${stamp}`);
  const aside = join(dataDir.path, `avant-restauration-${stamp}`);
  try {
    await mkdir(making, { mode: 0o700 });
    const place = { ...options, dataDir: dataDir.path, making, aside };
    const takenAt = await (env.DATABASE_URL ? intoPostgres(place, env.DATABASE_URL) : intoPglite(place));
    const hadSecret = existsSync(join(making, SECRET));
    await exchange(place);
    return { takenAt, keptIn: existsSync(aside) ? aside : null, hadSecret };
  } finally {
    await rm(making, { recursive: true, force: true });
    await dataDir.release();
  }
}

type Place = RestoreOptions & { readonly dataDir: string; readonly making: string; readonly aside: string };

/** A new database beside the one that is there. */
async function intoPglite(place: Place): Promise<Date> {
  const { dataDir, making, mayReplace } = place;
  if (!mayReplace && (await holdsSomething(join(dataDir, 'database'))))
    throw new StartRefusal(words.notEmpty);
  const database = await reachPglite(join(making, 'database'));
  try {
    return await fill(database, place);
  } finally {
    await database.close();
  }
}

/** One that cannot be opened may hold anything. */
async function holdsSomething(folder: string): Promise<boolean> {
  if (!existsSync(folder)) return false;
  const database = await reachPglite(folder).catch(() => null);
  if (!database) return true;
  try {
    return await hasContent(database);
  } finally {
    await database.close();
  }
}

/** The same database, in one transaction; what it held is kept as a backup. */
async function intoPostgres(place: Place, url: string): Promise<Date> {
  const { aside, mayReplace, say, signal, now } = place;
  const own = `cordee restore ${process.pid}`;
  const named = new URL(url);
  named.searchParams.set('application_name', own);
  const database = await reachPostgres(named.href);
  try {
    // A server that starts meanwhile waits here.
    return await database.locks.holding('migrate', async () => {
      if ((await otherSessions(database, own)) > 0) throw new StartRefusal(words.databaseInUse);
      if (await hasContent(database)) {
        if (!mayReplace) throw new StartRefusal(words.notEmpty);
        await mkdir(aside, { mode: 0o700 });
        await keepDatabase(place, join(aside, 'base.cordee')).catch(async (error: unknown) => {
          await rm(aside, { recursive: true, force: true });
          throw error;
        });
      }
      try {
        const takenAt = await fill(database, place);
        await database.run('analyze', []);
        return takenAt;
      } catch (error) {
        await rm(aside, { recursive: true, force: true });
        throw error;
      }
    });
  } finally {
    await database.close();
  }

  async function keepDatabase({ env }: Place, to: string): Promise<void> {
    const source = await openSource(env);
    try {
      await takeBackup({ database: source.database, dataDir: null, to, passphrase: null, now, signal, say });
    } finally {
      await source.close();
    }
  }
}

async function fill(
  database: Database,
  { path, passphrase, signal, making, now, say }: Place,
): Promise<Date> {
  const end = (tx: Db, { takenAt }: { takenAt: Date }) =>
    recordAudit(tx, {
      actorId: null,
      action: 'platform.restored',
      subject: { kind: 'platform', id: 'platform', name: takenAt.toISOString() },
      now,
    });
  const opening = await fillFrom(database, { path, passphrase, signal, filesTo: making, now, say, end });
  return opening.takenAt;
}

/** What was there aside, what was made into its place. */
async function exchange({ dataDir, making, aside, env }: Place): Promise<void> {
  const made = new Set(await readdir(making));
  const names = [
    ...FOLDERS,
    ...(env.DATABASE_URL ? [] : ['database']),
    ...(made.has(SECRET) ? [SECRET] : []),
  ];
  for (const name of names) {
    const place = join(dataDir, name);
    if (existsSync(place)) {
      await mkdir(aside, { recursive: true, mode: 0o700 });
      await rename(place, join(aside, name));
    }
    if (made.has(name)) await rename(join(making, name), place);
  }
}

function explainInUse(error: unknown): never {
  if (error instanceof DataDirInUse) throw new StartRefusal(words.serverRunning(error.path));
  throw error;
}
