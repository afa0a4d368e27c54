import { Worker } from 'node:worker_threads';
import type { WorkerAnswer, WorkerRequest } from './pglite-worker.ts';
import { statement, traced } from './traced.ts';

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
 *
 * A thread that has ended, or whose database is past help (no room for its journal: PGlite then hangs or fails for
 * ever), is replaced at the next statement by one that recovers the directory, as after a crash.
 */
export class PgliteClient implements Runner {
  #options: { dataDir?: string; dump?: Uint8Array };
  #worker: Worker | null = null;
  #next = 1;
  #waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  #queue: Promise<unknown> = Promise.resolve();
  #ended: Error | null = null;

  /** Opens the directory, or a database in memory when none is given; `dump` fills a new one. */
  constructor(options: { dataDir?: string; dump?: Uint8Array }) {
    this.#options = options;
    this.#worker = this.#start();
  }

  #live(): Worker | null {
    if (!this.#ended) this.#worker ??= this.#start();
    return this.#worker;
  }

  #start(): Worker {
    const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), { workerData: this.#options });
    worker.unref();
    worker.on('message', ({ id, result, error }: WorkerAnswer) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (this.#waiting.size === 0) worker.unref();
      if (error) waiting?.reject(Object.assign(new Error(String(error.message)), error));
      else waiting?.resolve(result as never);
      if (error && isPastHelp(error)) this.#giveUp(worker, new Error(String(error.message)));
    });
    worker.on('error', (error) => this.#giveUp(worker, error));
    worker.on('exit', (code) => this.#giveUp(worker, new Error(`PGlite worker ended with code ${code}`)));
    return worker;
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
      const worker = this.#live();
      const end = async (statement: 'COMMIT' | 'ROLLBACK') => {
        if (open) await this.#send('exec', statement, [], 'object', worker);
        open = false;
      };
      await this.#send('exec', 'BEGIN', [], 'object', worker);
      try {
        const value = await run({
          query: (sql, params = [], options = {}) =>
            this.#send('query', sql, params, options.rowMode ?? 'object', worker),
          exec: (sql) => this.#send('exec', sql, [], 'object', worker),
          rollback: () => end('ROLLBACK'),
        });
        await end('COMMIT');
        return value;
      } catch (error) {
        await end('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });
  }

  /** The whole data directory as a gzipped archive, from which `dump` opens another database in half a second. */
  dump(): Promise<Uint8Array> {
    return this.#enqueue(() => this.#send<Uint8Array>('dump', ''));
  }

  /** Runs `work` while no statement runs, and everything that was committed is in the files of the directory. */
  still<T>(work: () => Promise<T>): Promise<T> {
    return this.#enqueue(async () => {
      await this.#send('exec', 'CHECKPOINT');
      return work();
    });
  }

  async close(): Promise<void> {
    if (this.#ended) return;
    const worker = this.#worker;
    if (worker) await this.#enqueue(() => this.#send('close', '')).catch(() => undefined);
    this.#ended = new Error('PGlite is closed');
    await worker?.terminate();
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
    worker: Worker | null = this.#live(),
  ): Promise<T> {
    // What began in a thread that is gone is gone with it: its rest must not run outside any transaction.
    if (this.#ended || !worker || worker !== this.#worker)
      return Promise.reject(this.#ended ?? new Error('PGlite was lost during a transaction'));
    const id = this.#next++;
    const asked = () =>
      new Promise<T>((resolve, reject) => {
        this.#waiting.set(id, { resolve, reject });
        worker.ref();
        worker.postMessage({ id, op, sql, params, rowMode } satisfies WorkerRequest);
      });
    return traced(() => statement(sql), asked);
  }

  #giveUp(worker: Worker, error: Error): void {
    if (worker !== this.#worker) return;
    this.#worker = null;
    void worker.terminate();
    // What was in memory only is lost.
    if (!this.#options.dataDir) this.#ended ??= error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

/** The machine under the database failed, not the statement. */
function isPastHelp({ name, message, severity }: Record<string, unknown>): boolean {
  return (
    severity === 'PANIC' ||
    severity === 'FATAL' ||
    ['RuntimeError', 'ErrnoError', 'ExitStatus'].includes(String(name)) ||
    String(message).includes('pg_wal')
  );
}
