import { Worker } from 'node:worker_threads';
import { BadUpdate } from '../read-update.ts';
import type { DocTask } from './doc-worker.ts';

/** The task did not end in its time; its thread was ended instead. */
export class TookTooLong extends Error {}

interface Job {
  readonly task: DocTask;
  readonly limitMs: number;
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

interface Answer {
  readonly result?: unknown;
  readonly error?: { readonly name: string; readonly message: string };
}

/** The heap of a worker: several times the largest document that a room may hold. */
const HEAP_MB = 768;
/** An ordinary document is read in a tenth of that. Whoever waits longer behind another gets a thread of their own. */
const PATIENCE_MS = 400;

/** One worker thread, started at its first task or when warmed, with one task at a time. */
class Thread {
  #worker: Worker | null = null;
  #job: Job | null = null;
  #since = 0;
  #limit: NodeJS.Timeout | null = null;
  #onFree: () => void;

  constructor(onFree: () => void) {
    this.#onFree = onFree;
  }

  get isFree(): boolean {
    return this.#job === null;
  }

  /** When its task will have been at it for longer than is usual (`performance.now()`). */
  get lateAt(): number {
    return this.#since + PATIENCE_MS;
  }

  warm(): void {
    this.#worker ??= this.#start();
    if (this.isFree) this.#worker.unref();
  }

  run(job: Job): void {
    this.#job = job;
    this.#since = performance.now();
    this.#worker ??= this.#start();
    this.#worker.ref();
    const error = new TookTooLong(`${job.task.kind} took longer than ${job.limitMs} ms`);
    this.#limit = setTimeout(() => this.end(error), job.limitMs);
    this.#worker.postMessage(job.task);
  }

  #start(): Worker {
    const worker = new Worker(new URL('./doc-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    const ended = (error: Error) => {
      if (worker === this.#worker) this.end(error);
    };
    worker.on('message', ({ result, error }: Answer) => {
      if (worker !== this.#worker) return;
      if (!error) this.#settle((job) => job.resolve(result as never));
      else {
        const Known = error.name === 'BadUpdate' ? BadUpdate : Error;
        this.#settle((job) => job.reject(new Known(error.message)));
      }
    });
    worker.on('error', ended);
    worker.on('exit', (code) => ended(new Error(`document worker ended with code ${code}`)));
    return worker;
  }

  #settle(how: (job: Job) => void): void {
    const job = this.#job;
    if (this.#limit) clearTimeout(this.#limit);
    this.#job = null;
    this.#worker?.unref();
    if (job) how(job);
    this.#onFree();
  }

  /** Ends the thread, and its task with this error; the next task gets a new one. */
  end(error: Error): Promise<unknown> {
    const worker = this.#worker;
    this.#worker = null;
    const terminated = worker?.terminate() ?? Promise.resolve();
    this.#settle((job) => job.reject(error));
    return terminated;
  }
}

/**
 * A queue of tasks for worker threads. One thread serves it, in order, as long as tasks end quickly. When all are late,
 * the queue goes on in one more, up to `mostThreads`: one document that takes seconds to read holds up nobody's page.
 */
export class DocLane {
  #mostThreads: number;
  #queue: Job[] = [];
  #threads: Thread[] = [];
  #retry: NodeJS.Timeout | null = null;
  #isClosed = false;

  constructor({ mostThreads }: { mostThreads: number }) {
    this.#mostThreads = mostThreads;
    this.#threads.push(this.#thread());
  }

  get isBusy(): boolean {
    return this.#threads.every(({ isFree }) => !isFree);
  }

  warm(): void {
    if (!this.#isClosed) this.#threads[0]?.warm();
  }

  run(job: Job): void {
    if (this.#isClosed) {
      job.reject(new Error('the server is stopping'));
      return;
    }
    this.#queue.push(job);
    this.#next();
  }

  #thread(): Thread {
    return new Thread(() => this.#next());
  }

  #next(): void {
    if (this.#isClosed) return;
    for (let job = this.#queue[0]; job; job = this.#queue[0]) {
      const thread = this.#threads.find(({ isFree }) => isFree) ?? this.#oneMore();
      if (!thread) return;
      this.#queue.shift();
      thread.run(job);
    }
    this.#endSpare();
  }

  /** Another thread when none will soon be free; null when the queue must wait. */
  #oneMore(): Thread | null {
    if (this.#threads.length >= this.#mostThreads) return null;
    const wait = Math.max(...this.#threads.map(({ lateAt }) => lateAt)) - performance.now();
    if (wait > 0) {
      this.#retry ??= setTimeout(() => {
        this.#retry = null;
        this.#next();
      }, wait);
      return null;
    }
    const thread = this.#thread();
    this.#threads.push(thread);
    return thread;
  }

  /** One idle thread is kept: they cost 40 MB each. */
  #endSpare(): void {
    const [kept, ...spare] = this.#threads.filter(({ isFree }) => isFree);
    if (!kept || spare.length === 0) return;
    this.#threads = this.#threads.filter((thread) => !spare.includes(thread));
    for (const thread of spare) void thread.end(new Error('not needed any more'));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#retry) clearTimeout(this.#retry);
    const error = new Error('the server is stopping');
    for (const job of this.#queue.splice(0)) job.reject(error);
    await Promise.all(this.#threads.map((thread) => thread.end(error)));
  }
}
