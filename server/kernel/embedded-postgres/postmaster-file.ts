import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, readlink, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { server as words } from '#shared/kernel/start/server.fr.ts';
import { StartRefusal } from '../start-refusal.ts';
import type { Places } from './cluster-places.ts';

/** What a running PostgreSQL writes of itself: https://www.postgresql.org/docs/18/storage-file-layout.html, `postmaster.pid`. */
export interface PostmasterFile {
  readonly pid: number;
  /** The folder it was started on. */
  readonly data: string;
  /** Of its TCP socket, or of the name of the other. */
  readonly port: number;
  readonly isReady: boolean;
}

/** Reads it; null when none runs, or it has not written enough of it yet. */
export async function readPostmasterFile({ data }: Places): Promise<PostmasterFile | null> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid = '', folder = '', , port = '', , , , status = ''] = text.split('\n').map((line) => line.trim());
  if (!/^\d+$/.test(pid) || folder === '') return null;
  return { pid: Number(pid), data: folder, port: Number(port), isReady: status === 'ready' };
}

/**
 * Ends the PostgreSQL that a killed process of ours left on this folder, which this process now holds. A file left by one that is gone,
 * whose number another program may have by now, is removed: PostgreSQL would take that program for itself.
 * @throws {StartRefusal} when the folder is a copy of one that was in use: nothing says that it is whole.
 */
export async function endOrphan(places: Places): Promise<void> {
  const left = await readPostmasterFile(places);
  if (!left) return;
  if (await runsOn(left.pid, places)) return end(left.pid);
  const isCopy = left.data !== places.data && existsSync(join(left.data, 'PG_VERSION'));
  if (isCopy && (await realpath(left.data)) !== (await realpath(places.data)))
    throw new StartRefusal(words.databaseCopied(places.folder, left.data));
  await rm(join(places.data, 'postmaster.pid'), { force: true });
}

/** Is this process a PostgreSQL on this very folder? */
async function runsOn(pid: number, { data }: Places): Promise<boolean> {
  if (!isAlive(pid)) return false;
  // A folder that was moved meanwhile has another name than the one it was started with.
  const where = await readlink(`/proc/${pid}/cwd`).catch(() => null);
  if (where !== null) return where === (await realpath(data));
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => processCommand(pid));
  return command.includes('postgres') && (process.platform === 'win32' || command.includes(data));
}

function processCommand(pid: number): string {
  const isWindows = process.platform === 'win32';
  const [program, args] = isWindows
    ? ['tasklist', ['/fi', `pid eq ${pid}`]]
    : ['ps', ['-o', 'command=', '-p', String(pid)]];
  try {
    return execFileSync(program as string, args as string[], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/** Fast, then at once, then by the system: each keeps what was committed. */
async function end(pid: number): Promise<void> {
  for (const [signal, seconds] of [
    ['SIGINT', 30],
    ['SIGQUIT', 10],
    ['SIGKILL', 10],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (let waited = 0; waited < seconds * 1000; waited += 20) {
      if (!isAlive(pid)) return;
      await wait(20);
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
