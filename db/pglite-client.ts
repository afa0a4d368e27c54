import { Worker } from 'node:worker_threads';
import type { WorkerAnswer, WorkerRequest } from './pglite-worker.ts';

interface QueryOptions {
  rowMode?: 'array' | 'object';
}
interface QueryResult {
  rows: never[];
  fields: { name: string; dataTypeID: number }[];
  affectedRows?: number;
}
interface Runner {
  query(sql: string, params?: unknown[], options?: QueryOptions): Promise<QueryResult>;
  exec(sql: string): Promise<QueryResult[]>;
}

/**
 * The part of PGlite that Drizzle, better-auth and pg-boss use, played by a worker thread. One statement at a time:
 * a transaction holds the queue until it ends, so inside one only its own `tx` may be used; with the outer handle the
 * statement would wait for ever (on PostgreSQL it would pass: tests run on both).
 */
export class PgliteClient implements Runner {
  #worker: Worker;
  #next = 1;
  #waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  #queue: Promise<unknown> = Promise.resolve();
  #ended: Error | null = null;

  /** Opens the directory, or a database in memory when none is given; `dump` fills a new one. */
  constructor(options: { dataDir?: string; dump?: Uint8Array }) {
    this.#worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), { workerData: options });
    this.#worker.unref();
    this.#worker.on('message', ({ id, result, error }: WorkerAnswer) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (this.#waiting.size === 0) this.#worker.unref();
      if (error) waiting?.reject(Object.assign(new Error(String(error.message)), error));
      else waiting?.resolve(result as never);
    });
    this.#worker.on('error', (error) => this.#end(error));
    this.#worker.on('exit', (code) => this.#end(new Error(`PGlite worker ended with code ${code}`)));
  }

  query(sql: string, params: unknown[] = [], options: QueryOptions = {}): Promise<QueryResult> {
    return this.#enqueue(() => this.#send('query', sql, params, options.rowMode ?? 'object'));
  }

  exec(sql: string): Promise<QueryResult[]> {
    return this.#enqueue(() => this.#send('exec', sql));
  }

  transaction<T>(run: (tx: Runner & { rollback(): Promise<void> }) => Promise<T>): Promise<T> {
    return this.#enqueue(async () => {
      let open = true;
      const end = async (statement: 'COMMIT' | 'ROLLBACK') => {
        if (open) await this.#send('exec', statement);
        open = false;
      };
      await this.#send('exec', 'BEGIN');
      try {
        const value = await run({
          query: (sql, params = [], options = {}) =>
            this.#send('query', sql, params, options.rowMode ?? 'object'),
          exec: (sql) => this.#send('exec', sql),
          rollback: () => end('ROLLBACK'),
        });
        await end('COMMIT');
        return value;
      } catch (error) {
        await end('ROLLBACK');
        throw error;
      }
    });
  }

  /** The whole data directory as a gzipped archive, from which `dump` opens another database in half a second. */
  dump(): Promise<Uint8Array> {
    return this.#enqueue(() => this.#send<Uint8Array>('dump', ''));
  }

  async close(): Promise<void> {
    if (this.#ended) return;
    await this.#enqueue(() => this.#send('close', ''));
    await this.#worker.terminate();
  }

  #enqueue<T>(job: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(job);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  #send<T = QueryResult>(
    op: WorkerRequest['op'],
    sql: string,
    params: unknown[] = [],
    rowMode: 'array' | 'object' = 'object',
  ): Promise<T> {
    if (this.#ended) return Promise.reject(this.#ended);
    const id = this.#next++;
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage({ id, op, sql, params, rowMode } satisfies WorkerRequest);
    });
  }

  #end(error: Error): void {
    this.#ended ??= error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
