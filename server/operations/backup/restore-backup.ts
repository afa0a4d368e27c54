import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { recordAudit } from '#db/kernel/audit/audit.ts';
import type { Database, Db } from '#db/kernel/client.ts';
import { hasContent, otherSessions } from '#db/kernel/database-is-empty.ts';
import { eraseAgain } from '#db/operations/personal-data/erasures.ts';
import { backup as words } from '#shared/operations/backup/backup.fr.ts';
import { DataDirInUse, holdDataDir, openDataDir } from '../../kernel/data-dir.ts';
import { reachPostgres } from '../../kernel/database.ts';
import {
  hasEmbedded,
  openEmbedded,
  removeWithEmbedded,
} from '../../kernel/embedded-postgres/embedded-postgres.ts';
import type { Env } from '../../kernel/env.ts';
import { StoreAway } from '../../kernel/file/store-away.ts';
import { StartRefusal } from '../../kernel/start-refusal.ts';
import { openForCommand } from '../command/open-for-command.ts';
import { erasedAccounts } from '../personal-data/erased-accounts.ts';
import { readBackup, SECRET } from './backup-file.ts';
import { type BucketRestoration, restoreBucket } from './bucket-restoration.ts';
import { beginMaking, finishExchange, isPlanned, planExchange } from './exchange.ts';
import { fillFrom } from './fill.ts';
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
  /** Under what names of the bucket the files that were there are kept; null: there were none, or they were in the folder. */
  readonly keptInBucket: string | null;
  readonly hadSecret: boolean;
}

/**
 * [OP4] Makes this installation anew from a backup. The whole file is read and checked before anything is touched; what was there is
 * put aside only once the new database is whole; a refusal, or Ctrl-C, leaves everything as it was. So does a process that is killed
 * before; one that is killed after is finished by the next start, or the next restoration.
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
  const aside = join(dataDir.path, `avant-restauration-${stamp}`);
  const bucket = await restoreBucket(env.s3, stamp);
  const place = { ...options, dataDir: dataDir.path, stamp, aside, bucket };
  try {
    const restored = await (env.DATABASE_URL ? intoPostgres(place, env.DATABASE_URL) : intoEmbedded(place));
    const keptInBucket = (await bucket?.exchange()) ?? null;
    return { ...restored, keptIn: existsSync(aside) ? aside : null, keptInBucket };
  } catch (error) {
    throw error instanceof StoreAway ? new StartRefusal(words.storeAway) : error;
  } finally {
    await bucket?.clear();
    await dataDir.release();
  }
}

type Place = RestoreOptions & {
  readonly dataDir: string;
  readonly stamp: string;
  readonly aside: string;
  readonly bucket: BucketRestoration | null;
};
type Made = Pick<Restored, 'takenAt' | 'hadSecret'>;

/** Works in a folder that goes with it, and takes what was made there once it is whole. */
async function making(place: Place, make: (folder: string) => Promise<Date>): Promise<Made> {
  const folder = await beginMaking(place.dataDir, place.stamp);
  try {
    const takenAt = await make(folder);
    const hadSecret = existsSync(join(folder, SECRET));
    await finishExchange(place.dataDir);
    return { takenAt, hadSecret };
  } catch (error) {
    // Once it is whole it is for the next start to finish.
    if (!isPlanned(folder)) await removeWithEmbedded(folder);
    throw error;
  }
}

/** A new database beside the one that is there. */
async function intoEmbedded(place: Place): Promise<Made> {
  const { dataDir, mayReplace, aside, now } = place;
  if (!mayReplace && (await holdsSomething(dataDir))) throw new StartRefusal(words.notEmpty);
  return making(place, async (folder) => {
    const database = await openEmbedded(folder);
    const takenAt = await fill(database, place, folder).finally(() => database.close());
    await planExchange(folder, { aside, at: now, hasDatabase: true });
    return takenAt;
  });
}

/** One that cannot be opened may hold anything. */
async function holdsSomething(dataDir: string): Promise<boolean> {
  if (!(await hasEmbedded(dataDir))) return false;
  const database = await openEmbedded(dataDir).catch(() => null);
  if (!database) return true;
  try {
    return await hasContent(database);
  } finally {
    await database.close();
  }
}

/** The same database, in one transaction; what it held is kept as a backup. */
async function intoPostgres(place: Place, url: string): Promise<Made> {
  const { dataDir, aside, mayReplace, say, signal, now } = place;
  const own = `cordee restore ${process.pid}`;
  const named = new URL(url);
  named.searchParams.set('application_name', own);
  const database = await reachPostgres(named.href);
  try {
    // A server that starts meanwhile waits here.
    return await database.locks.holding('migrate', async () => {
      if ((await otherSessions(database, own)) > 0) throw new StartRefusal(words.databaseInUse);
      await finishExchange(dataDir, (plan) => wasRestored(database, plan));
      if (await hasContent(database)) {
        if (!mayReplace) throw new StartRefusal(words.notEmpty);
        await mkdir(aside, { mode: 0o700 });
        await keepDatabase(place, join(aside, 'base.cordee')).catch(async (error: unknown) => {
          await rm(aside, { recursive: true, force: true });
          throw error;
        });
      }
      const made = await making(place, (folder) =>
        fill(database, place, folder).catch(async (error: unknown) => {
          await rm(aside, { recursive: true, force: true });
          throw error;
        }),
      );
      await database.run('analyze', []);
      return made;
    });
  } finally {
    await database.close();
  }

  async function keepDatabase(kept: Place, to: string): Promise<void> {
    const source = await openForCommand(kept, { whileServed: words.serverRunning, isOlderFine: true });
    try {
      await takeBackup({ database: source, beside: null, to, passphrase: null, now, signal, say });
    } finally {
      await source.close();
    }
  }
}

async function fill(
  database: Database,
  { env, path, passphrase, signal, dataDir, aside, bucket, now, say }: Place,
  folder: string,
): Promise<Date> {
  const userIds = await erasedAccounts(dataDir).read();
  const end = async (tx: Db, { takenAt }: { takenAt: Date }) => {
    await eraseAgain(tx, { userIds, now });
    await recordAudit(tx, {
      actorId: null,
      action: 'platform.restored',
      subject: { kind: 'platform', id: 'platform', name: takenAt.toISOString() },
      now,
    });
    // Of a database elsewhere only itself knows, after a kill at this very moment, whether it is the new one.
    if (env.DATABASE_URL) await planExchange(folder, { aside, at: now, hasDatabase: false });
  };
  const to = { filesTo: folder, bucket: bucket?.staged ?? null };
  const opening = await fillFrom(database, { path, passphrase, signal, ...to, now, say, end });
  return opening.takenAt;
}

/**
 * Finishes, at a start, what a killed restoration of this PostgreSQL left to do: whether its files take their place is for the
 * database to say. Of an embedded one, whoever holds its folder has done so.
 */
export async function finishRestoration(database: Database, dataDir: string): Promise<void> {
  if (database.isEmbedded) return;
  await database.locks.holding('migrate', () =>
    finishExchange(dataDir, (plan) => wasRestored(database, plan)),
  );
}

async function wasRestored({ run }: Database, { at }: { readonly at: Date }): Promise<boolean> {
  const { rows } = await run(
    `select 1 from audit_entry where action = 'platform.restored' and at = $1 limit 1`,
    [at],
  );
  return rows.length > 0;
}

function explainInUse(error: unknown): never {
  if (error instanceof DataDirInUse) throw new StartRefusal(words.serverRunning(error.path));
  throw error;
}
