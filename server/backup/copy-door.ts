import { constants } from 'node:fs';
import { chmod, cp, readdir, rm, stat, statfs } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { PgliteClient } from '#db/pglite-client.ts';
import { backup as words } from '#shared/messages/fr/backup.ts';
import { socketPath } from '../data-dir.ts';
import { StartRefusal } from '../start-refusal.ts';

const DOOR = 'backup.sock';
const COPY = 'database.copy-';
const ASKED = 'copy\n';

const Answer = z.union([z.object({ copied: z.string() }), z.object({ refused: z.enum(['room', 'failed']) })]);
type Answer = z.output<typeof Answer>;

/**
 * The door of the process that holds an embedded database, for a backup beside it: a socket that only the owner of the data folder
 * may use. Whoever asks gets a copy of the database's folder, made while no statement runs; it is theirs to remove.
 */
export async function openCopyDoor(
  dataDir: string,
  pglite: PgliteClient,
): Promise<{ close(): Promise<void> }> {
  await removeCopies(dataDir);
  const path = socketPath(dataDir, DOOR);
  // The folder is ours: a socket that is there was left by a killed process.
  await rm(path, { force: true });
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => socket.destroy());
    void answer(socket, dataDir, pglite);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  if (process.platform !== 'win32') await chmod(path, 0o600);
  server.unref();
  return { close: () => closed(server) };
}

async function answer(socket: Socket, dataDir: string, pglite: PgliteClient): Promise<void> {
  const asked = await text(socket).catch(() => '');
  if (asked !== ASKED) return void socket.destroy();
  const told = await copyDatabase(dataDir, pglite).catch((): Answer => ({ refused: 'failed' }));
  socket.end(JSON.stringify(told));
}

async function copyDatabase(dataDir: string, pglite: PgliteClient): Promise<Answer> {
  const from = join(dataDir, 'database');
  const to = join(dataDir, `${COPY}${Date.now()}`);
  await removeCopies(dataDir);
  const { bavail, bsize } = await statfs(dataDir);
  // The disk of a server that serves is not filled by its backup.
  if (bavail * bsize < 2 * (await sizeOf(from))) return { refused: 'room' };
  try {
    await pglite.still(() => cp(from, to, { recursive: true, mode: constants.COPYFILE_FICLONE }));
    return { copied: to };
  } catch (error) {
    await rm(to, { recursive: true, force: true });
    throw error;
  }
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map((entry) => stat(join(entry.parentPath, entry.name)).then(({ size }) => size));
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

async function removeCopies(dataDir: string): Promise<void> {
  const left = (await readdir(dataDir)).filter((name) => name.startsWith(COPY));
  await Promise.all(left.map((name) => rm(join(dataDir, name), { recursive: true, force: true })));
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

/**
 * Asks the process that holds this folder for a copy of its database; gives the folder of the copy.
 * @throws {StartRefusal} when it does not answer, or has no room for one.
 */
export async function askForCopy(dataDir: string): Promise<string> {
  const said = await new Promise<string>((resolve, reject) => {
    const socket = connect(socketPath(dataDir, DOOR));
    socket.once('error', reject);
    socket.end(ASKED);
    text(socket).then(resolve, reject);
  }).catch(() => '');
  const answered = Answer.safeParse(said ? JSON.parse(said) : null).data;
  if (!answered) throw new StartRefusal(words.serverSilent(dataDir));
  if ('copied' in answered) return answered.copied;
  throw new StartRefusal(answered.refused === 'room' ? words.noRoom(dataDir) : words.copyFailed);
}
