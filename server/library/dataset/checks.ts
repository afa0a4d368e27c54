import { createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import type { Logger } from 'pino';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import {
  beatCheck,
  type ChangeableCheck,
  failCheck,
  finishCheck,
  startCheck,
} from '#db/library/dataset/dataset-checks.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { CHECK_MAX_BYTES } from '#shared/library/dataset/check.ts';
import type { CheckError } from '#shared/library/dataset/dataset-errors.ts';
import { bodyRefusal, countedBody } from '../../kernel/file/attachment-body.ts';
import type { SentFile } from '../../kernel/file/files.ts';
import { safeName } from '../../kernel/file/upload.ts';
import { type Asker, AskerGone, Lane } from '../../kernel/lane/lane.ts';
import { heavyMemory, PROCESS_BYTES } from '../../kernel/lane/memory-budget.ts';
import { CHECK_LIMITS, runCheck } from './run-check.ts';

/** A check that waits for its file, for whoever may give it one. */
type WaitingCheck = Pick<ChangeableCheck, 'id' | 'schema' | 'mayChange'>;

/** The file that a check reads, and whose turn it is. */
interface ReceivedFile {
  readonly path: string;
  readonly sheet: string | null;
  readonly by: Asker;
}

/** [DS10] Checks of files, each in a process of its own, in the turn of whoever sent the file ([R12]). */
export interface Checks {
  /**
   * Takes the file of a check as it arrives and starts the check; what it finds is kept in the database. Refuses
   * 'dataset.fileTooLarge', 'dataset.fileEmpty', 'dataset.fileLost', 'dataset.checkBusy', 'dataset.checkStarted'.
   */
  receive(
    check: WaitingCheck,
    file: SentFile,
    given: { readonly sheet: string | null; readonly by: Asker },
  ): Promise<Result<void, CheckError>>;
  /** Stops a check, wherever it runs. */
  cancel(check: Pick<ChangeableCheck, 'id' | 'mayChange'>): Promise<void>;
  close(): Promise<void>;
}

interface Options {
  readonly db: Db;
  /** Files that are checked are here for that long. */
  readonly folder: string;
  readonly log: Logger;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly maxBytes?: number;
  readonly limits?: Partial<typeof CHECK_LIMITS>;
}

const AT_ONCE = 2;
/** Of one account; each holds its file on the disk. */
const WAITING_MAX = 4;
const BEAT_MS = 1_000;

/** Makes the checks of this process. */
export function createChecks({
  db,
  folder,
  log,
  now,
  newId,
  maxBytes = CHECK_MAX_BYTES,
  limits: given = {},
}: Options): Checks {
  const limits = { ...CHECK_LIMITS, ...given };
  const running = new Map<string, { stop: AbortController; done: Promise<void> }>();
  const lane = new Lane({ waiting: WAITING_MAX, atOnce: AT_ONCE });

  const failing = (checkId: string, failure: CheckError) =>
    inTransaction(db, (tx) => failCheck(tx, { checkId, failure, now: now() }));

  async function work(
    { id, schema }: WaitingCheck,
    { path, sheet, by }: ReceivedFile,
    stop: AbortController,
  ): Promise<void> {
    let rows = 0;
    const beat = setInterval(async () => {
      try {
        // Stopped from another page, or another process: its row says so.
        if (!(await inTransaction(db, (tx) => beatCheck(tx, { checkId: id, rowsRead: rows, now: now() }))))
          stop.abort();
      } catch (error) {
        log.warn({ err: error, check: id }, 'a check could not say that it goes on');
      }
    }, BEAT_MS);
    try {
      const { size } = await stat(path);
      const found = await lane.run({ by, signal: stop.signal, isPatient: true }, async () => {
        const memory = await heavyMemory.hold(PROCESS_BYTES, stop.signal);
        return runCheck({
          task: { path, schema, sheet },
          signal: stop.signal,
          limits,
          onRows: (seen) => {
            rows = seen;
          },
          onBroken: (error) => log.error({ err: error, check: id }, 'the process of a check broke'),
        }).finally(memory.release);
      });
      if (found.ok) {
        const done = { checkId: id, report: found.value, fileBytes: size, activityId: newId(), now: now() };
        await inTransaction(db, (tx) => finishCheck(tx, done));
      } else await failing(id, found.error);
    } catch (error) {
      // Stopped before its turn: its row says so already.
      if (!(error instanceof AskerGone)) log.error({ err: error, check: id }, 'a check could not be kept');
    } finally {
      clearInterval(beat);
      running.delete(id);
      await rm(path, { force: true });
    }
  }

  return {
    async receive(check, { name, body, announcedBytes }, { sheet, by }) {
      if (announcedBytes !== null && announcedBytes > maxBytes) return fail('dataset.fileTooLarge');
      if (!body) return fail('dataset.fileEmpty');
      if (lane.isFull(by)) return fail('dataset.checkBusy');
      await mkdir(folder, { recursive: true });
      const path = join(folder, newId());
      const { bytes, seen } = countedBody(body, maxBytes);
      try {
        await pipeline(Readable.fromWeb(bytes as NodeReadableStream), createWriteStream(path));
      } catch (error) {
        await rm(path, { force: true });
        return fail(bodyRefusal(error) === 'file.tooLarge' ? 'dataset.fileTooLarge' : 'dataset.fileLost');
      }
      const isCut = announcedBytes !== null && announcedBytes !== seen.bytes;
      const isFull = lane.isFull(by) ? 'dataset.checkBusy' : null;
      const refusal: CheckError | null =
        seen.bytes === 0 ? 'dataset.fileEmpty' : isCut ? 'dataset.fileLost' : isFull;
      const isStarted =
        !refusal &&
        (await inTransaction(db, (tx) =>
          startCheck(tx, { checkId: check.id, fileName: safeName(name, 'fichier'), now: now() }),
        ));
      if (!isStarted) {
        await rm(path, { force: true });
        return fail(refusal ?? 'dataset.checkStarted');
      }
      const stop = new AbortController();
      running.set(check.id, { stop, done: work(check, { path, sheet, by }, stop) });
      return ok();
    },
    async cancel({ id: checkId }) {
      await failing(checkId, 'dataset.checkCancelled');
      running.get(checkId)?.stop.abort();
    },
    async close() {
      const here = [...running.entries()];
      for (const [checkId] of here) await failing(checkId, 'dataset.checkInterrupted');
      for (const [, { stop }] of here) stop.abort();
      await Promise.all(here.map(([, { done }]) => done));
    },
  };
}
