import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { listKeptStates } from '#db/documents/history/document-versions.ts';
import type { Database } from '#db/kernel/client.ts';
import { loadOwners } from '#db/realtime/doc-updates.ts';
import {
  findRoomsToPack,
  type LogRow,
  loadRowsToPack,
  type Pack,
  storePacks,
} from '#db/realtime/log-packing.ts';
import type { MergedRun } from '../doc/doc-worker.ts';
import type { DocWorkers } from '../doc/doc-workers.ts';

/** [K1] What is younger stays as it came. */
const KEPT_APART_MS = 24 * 3_600_000;
const MINUTE_MS = 60_000;
/** A minute that holds more becomes several rows. */
const MOST_BYTES = 1024 * 1024;
const ROOMS_AT_ONCE = 100;
/** Between two steps: whoever works at night must not notice. */
const PAUSE_MS = 20;
const STEP_LIMIT_MS = 60_000;

interface PackingOptions {
  readonly database: Pick<Database, 'db' | 'run'>;
  readonly workers: DocWorkers;
  readonly log: Logger;
  readonly now: () => Date;
  /** Asked between two steps; what is left is for the next time. */
  readonly mayGoOn: () => boolean;
}

/**
 * [K1] Packs what is older than a day in the logs of all rooms, one after the other: the updates of a minute become one row.
 * Returns how many rooms were gone through. A room that fails is logged and left as it is.
 */
export async function packLogs(options: PackingOptions): Promise<number> {
  const { database, log, now, mayGoOn } = options;
  const before = new Date(Math.floor((now().getTime() - KEPT_APART_MS) / MINUTE_MS) * MINUTE_MS);
  let count = 0;
  for (let after = ''; ; ) {
    const rooms = await findRoomsToPack(database.run, { before, after, limit: ROOMS_AT_ONCE });
    for (const { room, packedSeq } of rooms) {
      if (!mayGoOn()) return count;
      await packRoom(options, { room, packedSeq, before }).catch((error: unknown) =>
        log.warn({ err: error, room }, 'a log could not be packed and is left as it is'),
      );
      count++;
      after = room;
    }
    if (rooms.length < ROOMS_AT_ONCE) return count;
  }
}

async function packRoom(
  { database, workers, log, mayGoOn }: PackingOptions,
  { room, packedSeq, before }: { room: string; packedSeq: number; before: Date },
): Promise<void> {
  const owners = await loadOwners(database.run, room);
  const kept = await listKeptStates(database.run, room);
  for (let after = packedSeq; mayGoOn(); ) {
    const rows = await loadRowsToPack(database.run, { room, after, before });
    const last = rows.at(-1);
    if (!last) return;
    const runs = minutesOf(rows, kept).filter((run) => run.length > 1);
    const { runs: merged } = await workers.run(
      { kind: 'pack', runs: runs.map((run) => run.map(({ data }) => data)) },
      STEP_LIMIT_MS,
    );
    const packs = runs.flatMap((run, index) => {
      const one = merged[index];
      if (!one) log.warn({ room, seq: run.at(-1)?.seq }, 'updates that cannot be merged stay as they came');
      return one ? [packOf(run, one, owners)] : [];
    });
    if (!(await storePacks(database.db, { room, packs, packedSeq: last.seq }))) return;
    after = last.seq;
    await wait(PAUSE_MS);
  }
}

/** Rows that follow one another within one minute of the clock, in groups of at most a mebibyte, cut after the kept states. */
function minutesOf(rows: readonly LogRow[], kept: ReadonlySet<number>): LogRow[][] {
  const runs: LogRow[][] = [];
  let minute = Number.NaN;
  let bytes = 0;
  for (const row of rows) {
    const own = Math.floor(row.at.getTime() / MINUTE_MS);
    const current = runs.at(-1);
    const goesOn = own === minute && bytes + row.data.length <= MOST_BYTES;
    if (current && goesOn && !kept.has(current.at(-1)?.seq ?? 0)) current.push(row);
    else {
      runs.push([row]);
      minute = own;
      bytes = 0;
    }
    bytes += row.data.length;
  }
  return runs;
}

function packOf(
  run: readonly LogRow[],
  { data, clients }: MergedRun,
  owners: ReadonlyMap<number, string>,
): Pack {
  const writers = new Set<string>();
  for (const { userId, writers: earlier } of run) {
    if (userId !== null) writers.add(userId);
    for (const writer of earlier) writers.add(writer);
  }
  // Where one flush merged several writers, whose characters they are says who they were.
  for (const client of clients) {
    const owner = owners.get(client);
    if (owner !== undefined) writers.add(owner);
  }
  return {
    seq: run.at(-1)?.seq ?? 0,
    span: run.reduce((sum, { span }) => sum + span, 0),
    firstAt: run[0]?.firstAt ?? new Date(0),
    writers: [...writers].sort(),
    data,
  };
}
