import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chown, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type Places, placesIn } from './cluster-places.ts';
import type { ProgramUser } from './program-user.ts';
import type { Programs } from './programs.ts';

/** Who administers the cluster, and who does the product’s own work: no superuser. */
export const ROLE = { administrator: 'postgres', own: 'cordee' } as const;
/** The database of the product. */
export const DATABASE = 'cordee';

export interface Passwords {
  readonly administrator: string;
  readonly own: string;
}

/**
 * The programs ended with an error, and said this. */
export class ClusterNotMade extends Error {
  override name = 'ClusterNotMade';
}

/**
 * Makes the cluster of these places under another name, which takes its own once it is whole and on the disk: an interrupted start
 * leaves nothing that looks like a database. What an earlier interruption left is empty of data and is removed.
 * @throws {ClusterNotMade} with what PostgreSQL said.
 */
export async function makeCluster(places: Places, programs: Programs, user: ProgramUser): Promise<void> {
  const before = `${places.folder}.making-`;
  for (const name of await readdir(dirname(before)))
    if (name.startsWith(basename(before))) await forget(join(dirname(before), name));
  // A name of its own: the programs of a killed process write on in theirs for a moment.
  const making = placesIn(`${before}${randomBytes(4).toString('hex')}`);
  await mkdir(making.folder, { mode: 0o700 });
  const password = () => randomBytes(24).toString('base64url');
  const passwords: Passwords = { administrator: password(), own: password() };
  await writeDurably(making.passwords, JSON.stringify(passwords));
  const given = `${making.passwords}.given`;
  await writeDurably(given, passwords.administrator);
  const { identity } = user;
  if (identity) for (const path of [making.folder, given]) await chown(path, identity.uid, identity.gid);
  try {
    await run(user, programs.initdb, [...INITDB, '-D', making.data, `--pwfile=${given}`]);
    await run(
      user,
      programs.postgres,
      // On the command line: this program reads no settings of ours yet.
      ['--single', '-D', making.data, '-c', 'log_min_error_statement=panic', 'postgres'],
      `create role ${ROLE.own} login password '${passwords.own}'\ncreate database ${DATABASE} owner ${ROLE.own}\n`,
    );
    await rm(given);
    await sync(making.folder);
    await rename(making.folder, places.folder);
    await sync(dirname(places.folder));
  } catch (error) {
    await forget(making.folder);
    throw error;
  }
}

/** French letters are known by PostgreSQL itself, whatever the system knows of them; see docs/decisions/0035. */
const INITDB = [
  ...['-U', ROLE.administrator, '-A', 'scram-sha-256', '-E', 'UTF8'],
  ...['--locale=C', `--lc-ctype=${process.platform === 'linux' ? 'C.UTF-8' : 'C'}`],
  ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'],
];

async function run(user: ProgramUser, program: string, args: string[], input = ''): Promise<void> {
  const [command = program, ...rest] = [...user.prefix, program, ...args];
  const child = spawn(command, rest, { ...user.identity, stdio: ['pipe', 'ignore', 'pipe'] });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const said = text(child.stderr);
  const [code] = await once(child, 'close').catch((error: Error) => [error.message]);
  // The single-user program ends well whatever its statements did.
  if (code !== 0 || /^.*(?:ERROR|FATAL|PANIC):/m.test(await said)) throw new ClusterNotMade(await said);
}

/** What cannot be removed now goes at a later making. */
function forget(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
}

async function writeDurably(path: string, content: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  await file.writeFile(content);
  await file.sync();
  await file.close();
}

/** A name is on the disk once its folder is; some systems open no folder, and keep names by themselves. */
async function sync(folder: string): Promise<void> {
  const opened = await open(folder, 'r').catch(() => null);
  await opened?.sync().catch(() => undefined);
  await opened?.close();
}
