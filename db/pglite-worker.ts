/**
 * PGlite in a worker thread, so that a long statement never blocks the event loop of the sockets.
 * One message in, one message out, in order; `pglite-client.ts` is the other side.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, types } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';

export interface WorkerRequest {
  readonly id: number;
  readonly op: 'query' | 'exec' | 'dump' | 'close';
  readonly sql: string;
  readonly params: unknown[];
  readonly rowMode: 'array' | 'object';
}
export interface WorkerAnswer {
  readonly id: number;
  readonly result?: unknown;
  /** Errors lose their fields when cloned: they travel as plain objects, without what cannot be cloned. */
  readonly error?: Record<string, unknown>;
}

const asIs = (value: string) => value;
// Drizzle reads instants and dates itself; functions cannot cross to a worker, so the choice is made here.
const parsers = Object.fromEntries(
  [types.TIMESTAMP, types.TIMESTAMPTZ, types.DATE, types.INTERVAL, 1115, 1185, 1182, 1187].map((type) => [
    type,
    asIs,
  ]),
);

const options: { dataDir?: string; dump?: Uint8Array<ArrayBuffer> } = workerData;
const opening = PGlite.create({
  ...(options.dataDir ? { dataDir: options.dataDir } : {}),
  ...(options.dump ? { loadDataDir: new Blob([options.dump]) } : {}),
  extensions: { unaccent, pg_trgm },
});

let isOpen = true;
opening.catch(() => {
  isOpen = false;
});

async function answer({ op, sql, params, rowMode }: WorkerRequest): Promise<unknown> {
  const pglite = await opening;
  switch (op) {
    case 'query':
      return pglite.query(sql, params, { rowMode, parsers });
    case 'exec':
      return pglite.exec(sql);
    case 'dump':
      return new Uint8Array(await (await pglite.dumpDataDir('gzip')).arrayBuffer());
    case 'close':
      return pglite.close();
  }
}

function plain(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  // PGlite adds the query and its options, which hold functions: a message that cannot be cloned would end the thread.
  const fields = Object.entries(error).filter(([, value]) => typeof value === 'string');
  return { ...Object.fromEntries(fields), message: error.message, name: error.name };
}

const port = parentPort;
if (!port) throw new Error('pglite-worker runs as a worker thread');
port.on('message', async (request: WorkerRequest) => {
  try {
    const result = await answer(request);
    port.postMessage({ id: request.id, result } satisfies WorkerAnswer);
  } catch (error) {
    const fatal = isOpen ? {} : { severity: 'FATAL' };
    port.postMessage({ id: request.id, error: { ...plain(error), ...fatal } } satisfies WorkerAnswer);
  }
});
