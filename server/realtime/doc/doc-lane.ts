import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { fitting, isShort } from '../../kernel/lane/memory-budget.ts';
import { type PooledJob, type PooledWorker, WorkerPool } from '../../kernel/lane/worker-pool.ts';
import { ErrorElsewhere, type ToldError } from '../../kernel/told-error.ts';
import { BadUpdate } from '../read-update.ts';
import type { DocTask, DocWorkerData } from './doc-worker.ts';
import { isHeavy } from './heavy-task.ts';

/** The task did not end in its time; its thread was ended instead. */
export class TookTooLong extends Error {}

/** The first message of a thread says that it has started; each other one answers a task. */
interface Answer {
  /** Microseconds of the processor that the thread has taken until then. */
  readonly used: number;
  readonly isReady?: true;
  readonly result?: unknown;
  readonly error?: ToldError;
}

const MEBIBYTE = 1024 * 1024;
/** The heap of a worker: several times the largest document that a room may hold. */
const HEAP_BYTES = Math.max(280 * MEBIBYTE, fitting(768 * MEBIBYTE));
/** Its young part, which each thread fills before it looks for what is left of it. */
const YOUNG_MB = fitting(16);
/** An ordinary document is read in a tenth of that. Whoever waits longer behind another gets a thread of their own. */
const PATIENCE_MS = 400;

/** Beyond so many times its limit on the clock, nobody waits any longer for a task that the machine does not get to. */
const MOST_TIMES = 6;
const SHORTEST_LOOK_MS = 10;

/** What a thread that did not end by itself had taken V8 keeps for eight seconds, in case another one starts. */
const KEPT_MS = 8_200;

/** One worker thread, started at its first task or when warmed. */
class Thread implements PooledWorker<DocTask> {
  job: PooledJob<DocTask> | null = null;
  #worker: Worker | null = null;
  #since = 0;
  #limit: NodeJS.Timeout | null = null;
  #usedBefore = 0;
  #isReady = false;
  readonly #onFree: () => void;
  readonly #onLeave: (gone: Promise<unknown>) => void;

  constructor(onFree: () => void, onLeave: (gone: Promise<unknown>) => void) {
    this.#onFree = onFree;
    this.#onLeave = onLeave;
  }

  get lateAt(): number {
    return this.#since + PATIENCE_MS;
  }

  warm(): void {
    this.#worker ??= this.#start();
    if (!this.job) this.#worker.unref();
  }

  run(job: PooledJob<DocTask>): void {
    this.job = job;
    this.#since = performance.now();
    this.#worker ??= this.#start();
    this.#worker.ref();
    this.#worker.postMessage(job.task);
    if (this.#isReady) this.#startLimit();
  }

  /** From when the thread has started: on a busy machine that takes as long as the task. */
  #startLimit(): void {
    const { job } = this;
    if (job) this.#lookIn(job.limitMs, job, performance.now() + MOST_TIMES * job.limitMs);
  }

  /** Ends a job that has taken its time of the processor: a machine that is busy with others refuses nobody. */
  #lookIn(ms: number, job: PooledJob<DocTask>, until: number): void {
    this.#limit = setTimeout(async () => {
      const used = await this.#used();
      if (this.job !== job) return;
      const left = Math.min(job.limitMs - (used - this.#usedBefore) / 1000, until - performance.now());
      if (left > 0) return this.#lookIn(Math.max(left, SHORTEST_LOOK_MS), job, until);
      await this.end(new TookTooLong(`${job.task.kind} took longer than ${job.limitMs} ms`));
    }, ms);
  }

  async #used(): Promise<number> {
    try {
      const { user = 0, system = 0 } = (await this.#worker?.cpuUsage()) ?? {};
      return user + system;
    } catch {
      // It ends by itself at this moment.
      return 0;
    }
  }

  #start(): Worker {
    const worker = new Worker(new URL('./doc-worker.ts', import.meta.url), {
      workerData: { givesBack: isShort } satisfies DocWorkerData,
      resourceLimits: {
        maxOldGenerationSizeMb: Math.floor(HEAP_BYTES / MEBIBYTE),
        maxYoungGenerationSizeMb: YOUNG_MB,
      },
    });
    const ended = (error: Error) => {
      if (worker === this.#worker) this.end(error);
    };
    worker.on('message', ({ used, isReady, result, error }: Answer) => {
      if (worker !== this.#worker) return;
      this.#usedBefore = used;
      if (isReady) {
        this.#isReady = true;
        this.#startLimit();
      } else if (!error) this.#settle((job) => job.resolve(result));
      else {
        const cause = new ErrorElsewhere(error);
        const told = error.type === 'BadUpdate' ? new BadUpdate(error.message, { cause }) : cause;
        this.#settle((job) => job.reject(told));
      }
    });
    worker.on('error', ended);
    worker.on('exit', (code) => ended(new Error(`document worker ended with code ${code}`)));
    return worker;
  }

  #settle(how: (job: PooledJob<DocTask>) => void): void {
    const { job } = this;
    if (this.#limit) clearTimeout(this.#limit);
    this.job = null;
    this.#worker?.unref();
    if (job && isHeavy(job.task)) this.#leave();
    if (job) how(job);
    this.#onFree();
  }

  /** What it has taken it would keep. Where memory is short it ends by itself, once it has given that back. */
  #leave(): void {
    if (!isShort) return void this.#endWorker();
    if (this.#worker) this.#onLeave(once(this.#worker, 'exit'));
    this.#worker = null;
    this.#isReady = false;
  }

  end(error: Error): Promise<unknown> {
    const terminated = this.#endWorker();
    if (isShort && this.job && isHeavy(this.job.task))
      this.#onLeave(terminated.then(() => pause(KEPT_MS, undefined, { ref: false })));
    this.#settle((job) => job.reject(error));
    return terminated;
  }

  #endWorker(): Promise<unknown> {
    const worker = this.#worker;
    this.#worker = null;
    this.#isReady = false;
    return worker?.terminate() ?? Promise.resolve();
  }
}

/** Threads for tasks on Y.Docs: one document that takes seconds to read holds up nobody's page. */
export class DocLane extends WorkerPool<DocTask> {
  readonly #leaving: ReadonlySet<Promise<unknown>>;

  constructor({ mostThreads }: { mostThreads: number }) {
    const leaving = new Set<Promise<unknown>>();
    const onLeave = (gone: Promise<unknown>) => {
      const left = gone.catch(() => undefined).finally(() => leaving.delete(left));
      leaving.add(left);
    };
    super({ most: mostThreads, make: (onFree) => new Thread(onFree, onLeave) });
    this.#leaving = leaving;
  }

  /** [SC21] Threads that heavy tasks had to themselves have given back what they had taken. */
  async emptied(): Promise<void> {
    await Promise.all(this.#leaving);
  }
}
