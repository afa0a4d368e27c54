import { existsSync } from 'node:fs';
import { readdir, readFile, rm, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { type Database, openPostgres } from '#db/kernel/client.ts';
import { server as words } from '#shared/kernel/start/server.fr.ts';
import { StartRefusal } from '../start-refusal.ts';
import { CLUSTER, OLDER_DATABASE, type Places, placesIn, socketFolder } from './cluster-places.ts';
import { ClusterNotMade, DATABASE, makeCluster, ROLE } from './make-cluster.ts';
import { isOnNetwork } from './network-disk.ts';
import { type Postmaster, PostmasterRefused, startPostmaster } from './postmaster.ts';
import { endOrphan, readPostmasterFile } from './postmaster-file.ts';
import { type ProgramUser, programUserFor } from './program-user.ts';
import { findPrograms } from './programs.ts';

const Passwords = z.object({ administrator: z.string(), own: z.string() });

/** An embedded PostgreSQL that this process runs. */
interface Running extends Postmaster {
  readonly url: string;
}

/**
 * Starts the embedded PostgreSQL of this folder of data, which the caller holds, and opens its database as it is; makes an empty one
 * where there is none. `close` stops PostgreSQL.
 * @throws {StartRefusal} when there is none for this system, it belongs to another release, its disk is full or over the network, or it is damaged.
 */
export async function openEmbedded(dataDir: string): Promise<Database> {
  const running = await startEmbedded(dataDir);
  const database = openPostgres(running.url, { isEmbedded: true });
  return { ...database, close: () => database.close().finally(() => running.stop()) };
}

/** Starts it and tells its address; see `openEmbedded`. */
export async function startEmbedded(dataDir: string): Promise<Running> {
  const programs = await findPrograms();
  const places = placesIn(join(dataDir, `${CLUSTER}${programs.major}`));
  const user = await programUserFor(existsSync(places.folder) ? places.folder : dataDir);
  try {
    if (!existsSync(places.folder)) {
      await refuseOthers(dataDir, programs.major);
      await makeCluster(places, programs, user);
    }
    const postmaster = await startPostmaster(places, programs, user);
    return { ...postmaster, url: await addressOf(places) };
  } catch (error) {
    throw await explained(error, places, user);
  }
}

/**
 * Opens the embedded database of this folder beside the process that runs it; null when none does. `close` leaves PostgreSQL running.
 */
export async function joinEmbedded(dataDir: string): Promise<Database | null> {
  const programs = await findPrograms();
  const places = placesIn(join(dataDir, `${CLUSTER}${programs.major}`));
  if (!(await readPostmasterFile(places))?.isReady) return null;
  return openPostgres(await addressOf(places), { isEmbedded: true });
}

/** Does this folder of data hold an embedded database, of this release or of another? */
export async function hasEmbedded(dataDir: string): Promise<boolean> {
  return (await embeddedFolders(dataDir)).length > 0;
}

/** What of this folder of data are embedded databases, of any release. */
export async function embeddedFolders(dataDir: string): Promise<string[]> {
  const names = await readdir(dataDir).catch((): string[] => []);
  return names.filter(
    (name) => /^postgresql-\d+$/.test(name) || (name === OLDER_DATABASE && isOlder(dataDir)),
  );
}

/** Removes a folder in which a process of ours, which may have been killed, made an embedded database; that one is ended first. */
export async function removeWithEmbedded(folder: string): Promise<void> {
  for (const name of await embeddedFolders(folder)) await endOrphan(placesIn(join(folder, name)));
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

function isOlder(dataDir: string): boolean {
  return existsSync(join(dataDir, OLDER_DATABASE, 'PG_VERSION'));
}

/** A new database beside one of another release would look like an installation that lost everything. */
async function refuseOthers(dataDir: string, major: number): Promise<void> {
  const [other] = await embeddedFolders(dataDir);
  if (other === OLDER_DATABASE) throw new StartRefusal(words.olderDatabase(join(dataDir, other)));
  if (other !== undefined) throw new StartRefusal(words.otherMajor(join(dataDir, other), String(major)));
  if (await isOnNetwork(dataDir)) throw new StartRefusal(words.networkDisk(dataDir));
}

/** The address of the product’s own user, for a driver. */
async function addressOf(places: Places): Promise<string> {
  const { own } = Passwords.parse(JSON.parse(await readFile(places.passwords, 'utf8')));
  const file = await readPostmasterFile(places);
  const url = new URL(`postgres://${ROLE.own}:${own}@localhost/${DATABASE}`);
  if (process.platform === 'win32') [url.hostname, url.port] = ['127.0.0.1', String(file?.port)];
  else url.searchParams.set('host', await socketFolder(places));
  return url.href;
}

/** Less than that, and PostgreSQL cannot write its journal. */
const NEEDED_BYTES = 24 * 1024 * 1024;

async function explained(error: unknown, { folder, log }: Places, user: ProgramUser): Promise<unknown> {
  if (error instanceof StartRefusal) return error;
  const { bavail, bsize } = await statfs(dirname(folder));
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOSPC' || bavail * bsize < NEEDED_BYTES || /No space left/.test(String(error)))
    return new StartRefusal(words.diskFull(folder));
  const isMade = existsSync(folder);
  if (error instanceof PostmasterRefused || (isMade && code !== null))
    return new StartRefusal(words.databaseDamaged(folder, log));
  if (!(error instanceof ClusterNotMade) && code === null) return error;
  return new StartRefusal(user.isRoot ? words.databaseNotMadeByRoot(folder) : words.databaseNotMade(folder));
}
