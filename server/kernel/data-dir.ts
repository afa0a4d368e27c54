import { createHash, randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, link, mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { server as words } from '#shared/kernel/start/server.fr.ts';
import { finishExchange } from '../operations/backup/exchange.ts';
import type { Env } from './env.ts';
import { StartRefusal } from './start-refusal.ts';

/** The refusal of a folder that another process holds, for who has better advice than to stop it. */
export class DataDirInUse extends StartRefusal {
  override name = 'DataDirInUse';
  readonly path: string;

  constructor(path: string) {
    super(words.dataDirInUse(path));
    this.path = path;
  }
}

/** A folder of data, held by this process alone or shared. */
export interface DataDir {
  readonly path: string;
  release(): Promise<void>;
}

/**
 * Where a socket of this folder is. Their paths are limited to about 100 bytes: those of a deep folder are in the temporary
 * folder, by hash.
 */
export function socketPath(path: string, name: string): string {
  const id = createHash('sha256').update(path).digest('hex').slice(0, 24);
  if (process.platform === 'win32') return `\\\\.\\pipe\\cordee-${id}-${name}`;
  const beside = join(path, name);
  return Buffer.byteLength(beside) < 100 ? beside : join(tmpdir(), `cordee-${id}-${name}`);
}

function listen(path: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.end());
    server.once('error', reject);
    server.listen(path, () => resolve(server.unref()));
  });
}

function isAlive(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
  });
}

/**
 * The folder of these settings. With the database elsewhere it holds files, mails and the secret, which instances share;
 * an embedded database is in it, and the folder is then held by this process alone.
 * @throws {StartRefusal} as `holdDataDir`.
 */
export async function openDataDir(env: Pick<Env, 'DATA_DIR' | 'DATABASE_URL'>): Promise<DataDir> {
  if (!env.DATABASE_URL) return holdDataDir(env.DATA_DIR);
  return { path: await usableFolder(env.DATA_DIR), release: async () => undefined };
}

function usableFolder(wanted: string): Promise<string> {
  return mkdir(wanted, { recursive: true })
    .then(() => access(wanted, constants.R_OK | constants.W_OK))
    .then(() => realpath(wanted))
    .catch(() => {
      throw new StartRefusal(words.dataDirUnreadable(wanted));
    });
}

/**
 * Takes the folder for this process: an embedded database has one process that runs it (docs/decisions/0035).
 * The lock is a listening socket, so that a killed process leaves one that nobody answers and the next takes over.
 * A restoration that was killed once it was whole is finished here, before anybody opens the database.
 * @throws {StartRefusal} when the folder cannot be used, or another process holds it.
 */
export async function holdDataDir(wanted: string): Promise<DataDir> {
  const path = await usableFolder(wanted);
  const lock = socketPath(path, 'lock.sock');
  const server = await listen(lock).catch(async () => {
    if (await isAlive(lock)) throw new DataDirInUse(path);
    await rm(lock, { force: true });
    return listen(lock).catch(() => {
      throw new DataDirInUse(path);
    });
  });
  await finishExchange(path);
  return { path, release: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** A secret made once and kept in the data folder, readable by its owner only; of instances that start together, one makes it. */
export async function keptSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, 'session-secret');
  const found = await readSecret(file);
  if (found && found.length >= 32) return found;
  if (found !== null) await rm(file, { force: true });
  // Written aside, then given its name unless somebody else has: no other instance reads half a secret.
  const making = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(making, randomBytes(48).toString('base64url'), { mode: 0o600 });
  await link(making, file).catch((error: NodeJS.ErrnoException) => {
    // A folder that knows no links (some mounted ones) is not one that instances share.
    if (error.code !== 'EEXIST') return rename(making, file);
  });
  await rm(making, { force: true });
  return (await readSecret(file)) ?? '';
}

async function readSecret(file: string): Promise<string | null> {
  return readFile(file, 'utf8').then(
    (text) => text.trim(),
    () => null,
  );
}
