import { createServer, type RequestListener, type Server } from 'node:http';
import type { Logger } from 'pino';
import type { Database } from '#db/kernel/client.ts';
import { openDataDir } from './kernel/data-dir.ts';
import { openDatabase } from './kernel/database.ts';
import { type Env, readEnv } from './kernel/env.ts';
import { refuseUnreadable } from './kernel/http/last-answer.ts';
import { listen } from './kernel/listen.ts';
import { createLog, endOnFault } from './kernel/log.ts';
import { startTracing } from './kernel/tracing/start-tracing.ts';

/** What a start has once nothing of the machine refuses it any more. */
export interface Begun {
  readonly env: Env;
  readonly log: Logger;
  readonly tracing: Awaited<ReturnType<typeof startTracing>>;
  readonly dataDir: Awaited<ReturnType<typeof openDataDir>>;
  readonly database: Database;
  /** It listens, and says 503 until `answer` is given. */
  readonly server: Server;
  readonly answer: (listener: RequestListener) => void;
  /** The address under which people come. */
  readonly origin: string;
}

/**
 * All that can refuse a start: settings, folder, port, database. `onClear` is called once only the database is left, which takes its time
 * in another process.
 * @throws {StartRefusal} with what to do about it.
 */
export async function begin(onClear: () => void): Promise<Begun> {
  const env = readEnv();
  const log = endOnFault(createLog(env.LOG_LEVEL));
  const tracing = await startTracing(env, log);
  const dataDir = await openDataDir(env);
  const server = createServer();
  const port = await listen(server, env.PORT, env.HOST);
  let answer: RequestListener = (_request, response) => {
    response.writeHead(503, { 'retry-after': '2' }).end();
  };
  server.on('request', (request, response) => answer(request, response));
  server.on('clientError', refuseUnreadable);
  onClear();
  const database = await openDatabase(env, dataDir.path);
  return {
    ...{ env, log, tracing, dataDir, database, server },
    answer: (listener) => {
      answer = listener;
    },
    origin: env.ORIGIN ?? `http://localhost:${port}`,
  };
}
