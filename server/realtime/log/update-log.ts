import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { RunSql } from '#db/kernel/client.ts';
import { appendUpdates, ClientIdTaken, type RoomAppend } from '#db/realtime/doc-updates.ts';
import { LIMITS } from '#shared/realtime/realtime.ts';
import type { SyncMetrics } from '../sync-metrics.ts';

/** A room as the log sees it. */
export interface LoggedRoom {
  readonly name: string;
  /** Of all updates that wait for `cut`. */
  readonly receivedBytes: number;
  /** Takes everything received so far, as one row; null when there is nothing. */
  cut(): Cut | null;
  /** The row is in the database under this number. */
  committed(cut: Cut, seq: number): void;
  /** The database will never take this row; its writers must be told. */
  rejected(cut: Cut): void;
  /** Some of the clientIDs in this row belong to others: what is not theirs to write is put aside, the rest comes again. */
  contested(cut: Cut): Promise<void>;
}

export interface Cut extends Omit<RoomAppend, 'room'> {
  readonly receivedBytes: number;
  /** When each update in it came (`performance.now()`). */
  readonly receivedAt: readonly number[];
}

/** What one room has for the next statement. */
interface RoomRow {
  readonly room: LoggedRoom;
  readonly cut: Cut;
}

/** The longest wait between two flushes, and the one when many quiet rooms write: commits a second stay bounded. */
const LONGEST_WINDOW_MS = 10;
const MANY_ROOMS = 16;
const MANY_ROOMS_WINDOW_MS = 5;
const RECENT_MS = 250;
const LONGEST_BACKOFF_MS = 2_000;
/** A statement that neither ends nor fails is tried again: an update that arrives twice is the same update. */
const STATEMENT_MS = 30_000;
/** In place of a sequence number: somebody else has a clientID of that row. */
const CONTESTED = -1;
/** Classes of SQLSTATE in which the data is at fault, so that trying again is of no use. */
const DATA_FAULT = /^2[23]/;

/**
 * Group commit: while one statement is under way, what all rooms receive collects for the next one. Nothing is told to
 * anybody before it is committed. When the database is away the same rows are tried again until it is back.
 */
export class UpdateLog {
  /** Bytes received and not yet committed. */
  uncommittedBytes = 0;
  #dirty = new Set<LoggedRoom>();
  #running: Promise<void> | null = null;
  #nextAt = 0;
  #wasSmall = false;
  #stopped = false;
  #recent = new Set<string>();
  #recentCount = 0;
  #recentUntil = 0;
  #run: RunSql;
  #metrics: SyncMetrics;
  #log: Logger;
  #now: () => Date;

  constructor(options: { run: RunSql; metrics: SyncMetrics; log: Logger; now: () => Date }) {
    this.#run = options.run;
    this.#metrics = options.metrics;
    this.#log = options.log;
    this.#now = options.now;
  }

  /** This room has received something. */
  mark(room: LoggedRoom): void {
    this.#dirty.add(room);
    this.#running ??= this.#flushAll().finally(() => {
      this.#running = null;
    });
  }

  /** Resolves when nothing is waiting any more, or after `withinMs`. Returns whether everything is stored. */
  async drain(withinMs: number): Promise<boolean> {
    const ended = new AbortController();
    const timeout = wait(withinMs, undefined, { signal: ended.signal }).catch(() => undefined);
    let isOver = false;
    void timeout.then(() => {
      isOver = true;
    });
    while (this.#running && !isOver) await Promise.race([this.#running, timeout]);
    ended.abort();
    return this.#running === null;
  }

  /** Gives up on what the database still refuses to take; its writers were never told that it is stored. */
  stop(): void {
    this.#stopped = true;
  }

  async #flushAll(): Promise<void> {
    while (this.#dirty.size > 0) {
      const window = this.#nextAt - performance.now();
      await (window > 0.5 ? wait(window) : new Promise(setImmediate));
      await this.#flush();
    }
  }

  async #flush(): Promise<void> {
    const startedAt = performance.now();
    const cuts: RoomRow[] = [];
    for (const room of this.#next()) {
      const cut = room.cut();
      if (cut) cuts.push({ room, cut });
    }
    if (cuts.length === 0) return;
    const appendingAt = performance.now();
    const seqs = await this.#append(cuts);
    const tellingAt = performance.now();
    this.#count(cuts, seqs, (tellingAt - appendingAt) / 1000);
    for (const { room, cut } of cuts) {
      this.uncommittedBytes -= cut.receivedBytes;
      const seq = seqs.get(room.name);
      if (seq === undefined) room.rejected(cut);
      else if (seq === CONTESTED) await room.contested(cut);
      else {
        room.committed(cut, seq);
        this.#metrics.acknowledged(cut.receivedAt);
      }
    }
    const ownMs = appendingAt - startedAt + performance.now() - tellingAt;
    const endedAt = performance.now();
    const least = this.#countRecent(cuts, endedAt) >= MANY_ROOMS ? MANY_ROOMS_WINDOW_MS : 0;
    this.#nextAt = endedAt + Math.min(LONGEST_WINDOW_MS, Math.max(least, ownMs));
  }

  /**
   * [R15] The rooms of the next statement. One that received much goes alone, in turn with all that received little: nobody's typing waits
   * for more than one of them.
   */
  #next(): LoggedRoom[] {
    let large: LoggedRoom | null = null;
    const small: LoggedRoom[] = [];
    let bytes = 0;
    for (const room of this.#dirty) {
      const { receivedBytes } = room;
      if (receivedBytes > LIMITS.statement) large ??= room;
      else if (bytes <= LIMITS.statement) {
        small.push(room);
        bytes += receivedBytes;
      }
    }
    const next = large && (small.length === 0 || this.#wasSmall) ? [large] : small;
    this.#wasSmall = next === small;
    for (const room of next) this.#dirty.delete(room);
    return next;
  }

  #count(cuts: readonly RoomRow[], seqs: ReadonlyMap<string, number>, seconds: number): void {
    let updates = 0;
    let bytes = 0;
    for (const { room, cut } of cuts) {
      if (!seqs.has(room.name)) continue;
      updates += cut.receivedAt.length;
      bytes += cut.data.length;
    }
    this.#metrics.committed({ rooms: seqs.size, updates, bytes, seconds });
  }

  /** How many rooms wrote in the last quarter of a second or so. */
  #countRecent(cuts: readonly { room: LoggedRoom }[], at: number): number {
    if (at > this.#recentUntil) {
      this.#recentUntil = at + RECENT_MS;
      this.#recentCount = this.#recent.size;
      this.#recent.clear();
    }
    for (const { room } of cuts) this.#recent.add(room.name);
    return Math.max(this.#recentCount, this.#recent.size);
  }

  async #append(cuts: readonly RoomRow[]): Promise<Map<string, number>> {
    const rows = cuts.map(({ room, cut }) => ({ room: room.name, ...cut }));
    for (let attempt = 0; ; attempt++) {
      try {
        const seqs = await within(STATEMENT_MS, appendUpdates(this.#run, rows, this.#now()));
        if (attempt > 0) this.#log.info({ attempt }, 'update log: the database is back');
        return seqs;
      } catch (error) {
        if (error instanceof ClientIdTaken || isDataFault(error)) return this.#appendApart(cuts, error);
        if (this.#stopped) return new Map();
        if (attempt === 0) this.#log.warn({ err: error }, 'update log: the database is away, retrying');
        await wait(Math.min(LONGEST_BACKOFF_MS, 50 * 2 ** attempt));
      }
    }
  }

  /** One row that the database refuses must not hold up the others. */
  async #appendApart(cuts: readonly RoomRow[], error: unknown): Promise<Map<string, number>> {
    const [only] = cuts;
    if (cuts.length === 1 && only) {
      if (error instanceof ClientIdTaken) return new Map([[only.room.name, CONTESTED]]);
      this.#log.error({ err: error, room: only.room.name }, 'update log: a row is refused by the database');
      return new Map();
    }
    const seqs = new Map<string, number>();
    for (const cut of cuts) for (const [room, seq] of await this.#append([cut])) seqs.set(room, seq);
    return seqs;
  }
}

function isDataFault(error: unknown): boolean {
  return error instanceof Error && 'code' in error && DATA_FAULT.test(String(error.code));
}

/** Rejects when the work takes longer; whatever it does afterwards is not looked at. */
function within<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
