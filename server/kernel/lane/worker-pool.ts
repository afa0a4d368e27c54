import { AskerGone } from './lane.ts';

/** What a worker is given: one task, and whom to tell. */
export interface PooledJob<Task> {
  readonly task: Task;
  readonly limitMs: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** A thread or a process that works on one job at a time, and is stopped by being ended. */
export interface PooledWorker<Task> {
  /** What it works on now. */
  readonly job: PooledJob<Task> | null;
  /** When its job will have been at it for longer than is usual (`performance.now()`). */
  readonly lateAt: number;
  /** Starts before there is work. */
  warm(): void;
  run(job: PooledJob<Task>): void;
  /** Ends it, and its job with this error; the next job starts it anew. */
  end(error: Error): Promise<unknown>;
}

interface RunOptions {
  readonly limitMs: number;
  /** Aborted when nobody waits any more: a job that waits leaves, one that runs is ended with its worker. */
  readonly signal?: AbortSignal | undefined;
  /** Hears how many are before, 0 when it begins. */
  readonly onPlace?: ((before: number) => void) | undefined;
}

interface Queued<Task> extends PooledJob<Task> {
  readonly onPlace: RunOptions['onPlace'];
}

/**
 * A queue of jobs for workers. One serves it, in order, as long as jobs end quickly. When all are late, the queue goes on
 * in one more, up to `most`: one job that takes long holds up nobody else.
 */
export class WorkerPool<Task, Worker extends PooledWorker<Task> = PooledWorker<Task>> {
  readonly #most: number;
  readonly #make: (onFree: () => void) => Worker;
  #queue: Queued<Task>[] = [];
  #workers: Worker[] = [];
  #retry: NodeJS.Timeout | null = null;
  #closed: Error | null = null;

  constructor({ most, make }: { most: number; make: (onFree: () => void) => Worker }) {
    this.#most = most;
    this.#make = make;
    this.#workers.push(this.#worker());
  }

  get workers(): readonly Worker[] {
    return this.#workers;
  }

  get isBusy(): boolean {
    return this.#workers.every(({ job }) => job !== null);
  }

  warm(): void {
    if (!this.#closed) this.#workers[0]?.warm();
  }

  /** Rejects with what the task threw, with the error of whoever ended its worker, or with `AskerGone`. */
  run(task: Task, { limitMs, signal, onPlace }: RunOptions): Promise<unknown> {
    if (this.#closed) return Promise.reject(this.#closed);
    if (signal?.aborted) return Promise.reject(new AskerGone());
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const job: Queued<Task> = { task, limitMs, resolve, reject, onPlace };
    const cancel = () => this.#cancel(job);
    signal?.addEventListener('abort', cancel, { once: true });
    this.#queue.push(job);
    this.#next();
    const at = this.#queue.indexOf(job);
    if (at >= 0) onPlace?.(at + 1);
    return promise.finally(() => signal?.removeEventListener('abort', cancel));
  }

  #worker(): Worker {
    return this.#make(() => this.#next());
  }

  #cancel(job: Queued<Task>): void {
    const at = this.#queue.indexOf(job);
    if (at < 0) {
      void this.#workers.find((worker) => worker.job === job)?.end(new AskerGone());
      return;
    }
    this.#queue.splice(at, 1);
    this.#tellPlaces();
    job.reject(new AskerGone());
  }

  #next(): void {
    if (this.#closed) return;
    for (let job = this.#queue[0]; job; job = this.#queue[0]) {
      const worker = this.#workers.find((one) => one.job === null) ?? this.#oneMore();
      if (!worker) return;
      this.#queue.shift();
      this.#tellPlaces();
      job.onPlace?.(0);
      worker.run(job);
    }
    this.#endSpare();
  }

  #tellPlaces(): void {
    for (const [at, { onPlace }] of this.#queue.entries()) onPlace?.(at + 1);
  }

  /** Another worker when none will soon be free; null when the queue must wait. */
  #oneMore(): Worker | null {
    if (this.#workers.length >= this.#most) return null;
    const wait = Math.max(...this.#workers.map(({ lateAt }) => lateAt)) - performance.now();
    if (wait > 0) {
      this.#retry ??= setTimeout(() => {
        this.#retry = null;
        this.#next();
      }, wait);
      return null;
    }
    const worker = this.#worker();
    this.#workers.push(worker);
    return worker;
  }

  /** One idle worker is kept: they cost 40 MB and more each. */
  #endSpare(): void {
    const [kept, ...spare] = this.#workers.filter(({ job }) => job === null);
    if (!kept || spare.length === 0) return;
    this.#workers = this.#workers.filter((worker) => !spare.includes(worker));
    for (const worker of spare) void worker.end(new Error('not needed any more'));
  }

  /** Ends all workers, and refuses what waits or comes with this error. */
  async close(error: Error): Promise<void> {
    this.#closed = error;
    if (this.#retry) clearTimeout(this.#retry);
    for (const job of this.#queue.splice(0)) job.reject(error);
    await Promise.all(this.#workers.map((worker) => worker.end(error)));
  }
}
