import { type Asking, Lane } from '../../kernel/lane/lane.ts';
import { fitting, heavyMemory, PROCESS_BYTES } from '../../kernel/lane/memory-budget.ts';
import type { SyncMetrics } from '../sync-metrics.ts';
import { DocLane, TookTooLong } from './doc-lane.ts';
import type { DocAnswers, DocTask } from './doc-worker.ts';
import { isHeavy } from './heavy-task.ts';

/** What may take its time: nobody waits for its answer. */
const BACKGROUND: ReadonlySet<DocTask['kind']> = new Set([
  'compact',
  'pack',
  'project',
  'lineage',
  'repeated',
  'forget',
]);

/** What the server does for a room as a whole, whoever comes to it. */
type OwnKind = 'compact' | 'pack' | 'project' | 'lineage' | 'repeated' | 'forget' | 'merge' | 'describe';
/** What is done because somebody asked for it. */
type AskedKind = Exclude<DocTask['kind'], OwnKind>;

/** Runs a task that somebody asked for. Rejects with what it threw, or when it takes longer than `limitMs` (20 s). */
export type RunAsked = <K extends AskedKind>(
  task: Extract<DocTask, { kind: K }>,
  limitMs?: number,
) => Promise<DocAnswers[K]>;

/** Where what somebody asks for is done: on a room as it is, on its past, or with an update that may be made to hold it up. */
type LaneName = 'asked' | 'past' | 'doubtful';

/** A page asks for a handful of readings, a script for a few more. */
const ASKED_WAITING = 60;
/** Whole logs are read for them: no more of those are in memory at once than `PAST_AT_ONCE`. */
const PAST_WAITING = 8;
const PAST_AT_ONCE = Math.max(1, fitting(2));
/** An ordinary reading waits behind one that takes long for no more than a moment. */
const MOST_ASKED = Math.max(2, fitting(3));
/** Each is one frame, of a connection that is not read on meanwhile. */
const DOUBTFUL_WAITING = 20;

/**
 * The threads in which Y.Docs live: for what somebody waits for, for the past of rooms, one for updates that may be made to hold it up,
 * and one for what may take its time. [R12] Whatever is asked for is done in its asker's turn.
 */
export class DocWorkers {
  readonly #threads = {
    asked: new DocLane({ mostThreads: MOST_ASKED }),
    past: new DocLane({ mostThreads: PAST_AT_ONCE }),
    doubtful: new DocLane({ mostThreads: 1 }),
    background: new DocLane({ mostThreads: 1 }),
  };
  readonly #lanes: Readonly<Record<LaneName, Lane>> = {
    asked: new Lane({ waiting: ASKED_WAITING }),
    past: new Lane({ waiting: PAST_WAITING, atOnce: PAST_AT_ONCE }),
    doubtful: new Lane({ waiting: DOUBTFUL_WAITING }),
  };
  #metrics: SyncMetrics;

  constructor(metrics: SyncMetrics) {
    this.#metrics = metrics;
  }

  /** Runs a task of the server's own. */
  run<K extends OwnKind>(task: Extract<DocTask, { kind: K }>, limitMs?: number): Promise<DocAnswers[K]> {
    return this.#run(this.#threadsOf(task), task, limitMs);
  }

  #threadsOf({ kind }: DocTask): DocLane {
    return this.#threads[BACKGROUND.has(kind) ? 'background' : 'asked'];
  }

  /**
   * Does what somebody asks for when it is their turn; `work` runs its tasks with what it is given. What it reads for them is read then.
   * @throws {LaneFull}, {AskerGone}
   */
  turn<T>(lane: LaneName, asking: Asking, work: (run: RunAsked) => Promise<T>): Promise<T> {
    const threads = this.#threads[lane];
    return this.#lanes[lane].run(asking, () =>
      work((task, limitMs) => this.#run(threads, task, limitMs, asking.signal)),
    );
  }

  #run<K extends DocTask['kind']>(
    threads: DocLane,
    task: Extract<DocTask, { kind: K }>,
    limitMs = 20_000,
    signal?: AbortSignal,
  ): Promise<DocAnswers[K]> {
    const askedAt = performance.now();
    const note = (outcome: 'done' | 'failed' | 'timeout') =>
      this.#metrics.worked(task.kind, outcome, (performance.now() - askedAt) / 1000);
    // A task of a kind is answered by what this kind gives.
    const answer = weighed(threads, task, { limitMs, signal }) as Promise<DocAnswers[K]>;
    answer.then(
      () => note('done'),
      (error) => note(error instanceof TookTooLong ? 'timeout' : 'failed'),
    );
    return answer;
  }

  /** Starts the thread that whoever opens the first document would wait for: 0.2 s of processor time. */
  warm(): void {
    this.#threads.asked.warm();
  }

  /** A compaction asked for now would have to wait for other work. */
  get isCompacting(): boolean {
    return this.#threads.background.isBusy;
  }

  async close(): Promise<void> {
    const error = new Error('the server is stopping');
    for (const lane of Object.values(this.#lanes)) lane.close(error);
    await Promise.all(Object.values(this.#threads).map((threads) => threads.close(error)));
  }
}

/** [SC21] Works once there is memory for it, which is given back when the thread has: nobody waits for that. */
async function weighed(
  threads: DocLane,
  task: DocTask,
  how: { readonly limitMs: number; readonly signal: AbortSignal | undefined },
): Promise<unknown> {
  if (!isHeavy(task)) return threads.run(task, how);
  const memory = await heavyMemory.hold(PROCESS_BYTES, how.signal);
  const work = threads.run(task, how);
  void work
    .catch(() => undefined)
    .then(() => threads.emptied())
    .then(memory.release);
  return work;
}
