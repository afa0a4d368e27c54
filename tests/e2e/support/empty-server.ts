import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPostgresDatabase, TEMPLATE } from '#tests/support/database.ts';
import { freePort } from '#tests/support/private-services.ts';

/** A server of its own, as `npm start` gives it on a new machine: nobody has an account. */
export async function startEmptyServer(): Promise<{ origin: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'cordee-empty-'));
  const database = await createPostgresDatabase(TEMPLATE);
  const port = await freePort();
  const { DEMO: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [...process.execArgv, 'server/index.ts'], {
    env: {
      ...inherited,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: folder,
      DATABASE_URL: database.url,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (output: Buffer) => output.includes('http://') && resolve());
    child.once('exit', (code) => reject(new Error(`the server ended with code ${code}`)));
  });
  return {
    origin: `http://localhost:${port}`,
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
