import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgres } from '#db/kernel/client.ts';
import { raiseEpochs } from '#db/realtime/epochs.ts';
import {
  createPostgresDatabase,
  demonstrationTemplate,
  onServer,
  TEMPLATE,
  testDatabaseUrl,
} from '#tests/support/database.ts';
import { freePort } from '#tests/support/private-services.ts';

/** A demonstration of its own on one address, which a journey can really stop and start again. */
export interface OwnServer {
  readonly origin: string;
  /** Does nothing while it runs. */
  start(settings?: Record<string, string>): Promise<void>;
  /** Ends the process: from then on the address refuses connections. */
  stop(): Promise<void>;
  /** Keeps the state of the stopped server, or puts the one that was kept back, as whoever restores a backup does. */
  keepState(): Promise<void>;
  restoreState(): Promise<void>;
  /** What this statement answers, beside the server. */
  run(statement: string, values: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
  remove(): Promise<void>;
}

/** `settings` are those of its first start. */
export async function startOwnServer(settings?: Record<string, string>): Promise<OwnServer> {
  const folder = await mkdtemp(join(tmpdir(), 'cordee-own-'));
  // Under another clock it installs its demonstration itself, of another day.
  const template = settings?.NODE_OPTIONS ? TEMPLATE : await demonstrationTemplate();
  const database = await createPostgresDatabase(template);
  const name = new URL(database.url).pathname.slice(1);
  const onDatabases = (...statements: string[]) => onServer(testDatabaseUrl(), ...statements);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  let child: ReturnType<typeof spawnServer> | null = null;

  function spawnServer(settings: Record<string, string>) {
    return spawn(process.execPath, [...process.execArgv, 'server/index.ts'], {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DEMO: '1',
        HOST: '127.0.0.1',
        PORT: String(port),
        ORIGIN: origin,
        DATA_DIR: folder,
        DATABASE_URL: database.url,
        LOG_LEVEL: 'error',
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  }

  const server: OwnServer = {
    origin,
    async start(settings = {}) {
      if (child) return;
      const started = spawnServer(settings);
      child = started;
      await new Promise<void>((resolve, reject) => {
        started.stdout.on('data', (output: Buffer) => output.includes(origin) && resolve());
        started.once('exit', (code) => reject(new Error(`the server ended with code ${code}`)));
      });
    },
    async stop() {
      const stopped = child;
      child = null;
      if (!stopped || stopped.exitCode !== null) return;
      stopped.kill('SIGTERM');
      await once(stopped, 'exit');
    },
    async keepState() {
      await cp(folder, `${folder}-kept`, { recursive: true, force: true });
      await onDatabases(
        `drop database if exists ${name}_kept`,
        `create database ${name}_kept template ${name}`,
      );
    },
    async restoreState() {
      await rm(folder, { recursive: true });
      await cp(`${folder}-kept`, folder, { recursive: true });
      await onDatabases(`drop database ${name}`, `create database ${name} template ${name}_kept`);
      const restored = openPostgres(database.url);
      await raiseEpochs(restored.db, new Date());
      await restored.close();
    },
    async run(statement, values) {
      const opened = openPostgres(database.url);
      const { rows } = await opened.run(statement, [...values]);
      await opened.close();
      return rows;
    },
    async remove() {
      await server.stop();
      await onDatabases(`drop database if exists ${name}_kept`);
      await database.drop();
      await rm(folder, { recursive: true, force: true });
      await rm(`${folder}-kept`, { recursive: true, force: true });
    },
  };
  await server.start(settings);
  return server;
}
