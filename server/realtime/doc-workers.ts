import { Worker } from 'node:worker_threads';
import type { DocAnswers, DocTask } from './doc-worker.ts';
import { BadUpdate } from './read-update.ts';
import type { SyncMetrics } from './sync-metrics.ts';

class TookTooLong extends Error {}

interface Job {
  readonly task: DocTask;
  readonly limitMs: number;
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/** The heap of a worker: several times the largest document that a room may hold. */
const HEAP_MB = 768;

/** A worker thread for Y.Docs: one task at a time, in order, each with a time limit. Started at the first task. */
class Lane {
  #worker: Worker | null = null;
  #queue: Job[] = [];
  #current: Job | null = null;
  #timer: NodeJS.Timeout | null = null;
  #isClosed = false;

  get isBusy(): boolean {
    return this.#current !== null;
  }

  run(job: Job): void {
    if (this.#isClosed) {
      job.reject(new Error('the server is stopping'));
      return;
    }
    this.#queue.push(job);
    this.#next();
  }

  #next(): void {
    if (this.#current) return;
    const job = this.#queue.shift();
    if (!job) return;
    this.#current = job;
    this.#worker ??= this.#start();
    const worker = this.#worker;
    worker.ref();
    this.#timer = setTimeout(
      () => this.#end(new TookTooLong(`${job.task.kind} took longer than ${job.limitMs} ms`)),
      job.limitMs,
    );
    worker.postMessage(job.task);
  }

  #start(): Worker {
    const worker = new Worker(new URL('./doc-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    worker.on(
      'message',
      ({ result, error }: { result?: unknown; error?: { name: string; message: string } }) => {
        if (worker !== this.#worker) return;
        if (!error) this.#settle((job) => job.resolve(result as never));
        else
          this.#settle((job) =>
            job.reject(error.name === 'BadUpdate' ? new BadUpdate(error.message) : new Error(error.message)),
          );
      },
    );
    worker.on('error', (error) => {
      if (worker === this.#worker) this.#end(error);
    });
    worker.on('exit', (code) => {
      if (worker === this.#worker) this.#end(new Error(`document worker ended with code ${code}`));
    });
    return worker;
  }

  #settle(how: (job: Job) => void): void {
    const job = this.#current;
    if (this.#timer) clearTimeout(this.#timer);
    this.#current = null;
    this.#worker?.unref();
    if (job) how(job);
    this.#next();
  }

  /** The task failed with its thread; the next one gets a new thread. */
  #end(error: Error): void {
    const worker = this.#worker;
    this.#worker = null;
    void worker?.terminate();
    this.#settle((job) => job.reject(error));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const waiting = this.#queue.splice(0);
    for (const job of waiting) job.reject(new Error('the server is stopping'));
    const worker = this.#worker;
    this.#worker = null;
    this.#settle((job) => job.reject(new Error('the server is stopping')));
    await worker?.terminate();
  }
}

/** What may take its time: nobody waits for its answer. */
const BACKGROUND: ReadonlySet<DocTask['kind']> = new Set(['compact', 'pack', 'project']);

/**
 * The threads in which Y.Docs live: one for what somebody waits for, one for what may take its time, and one for updates
 * that may be made to hold it up.
 */
export class DocWorkers {
  #asked = new Lane();
  #background = new Lane();
  #doubtful = new Lane();
  #metrics: SyncMetrics;

  constructor(metrics: SyncMetrics) {
    this.#metrics = metrics;
  }

  /** Runs a task. Rejects with what it threw, or when it takes longer than `limitMs`. */
  run<K extends DocTask['kind']>(
    task: Extract<DocTask, { kind: K }>,
    limitMs = 20_000,
  ): Promise<DocAnswers[K]> {
    const askedAt = performance.now();
    const note = (outcome: 'done' | 'failed' | 'timeout') =>
      this.#metrics.worked(task.kind, outcome, (performance.now() - askedAt) / 1000);
    const answer = new Promise<DocAnswers[K]>((resolve, reject) =>
      this.#laneOf(task).run({ task, limitMs, resolve, reject }),
    );
    answer.then(
      () => note('done'),
      (error) => note(error instanceof TookTooLong ? 'timeout' : 'failed'),
    );
    return answer;
  }

  #laneOf({ kind }: DocTask): Lane {
    if (BACKGROUND.has(kind)) return this.#background;
    return kind === 'try' ? this.#doubtful : this.#asked;
  }

  /** A compaction asked for now would have to wait for other work. */
  get isCompacting(): boolean {
    return this.#background.isBusy;
  }

  async close(): Promise<void> {
    await Promise.all([this.#asked, this.#background, this.#doubtful].map((lane) => lane.close()));
  }
}
