import type { Logger } from 'pino';
import type { ExportFormat } from '#shared/documents/conversion/conversion.ts';
import type { ConversionError } from '#shared/errors.ts';
import { isAway } from '../../kernel/away.ts';
import { AskerGone, type Asking, Lane, LaneFull } from '../../kernel/lane/lane.ts';
import { fitting, PROCESS_MOST_BYTES, processMostBytes } from '../../kernel/lane/memory-budget.ts';
import { WorkerPool } from '../../kernel/lane/worker-pool.ts';
import { ConversionFailed, FailedBefore } from './conversion-failed.ts';
import { ConversionWorker } from './conversion-worker.ts';
import type { ConversionAnswers, ConversionTask } from './converter-process.ts';

/** Where a task stands: how many are before it, 0 while it runs. */
export type OnPlace = (before: number) => void;

/** Converts, in the turn of whoever asked for it. @throws {ConversionFailed} */
export type Convert = <T extends ConversionTask>(task: T) => Promise<ConversionAnswers[T['kind']]>;

/** Processes that convert, shared among those who ask; they exist only while there is work, and a while after. */
export interface Converter {
  /**
   * [X21] Does what somebody asks for when it is their turn; what it takes is gathered then.
   * @throws {ConversionFailed} 'busy' when too much of theirs waits, 'cancelled' when they are gone.
   */
  turn<T>(asking: Asking, work: (convert: Convert) => Promise<T>): Promise<T>;
  /** A turn of one conversion. @throws {ConversionFailed} */
  run<T extends ConversionTask>(task: T, asking: Asking): Promise<ConversionAnswers[T['kind']]>;
  /** Ends the processes; what waits is interrupted. */
  close(): void;
}

interface Options {
  readonly log: Logger;
  readonly limits?: Partial<typeof LIMITS>;
}

/** [X2] [X21] A task takes that long, and all that run that much memory at most; so many of one account wait; an idle process ends. */
const LIMITS = {
  taskMs: 60_000,
  idleMs: 60_000,
  waiting: 5,
  processes: 2,
  /** An ordinary conversion takes less, once its process has started: whoever waits longer gets a process of their own. */
  patienceMs: 3_000,
  memoryBytes: PROCESS_MOST_BYTES,
  heapMegabytes: fitting(768),
  rememberedMs: 600_000,
};
const WATCH_MS = 500;

/** Makes the conversions' processes; none is started before there is work. */
export function createConverter({ log, limits: given = {} }: Options): Converter {
  const limits = { ...LIMITS, ...given };
  const lane = new Lane({ waiting: limits.waiting });
  const failed = new FailedBefore({ forMs: limits.rememberedMs });
  const pool = new WorkerPool<ConversionTask, ConversionWorker>({
    most: limits.processes,
    make: (onFree) => new ConversionWorker({ ...limits, log, onFree }),
  });
  let running = 0;
  let watch: NodeJS.Timeout | undefined;

  /** Together they hold what one may: whoever holds most is ended. */
  async function weigh(): Promise<void> {
    const weighed = await Promise.all(
      pool.workers.map(async (worker) => ({ worker, bytes: await worker.memory() })),
    );
    const total = weighed.reduce((sum, { bytes }) => sum + bytes, 0);
    const [heaviest] = weighed.toSorted((one, other) => other.bytes - one.bytes);
    const most = Math.min(limits.memoryBytes, processMostBytes());
    if (total > most) void heaviest?.worker.end(new ConversionFailed('tooHeavy'));
  }

  async function convert<T extends ConversionTask>(
    task: T,
    { signal, onPlace }: Asking,
  ): Promise<ConversionAnswers[T['kind']]> {
    const fault = failed.faultOf(task);
    if (fault) throw new ConversionFailed(fault);
    if (running++ === 0) watch = setInterval(() => void weigh(), WATCH_MS);
    try {
      // A task of a kind is answered by what this kind gives.
      return (await pool.run(task, { limitMs: limits.taskMs, signal, onPlace })) as never;
    } catch (error) {
      if (error instanceof ConversionFailed) failed.note(task, error.fault);
      throw error;
    } finally {
      if (--running === 0) clearInterval(watch);
    }
  }

  const turn: Converter['turn'] = async (asking, work) => {
    try {
      return await lane.run(asking, () => work((task) => convert(task, asking)));
    } catch (error) {
      if (error instanceof LaneFull) throw new ConversionFailed('busy', { cause: error });
      if (error instanceof AskerGone) throw new ConversionFailed('cancelled', { cause: error });
      throw error;
    }
  };

  return {
    turn,
    run: (task, asking) => turn(asking, (run) => run(task)),
    close() {
      const error = new ConversionFailed('interrupted');
      lane.close(error);
      void pool.close(error);
    },
  };
}

interface Converted {
  readonly documentId?: string;
  readonly groupId?: string;
  readonly format?: ExportFormat;
}

/** What people are told; what nobody foresaw is in the log. [S19] That something is away is no fault of the conversion. */
export function refusalOf(
  error: unknown,
  log: Logger,
  { documentId, groupId, format }: Converted,
): ConversionError {
  if (isAway(error)) throw error;
  const fault = error instanceof ConversionFailed ? error.fault : 'failed';
  if (fault === 'failed' || fault === 'interrupted')
    log.error({ err: error, documentId, groupId, format }, 'a conversion failed');
  return `conversion.${fault}`;
}
