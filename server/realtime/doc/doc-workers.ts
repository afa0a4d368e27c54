import type { SyncMetrics } from '../sync-metrics.ts';
import { DocLane, TookTooLong } from './doc-lane.ts';
import type { DocAnswers, DocTask } from './doc-worker.ts';

/** What may take its time: nobody waits for its answer. */
const BACKGROUND: ReadonlySet<DocTask['kind']> = new Set(['compact', 'pack', 'project', 'forget']);

/**
 * The threads in which Y.Docs live: one for what somebody waits for, one for what may take its time, and one for updates
 * that may be made to hold it up.
 */
export class DocWorkers {
  #asked = new DocLane({ mostThreads: 3 });
  #background = new DocLane({ mostThreads: 1 });
  #doubtful = new DocLane({ mostThreads: 1 });
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

  #laneOf({ kind }: DocTask): DocLane {
    if (BACKGROUND.has(kind)) return this.#background;
    return kind === 'try' ? this.#doubtful : this.#asked;
  }

  /** Starts the thread that whoever opens the first document would wait for: 0.2 s of processor time. */
  warm(): void {
    this.#asked.warm();
  }

  /** A compaction asked for now would have to wait for other work. */
  get isCompacting(): boolean {
    return this.#background.isBusy;
  }

  async close(): Promise<void> {
    await Promise.all([this.#asked, this.#background, this.#doubtful].map((lane) => lane.close()));
  }
}
