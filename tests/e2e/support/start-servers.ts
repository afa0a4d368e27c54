import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPostgresDatabase, demonstrationTemplate, type OwnDatabase } from '#tests/support/database.ts';
import { setup } from '#tests/support/test-services.ts';

interface Running {
  readonly child: ChildProcess;
  readonly database: OwnDatabase;
}

/**
 * Before the journeys: for each worker the built product, on a copy of the demonstration of its own.
 * @returns what ends them all.
 */
export default async function startServers(): Promise<() => Promise<void>> {
  const stopServices = await setup();
  const template = await demonstrationTemplate();
  const folder = await mkdtemp(join(tmpdir(), 'cordee-e2e-'));
  const ports = (process.env.E2E_PORTS ?? '').split(',');
  const running = new Map<string, Running>();
  async function begin(port: string): Promise<void> {
    const database = await createPostgresDatabase(template);
    const dataDir = await mkdtemp(join(folder, port));
    const child = startServer(port, dataDir, database.url);
    running.set(port, { child, database });
    await isReady(child);
  }
  async function end(port: string): Promise<void> {
    const { child, database } = running.get(port) ?? {};
    if (child?.exitCode === null && child.kill('SIGTERM')) await once(child, 'exit');
    await database?.drop();
  }
  const stop = async () => {
    await Promise.all(ports.map(end));
    await rm(folder, { recursive: true, force: true });
    await stopServices?.();
  };
  try {
    await Promise.all(ports.map(begin));
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

function startServer(port: string, dataDir: string, databaseUrl: string): ChildProcess {
  // As `npm start` has it ([OP6]).
  return spawn(process.execPath, ['--max-semi-space-size=8', 'server/index.ts'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DEMO: '1',
      HOST: '127.0.0.1',
      PORT: port,
      ORIGIN: `http://127.0.0.1:${port}`,
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Resolves with the line that says its address. */
function isReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (output: Buffer) => output.includes('http://') && resolve());
    child.once('exit', (code) => reject(new Error(`a server ended with code ${code}`)));
  });
}
