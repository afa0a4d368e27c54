import { sql } from 'drizzle-orm';
import { fromDrizzle, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Database, Db } from '#db/kernel/client.ts';
import { traced } from '#db/kernel/traced.ts';
import type { QueueName } from '#shared/kernel/queue.ts';
import type { Instance, Work } from '#shared/operations/state/report.ts';
import { listJobs } from './job-list.ts';

/** A kind of work that waits in the database: its name, and what does one piece of it. A piece that throws is tried again. */
export interface JobQueue {
  readonly name: QueueName;
  readonly run: (data: unknown) => Promise<void>;
  /** Work that comes round by itself, in one process at a time however many there are. */
  readonly round?: Round;
  /** How many pieces are done side by side, when more than one: `run` must bear to be done twice. */
  readonly together?: number;
  /** When not as all others. */
  readonly retry?: Retry;
}

/** Thrown by a piece of work that would fail again: it is not tried again unless somebody asks. */
export class GivenUp extends Error {
  constructor(cause: unknown) {
    super('given up', { cause });
  }
}

/** How often, and after how many seconds, failed work is tried again. */
export interface Retry {
  readonly retryLimit: number;
  readonly retryDelay: number;
  readonly retryBackoff: boolean;
  readonly retryDelayMax?: number;
}

/** When work comes round: some minutes after a start, and at these hours of Paris. */
export interface Round {
  readonly minutesAfterStart: number;
  /** Five fields: minute, hour, day, month, day of the week. */
  readonly cron: string;
}

/** Work that must be done once its transaction is committed, and is done even if the process dies in between. */
export interface Jobs {
  /** Puts a piece of work in a queue as part of this transaction: rolled back with it. `data` is JSON. */
  send(tx: Db, queue: QueueName, data: object, later?: { readonly afterSeconds: number }): Promise<void>;
  /** [EP5] What is in the queues, and what failed. */
  list(): Promise<Work>;
  /** [EP5] Tries a failed piece of work at once; `gone` when it is not there or was done, `waits` when its round waits already. */
  again(job: { readonly queue: string; readonly id: string }): Promise<'done' | 'gone' | 'waits'>;
  /** [EP4] The processes that work on this database, as each last said it. */
  instances(): Promise<readonly Instance[]>;
  /** Ends what is running (5 s at most); what waits is done after the next start. */
  stop(): Promise<void>;
}

interface JobsOptions {
  readonly database: Database;
  readonly log: Logger;
  readonly queues: readonly JobQueue[];
  /** No work is done before it is kept: a piece that was due at the start would meet what is not made yet. */
  readonly whenMade?: Promise<void>;
  /** Seconds between two looks at the queues: each look is a statement on the one connection of an embedded database. */
  readonly pollSeconds?: number;
}

/** What pg-boss answers and its types leave out. */
const Retried = z.object({ affected: z.number() });

/** Tried again after about 30 s, 1 min, 2 min… for two hours. */
const RETRY: Retry = { retryLimit: 8, retryDelay: 30, retryBackoff: true };
/** Finished work is of no use, and may concern people. */
const KEEP_FINISHED_SECONDS = 24 * 3600;

/** Between two looks at the clock, which are statements too; the longest that pg-boss allows. */
const CRON_SECONDS = 45;

/** Starts pg-boss on our database, in its own schema `pgboss`, which it makes and migrates by itself. */
export async function startJobs({
  database,
  log,
  queues,
  whenMade,
  pollSeconds = 2,
}: JobsOptions): Promise<Jobs> {
  const { run } = database;
  const boss = new PgBoss({
    db: { executeSql: (text: string, values?: unknown[]) => run(text, values ?? []) },
    schedule: queues.some(({ round }) => round !== undefined),
    cronMonitorIntervalSeconds: CRON_SECONDS,
    cronWorkerIntervalSeconds: CRON_SECONDS,
  });
  boss.on('error', (error) => log.error({ err: error }, 'jobs'));
  // Instances that start together would make the schema together, and all but one fail.
  await database.locks.holding('jobs', async () => {
    await boss.start();
    for (const { name, run: work, round, together = 1, retry = RETRY } of queues) {
      // `stately`: one waits and one runs, whoever asks.
      const policy = round ? 'stately' : 'standard';
      await boss.createQueue(name, { ...retry, policy, deleteAfterSeconds: KEEP_FINISHED_SECONDS });
      // A queue that an older version made keeps its own ways otherwise.
      await boss.updateQueue(name, { ...retry, deleteAfterSeconds: KEEP_FINISHED_SECONDS });
      if (round) {
        await boss.schedule(name, round.cron, null, { tz: 'Europe/Paris' });
        await boss.send(name, null, { startAfter: round.minutesAfterStart * 60 });
      }
      const doOne = async (job: { readonly id: string; readonly data: unknown }) => {
        await whenMade;
        try {
          await traced(
            () => ({ kind: 'job', name: `job ${name}`, attributes: { 'cordee.queue': name } }),
            () => work(job.data),
          );
        } catch (error) {
          const isOver = error instanceof GivenUp;
          const what = isOver ? 'a job failed and is given up' : 'a job failed and will be tried again';
          log.error({ err: error, queue: name, job: job.id }, what);
          if (isOver)
            await run('update pgboss.job set retry_limit = retry_count where name = $1 and id = $2', [
              name,
              job.id,
            ]);
          throw error;
        }
      };
      const ways = { pollingIntervalSeconds: pollSeconds, batchSize: together };
      // [EP7] What else waits is not left until the next look.
      const worker = await boss.work(name, ways, (pieces) =>
        doTogether(pieces, doOne).finally(() => boss.notifyWorker(worker)),
      );
    }
  });
  return {
    async send(tx, queue, data, later) {
      // `Db` says not which driver it is, hence not what `execute` gives: on both it has `rows`.
      const inTransaction = fromDrizzle(tx as unknown as Parameters<typeof fromDrizzle>[0], sql);
      await boss.send(queue, data, {
        db: inTransaction,
        ...(later && { startAfter: later.afterSeconds }),
      });
    },
    list: () => listJobs(database.run),
    async again({ queue, id }) {
      if (!queues.some(({ name }) => name === queue)) return 'gone';
      try {
        // Given up: one more try. Waiting for its next try: that one comes now.
        const { affected } = Retried.parse(await boss.retry(queue, id));
        if (affected > 0) return 'done';
        const { updated } = await boss.update(queue, undefined, { id, startAfter: new Date() });
        return updated > 0 ? 'done' : 'gone';
      } catch (error) {
        // Of a round one waits and one runs: the database lets no second wait.
        if (isTaken(error)) return 'waits';
        throw error;
      }
    },
    async instances() {
      const seen = await boss.getInstances();
      return seen.map(({ host, pid, startedOn, heartbeatOn, stoppedOn, live }) => ({
        host,
        pid,
        startedAt: startedOn,
        seenAt: heartbeatOn,
        isLive: live,
        isLost: !live && stoppedOn === null,
      }));
    },
    stop: () => boss.stop({ graceful: true, timeout: 5_000 }),
  };
}

/** They fail together: all are ended before one of them is tried again. */
async function doTogether<Piece>(pieces: Piece[], doOne: (piece: Piece) => Promise<void>): Promise<void> {
  const ends = await Promise.allSettled(pieces.map(doOne));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Did a unique index refuse it? */
function isTaken(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === '23505';
}
