import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { programUserFor } from '#server/kernel/embedded-postgres/program-user.ts';
import { findPrograms } from '#server/kernel/embedded-postgres/programs.ts';

/** A service that the tests may use; `stop` ends it when it was started for them. */
export interface Service {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** One that a test may stop in the middle of what it does, and start again on the same data. */
export interface PrivateService extends Service {
  /** Stops it at once: no goodbye, no checkpoint. */
  readonly crash: () => Promise<void>;
  /** Starts it again; resolves when it answers. */
  readonly restart: () => Promise<void>;
}

/**
 * A PostgreSQL for one run of the tests, or for one test: the product’s own programs, on a free port, in a temporary folder that goes
 * with it (made in `within`). Nothing of the machine’s own servers is read, configured or restarted.
 * @param isDurable whether what is committed must outlive the machine; a server for tests that only ask for answers need not wait.
 */
export async function startPostgres({
  within = tmpdir(),
  isDurable = true,
}: {
  within?: string;
  isDurable?: boolean;
} = {}): Promise<PrivateService> {
  const { initdb, postgres } = await findPrograms();
  const folder = mkdtempSync(join(within, 'cordee-postgres-'));
  const { prefix, identity } = await programUserFor(folder);
  if (identity) chownSync(folder, identity.uid, identity.gid);
  const data = join(folder, 'data');
  const asOwner = { ...identity, cwd: folder, stdio: 'ignore' } as const;
  const program = (...all: string[]) => ({ command: all[0] ?? '', args: all.slice(1) });
  const cluster = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'];
  const made = program(...prefix, initdb, ...cluster, '--wal-segsize=1', '--no-sync');
  execFileSync(made.command, made.args, asOwner);
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', 'jit=off'];
  settings.push('max_connections=200', 'io_method=sync');
  if (!isDurable) settings.push('fsync=off', 'full_page_writes=off', 'synchronous_commit=off');
  const run = program(...prefix, postgres, '-D', data, ...settings.flatMap((setting) => ['-c', setting]));
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const start = async () => {
    const server = spawn(run.command, run.args, asOwner);
    await until(server, async () => {
      const client = new pg.Client({ connectionString: url });
      // It may be ended while a try is under way.
      client.on('error', () => undefined);
      await client.connect();
      await client.end();
    });
    return server;
  };
  return service(url, folder, start, { crash: 'SIGQUIT', stop: 'SIGINT' });
}

/** A Redis (or Valkey) of this machine’s programs, in the same way; null where there is none. Nothing is written to disk. */
export async function startRedis(): Promise<PrivateService | null> {
  const program = findProgram('redis-server') ?? findProgram('valkey-server');
  if (!program) return null;
  const folder = mkdtempSync(join(tmpdir(), 'cordee-redis-'));
  const port = await freePort();
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--dir',
    folder,
  ];
  const start = async () => {
    const server = spawn(program, args, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
    await once(server.stdout, 'data');
    server.stdout.resume();
    return server;
  };
  return service(`redis://127.0.0.1:${port}`, folder, start, { crash: 'SIGKILL', stop: 'SIGTERM' });
}

/** A port of this machine that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP address was expected');
  server.close();
  await once(server, 'close');
  return address.port;
}

function findProgram(name: string): string | null {
  const path = (process.env.PATH ?? '').split(delimiter);
  return path.map((folder) => join(folder, name)).find((file) => existsSync(file)) ?? null;
}

async function until(server: ChildProcess, condition: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await condition();
    } catch (error) {
      if (server.exitCode !== null || server.signalCode !== null) throw error;
      await wait(100);
    }
  }
}

async function service(
  url: string,
  folder: string,
  start: () => Promise<ChildProcess>,
  signals: { readonly crash: NodeJS.Signals; readonly stop: NodeJS.Signals },
): Promise<PrivateService> {
  let server = await start();
  return {
    url,
    crash: () => end(server, signals.crash),
    async restart() {
      server = await start();
    },
    async stop() {
      await end(server, signals.stop);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill(signal);
  await once(server, 'exit');
}
