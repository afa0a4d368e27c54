import { createHash } from 'node:crypto';
import { lstat, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { server as words } from '#shared/kernel/start/server.fr.ts';
import { StartRefusal } from '../start-refusal.ts';

/** What the folder of an embedded cluster is called, before its major version. */
export const CLUSTER = 'postgresql-';
/** The folder of the embedded database of older releases, which was not a PostgreSQL of ours. */
export const OLDER_DATABASE = 'database';

/** Where the parts of an embedded cluster are. */
export interface Places {
  /** All of it, for its owner only: `DATA_DIR/postgresql-18`. */
  readonly folder: string;
  /** PostgreSQL’s own. */
  readonly data: string;
  /** The passwords of its two users, made once. */
  readonly passwords: string;
  /** What PostgreSQL itself says of its life; no statement and no value of a row. */
  readonly log: string;
}

/** The places of a cluster whose folder is this. */
export function placesIn(folder: string): Places {
  return {
    folder,
    data: join(folder, 'data'),
    passwords: join(folder, 'passwords.json'),
    log: join(folder, 'postgresql.log'),
  };
}

/** The name of a socket in its folder, and a margin: the path of a socket is limited to 107 bytes, to 103 on macOS. */
const SOCKET_NAME = '/.s.PGSQL.5432.lock';
const LONGEST = 103;

/**
 * The folder of the socket: the cluster’s own, or, where its path is too long, one in the temporary folder named after it.
 * @throws {StartRefusal} when somebody else made that one: whoever owns it could answer in our place.
 */
export async function socketFolder({ folder }: Places): Promise<string> {
  if (Buffer.byteLength(folder + SOCKET_NAME) <= LONGEST) return folder;
  const short = join(tmpdir(), `cordee-${createHash('sha256').update(folder).digest('hex').slice(0, 24)}`);
  await mkdir(short, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const made = await lstat(short);
  const isOurs = made.isDirectory() && (made.mode & 0o077) === 0;
  if (!isOurs || (process.getuid && ![process.getuid(), (await lstat(folder)).uid].includes(made.uid)))
    throw new StartRefusal(words.socketFolderTaken(short));
  return short;
}
