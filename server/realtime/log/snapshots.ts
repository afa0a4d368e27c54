import type { Logger } from 'pino';
import type { RunSql } from '#db/kernel/client.ts';
import type { Locks } from '#db/kernel/locks.ts';
import { findSnapshot } from '#db/realtime/doc-progress.ts';
import {
  BrokenLog,
  dropSnapshot,
  loadStoredRoom,
  type StoredRoom,
  saveSnapshot,
} from '#db/realtime/doc-updates.ts';
import type { DocWorkers } from '../doc/doc-workers.ts';
import { describeUpdate } from '../read-update.ts';
import type { Room } from '../room.ts';
import { RoomState } from '../room-state.ts';
import type { SyncMetrics } from '../sync-metrics.ts';
import type { UpdateMeta } from '../update-meta.ts';

const MOST_ROWS = 64;
const MOST_TAIL = 0.25;
/** Below, a quarter of a short snapshot is reached at every line: the rows decide alone. */
const LEAST_TAIL_BYTES = 64 * 1024;
/** Larger states are decoded outside the thread of the sockets. */
const LARGE_BYTES = 256 * 1024;
const COMPACT_MS = 20_000;
/** A room that is written in without a pause is compacted that often, unless its tail grows far beyond what is due. */
const REST_MS = 10_000;
const FAR_TOO_LONG = 16;
/** After a failure the next try waits for that many more rows: a document that breaks Yjs is not compacted at every key. */
const ROWS_AFTER_FAILURE = 1_024;
/** And after finding another instance at it, whose snapshot is then taken over. */
const ROWS_WHILE_LOCKED = 16;

interface SnapshotsOptions {
  readonly run: RunSql;
  readonly locks: Locks;
  readonly workers: DocWorkers;
  readonly metrics: SyncMetrics;
  readonly log: Logger;
  readonly now: () => Date;
}

interface OpenedRoom {
  readonly state: RoomState;
  readonly epoch: number;
  readonly clients: ReadonlyMap<number, string>;
}

/** Opening rooms fast: states compacted in a worker while the room goes on, kept beside the log, which stays whole. */
export class Snapshots {
  #options: SnapshotsOptions;
  #busy = new Map<string, Promise<void>>();
  #retryAt = new Map<string, number>();
  #restsUntil = new WeakMap<Room, number>();

  constructor(options: SnapshotsOptions) {
    this.#options = options;
  }

  /**
   * The content of a room from the database. A long log is compacted first, in a worker. A snapshot that cannot be read is
   * made anew from the log.
   * @throws {BrokenLog} or whatever the database or the worker failed with: never an empty room for one that is not.
   */
  async open(name: string): Promise<OpenedRoom> {
    const { run, log } = this.#options;
    const stored = await loadStoredRoom(run, name);
    try {
      return await this.#read(name, stored);
    } catch (error) {
      const unreadable = stored.updates.find(({ data }) => !isReadable(data));
      if (unreadable) throw new BrokenLog(name, unreadable.seq, 'unreadable');
      const { snapshot } = stored;
      if (!snapshot || (isReadable(snapshot.data) && !saysNothing(snapshot.data))) throw error;
      log.error({ room: name, seq: snapshot.seq }, 'a snapshot is unreadable and is made anew from the log');
      await dropSnapshot(run, name);
      return this.open(name);
    }
  }

  async #read(name: string, stored: StoredRoom): Promise<OpenedRoom> {
    if (stored.snapshot && saysNothing(stored.snapshot.data)) throw new Error('an empty snapshot');
    const short = stored.updates.length > MOST_ROWS ? await this.#shorten(name, stored) : stored;
    const base = short.snapshot?.data;
    const meta = base && base.length > LARGE_BYTES ? await this.#describe(base) : undefined;
    return { state: new RoomState(short, meta), epoch: stored.epoch, clients: stored.clients };
  }

  #describe(update: Uint8Array): Promise<UpdateMeta> {
    return this.#options.workers.run({ kind: 'describe', update }, COMPACT_MS);
  }

  async #shorten(name: string, stored: StoredRoom): Promise<StoredRoom> {
    const { workers } = this.#options;
    const parts = stored.updates.map(({ data }) => data);
    if (stored.snapshot) parts.unshift(stored.snapshot.data);
    const { seq } = stored;
    const compacted = await this.#compactToOpen(name, seq, parts);
    const data = compacted ?? (await workers.run({ kind: 'merge', parts }, COMPACT_MS)).data;
    return { ...stored, snapshot: { seq, data }, updates: [] };
  }

  /** Null when nobody should wait for it: another document is being compacted, or this one could not be before. */
  async #compactToOpen(name: string, seq: number, parts: readonly Uint8Array[]): Promise<Uint8Array | null> {
    const { workers, log } = this.#options;
    if (workers.isCompacting || this.#retryAt.has(name)) return null;
    try {
      const { data } = await workers.run({ kind: 'compact', parts }, COMPACT_MS);
      await this.#save(name, seq, data);
      return data;
    } catch (error) {
      this.#retryAt.set(name, seq + ROWS_AFTER_FAILURE);
      log.warn({ err: error, room: name }, 'compaction failed, opening the merged log');
      return null;
    }
  }

  /** Compacts the room if its log has become long; `isLeaving` when nobody is in it any more. */
  consider(room: Room, isLeaving = false): Promise<void> {
    const { rows, tailBytes, baseBytes } = room.state;
    const mostTail = Math.max(LEAST_TAIL_BYTES, baseBytes * MOST_TAIL);
    const length = Math.max(rows / MOST_ROWS, tailBytes / mostTail);
    const isResting = length <= FAR_TOO_LONG && performance.now() < (this.#restsUntil.get(room) ?? 0);
    if (isLeaving ? rows <= 1 : length <= 1 || isResting) return Promise.resolve();
    if (room.state.seq < (this.#retryAt.get(room.name) ?? 0)) return Promise.resolve();
    const running = this.#busy.get(room.name);
    if (running) return running;
    const done = this.#compact(room).finally(() => this.#busy.delete(room.name));
    this.#busy.set(room.name, done);
    return done;
  }

  /** [N6] One instance at a time: the others take over what it has made. */
  async #compact(room: Room): Promise<void> {
    const { locks, log } = this.#options;
    let unlock: (() => Promise<void>) | null = null;
    try {
      unlock = await locks.take(`snapshot ${room.name}`);
      if (!unlock) {
        this.#retryAt.set(room.name, room.state.seq + ROWS_WHILE_LOCKED);
        return;
      }
      if (!(await this.#takeOver(room))) await this.#make(room);
      this.#restsUntil.set(room, performance.now() + REST_MS);
      this.#retryAt.delete(room.name);
    } catch (error) {
      this.#retryAt.set(room.name, room.state.seq + ROWS_AFTER_FAILURE);
      log.warn({ err: error, room: room.name }, 'compaction failed, the log is served as it is');
    } finally {
      await unlock?.();
    }
  }

  async #make(room: Room): Promise<void> {
    const { seq } = room.state;
    const { data, elements } = await this.#options.workers.run(
      { kind: 'compact', parts: room.state.parts() },
      COMPACT_MS,
    );
    await this.#save(room.name, seq, data);
    room.state.rebase(seq, data, elements);
  }

  /** Is there a snapshot of another instance that makes this log less than half as long? */
  async #takeOver(room: Room): Promise<boolean> {
    const { seq, baseSeq } = room.state;
    const half = baseSeq + Math.floor((seq - baseSeq) / 2);
    const kept = await findSnapshot(this.#options.run, room.name, { after: half, upTo: seq });
    if (!kept) return false;
    const isLarge = kept.data.length > LARGE_BYTES;
    const { elements } = isLarge ? await this.#describe(kept.data) : describeUpdate(kept.data);
    room.state.rebase(kept.seq, kept.data, elements);
    return true;
  }

  /** Resolves when no compaction is under way. */
  async settle(): Promise<void> {
    await Promise.all(this.#busy.values());
  }

  async #save(room: string, seq: number, data: Uint8Array): Promise<void> {
    await saveSnapshot(this.#options.run, { room, seq, data }, this.#options.now());
    this.#options.metrics.snapshotSaved();
  }
}

/** Does it decode? What is stored always did. */
function isReadable(data: Uint8Array): boolean {
  try {
    describeUpdate(data);
    return true;
  } catch {
    return false;
  }
}

/** An update without anything has two bytes, and decodes; whatever was written left more. */
function saysNothing(data: Uint8Array): boolean {
  return data.length <= 2;
}
