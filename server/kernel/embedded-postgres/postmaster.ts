import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rename, stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { type Places, socketFolder } from './cluster-places.ts';
import { writeSettings } from './cluster-settings.ts';
import { endOrphan, readPostmasterFile } from './postmaster-file.ts';
import type { ProgramUser } from './program-user.ts';
import type { Programs } from './programs.ts';

/** PostgreSQL did not start, and said this. */
export class PostmasterRefused extends Error {
  override name = 'PostmasterRefused';
}

/** A PostgreSQL that this process started and keeps running. */
export interface Postmaster {
  /** Ends it fast: what was committed is on the disk, nothing has to be recovered at the next start. */
  stop(): Promise<void>;
}

/** Between two tries to start again one that died: at first at once. */
const AGAIN_MS = [0, 100, 200, 500, 1_000, 2_000, 5_000];
/** How long the processes of one that was killed may take to see that it is gone. */
const LEFTOVERS_MS = 30_000;
const LOG_BYTES = 1024 * 1024;

/**
 * Starts PostgreSQL on the cluster of these places and resolves once it answers. One that dies is started again, later and later, until
 * `stop`: whoever is connected meanwhile is refused and tries again, as with any PostgreSQL that restarts.
 * @throws {PostmasterRefused} when it does not start.
 * @throws {StartRefusal} as `endOrphan`.
 */
export async function startPostmaster(
  places: Places,
  programs: Programs,
  user: ProgramUser,
): Promise<Postmaster> {
  await endOrphan(places);
  await writeSettings(places);
  await shortenLog(places);
  const args = ['-D', places.data, ...(await addressOf(places)).flatMap((one) => ['-c', one])];
  let isStopping = false;
  let child = await startOnce();
  // Whatever ends this process, a refusal to start among others, ends PostgreSQL.
  const endWithUs = () => void child.kill('SIGINT');
  process.on('exit', endWithUs);
  let kept = keep();

  async function startOnce(): Promise<ChildProcess> {
    for (const started = Date.now(); ; await wait(100)) {
      try {
        return await start(places, programs, user, args);
      } catch (error) {
        const isBusy =
          error instanceof PostmasterRefused && /still in use|already exists/.test(error.message);
        if (!isBusy || Date.now() - started > LEFTOVERS_MS) throw error;
      }
    }
  }

  async function keep(): Promise<void> {
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    for (let tries = 0; !isStopping; tries++) {
      await wait(AGAIN_MS[Math.min(tries, AGAIN_MS.length - 1)], undefined, { ref: false });
      const next = isStopping ? null : await startOnce().catch(() => null);
      if (!next) continue;
      child = next;
      kept = keep();
      return;
    }
  }

  return {
    async stop() {
      isStopping = true;
      child.ref();
      // A start that was under way ends before it is stopped.
      for (let end = kept; ; end = kept) {
        child.kill('SIGINT');
        await end;
        if (end === kept) break;
      }
      process.off('exit', endWithUs);
    },
  };
}

/** How it is reached: over a socket of a closed folder; on Windows, which has none for us, over a port of this machine. */
async function addressOf(places: Places): Promise<string[]> {
  if (process.platform === 'win32') {
    const { port } = (await readPostmasterFile(places)) ?? { port: 0 };
    return ['listen_addresses=127.0.0.1', `port=${port || 49_152 + (process.pid % 10_000)}`];
  }
  return [
    'listen_addresses=',
    'port=5432',
    // A list of names, in which a quoted one may hold a comma.
    `unix_socket_directories="${(await socketFolder(places)).replaceAll('"', '""')}"`,
    'unix_socket_permissions=0700',
  ];
}

async function start(
  places: Places,
  programs: Programs,
  user: ProgramUser,
  args: readonly string[],
): Promise<ChildProcess> {
  const log = await open(places.log, 'a', 0o600);
  const { size } = await log.stat();
  try {
    const [command = '', ...rest] = [...user.prefix, programs.postgres, ...args];
    const child = spawn(command, rest, {
      ...user.identity,
      cwd: places.data,
      // Not of our group: Ctrl-C in a terminal is for us, who store what we received before it is stopped.
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    let failure: Error | null = null;
    child.once('error', (error) => {
      failure = error;
    });
    const isOver = () => failure !== null || child.exitCode !== null || child.signalCode !== null;
    while (!isOver()) {
      const told = await readPostmasterFile(places);
      if (told?.isReady && told.pid === child.pid) {
        child.unref();
        return child;
      }
      await wait(10);
    }
    const said = (await readFile(places.log)).subarray(size).toString('utf8');
    throw new PostmasterRefused(failure ? String(failure) : said);
  } finally {
    await log.close();
  }
}

/** Of two files at most, the older is forgotten. */
async function shortenLog({ log }: Places): Promise<void> {
  const size = await stat(log).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LOG_BYTES) await rename(log, `${log}.1`);
}
