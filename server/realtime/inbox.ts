import type { Logger } from 'pino';
import { CLOSE, LIMITS } from '#shared/realtime/realtime.ts';
import { LaneFull } from '../kernel/lane/lane.ts';
import type { Connection, TakenFrame } from './connection.ts';
import type { DocWorkers } from './doc/doc-workers.ts';
import type { Inflow, LineInflow, Settle } from './inflow.ts';
import type { UpdateLog } from './log/update-log.ts';
import { BadUpdate, readUpdate } from './read-update.ts';
import { Refusal } from './refusal.ts';
import type { Room } from './room.ts';
import type { SleepWatch } from './sleep-watch.ts';
import type { SyncMetrics } from './sync-metrics.ts';
import type { UpdateMeta } from './update-meta.ts';
import { BadFrame, readClientMessage } from './wire.ts';

/** Larger updates are decoded in a worker: one person's paste must not be felt by all the others. */
const LARGE_BYTES = 128 * 1024;
/** Updates that bring more are tried on a Y.Doc in a worker: a page of 30 KB can be made to hold up every reader for seconds. */
const MANY_ELEMENTS = 500;
const TRY_MS = 6_000;
/** A client and its clock take at most so many bytes. */
const MOST_VECTOR_BYTES = LIMITS.clientIdsPerDocument * 13;

/** An update as it came. */
interface SentUpdate {
  readonly data: Uint8Array;
  readonly settle: Settle;
}

interface InboxOptions {
  readonly workers: DocWorkers;
  readonly updateLog: UpdateLog;
  readonly sleepWatch: SleepWatch;
  readonly metrics: SyncMetrics;
  readonly log: Logger;
  readonly inflow: Inflow;
  /** The connection sends more than it should and is being read more slowly. */
  readonly onFlood: (connection: Connection) => void;
}

/** What comes from one connection, in its order: read, checked, and given to the room. */
export class Inbox {
  #connection: Connection;
  #options: InboxOptions;
  #line: LineInflow;
  #room: Room | null = null;
  #readOn: (() => void) | null = null;
  #onPresence: () => void = () => undefined;

  constructor(connection: Connection, options: InboxOptions) {
    this.#connection = connection;
    this.#options = options;
    this.#line = options.inflow.line(connection.userId, () => connection.stopReading());
  }

  /** Bytes have come, of a frame that may not be whole yet. */
  grow(bytes: number): void {
    this.#line.grow(bytes);
  }

  /** The room is there: what came before it is handled now. `onPresence` is called when there is presence to tell. */
  open(room: Room, onPresence: () => void): void {
    this.#room = room;
    this.#onPresence = onPresence;
    this.#resume();
  }

  /** Takes a frame as it came from the socket. */
  receive(frame: Buffer, isBinary: boolean): void {
    const connection = this.#connection;
    this.#options.sleepWatch.look();
    if (connection.isEnded) return;
    connection.isAlive = true;
    if (connection.spendMessage()) this.#options.onFlood(connection);
    const taken = { frame, settle: this.#line.take(frame.length) };
    if (!isBinary) this.#refuse(new Refusal(CLOSE.reload, 'text'), taken.settle);
    else if (connection.waiting) this.#wait(taken, connection.waiting);
    else this.#handle(taken);
  }

  /** The connection has ended: what waits is nobody's any more. */
  close(): void {
    for (const { settle } of this.#connection.waiting ?? []) settle();
    if (this.#connection.waiting) this.#connection.waiting = [];
    this.#line.close();
  }

  #wait(taken: TakenFrame, waiting: TakenFrame[]): void {
    const connection = this.#connection;
    waiting.push(taken);
    connection.waitingBytes += taken.frame.length;
    const isFull = waiting.length >= LIMITS.waitingFrames || connection.waitingBytes > LIMITS.waitingBytes;
    if (isFull) this.#readOn ??= connection.stopReading();
  }

  #resume(): void {
    const connection = this.#connection;
    const frames = connection.waiting ?? [];
    connection.waiting = null;
    connection.waitingBytes = 0;
    this.#readOn?.();
    this.#readOn = null;
    for (const [index, taken] of frames.entries()) {
      if (connection.isEnded) {
        taken.settle();
        continue;
      }
      this.#handle(taken);
      if (!connection.waiting) continue;
      const rest = frames.slice(index + 1);
      connection.waiting = rest;
      connection.waitingBytes = rest.reduce((sum, { frame }) => sum + frame.length, 0);
      return;
    }
  }

  #handle({ frame, settle }: TakenFrame): void {
    const room = this.#room;
    if (!room) {
      settle();
      return;
    }
    const connection = this.#connection;
    try {
      const message = readClientMessage(frame, LIMITS.awarenessStatesPerFrame);
      switch (message.type) {
        case 'step2':
        case 'update':
          // Settled once it is stored.
          this.#takeUpdate(room, message.type, { data: message.update, settle });
          return;
        case 'step1':
          if (message.vector.length > MOST_VECTOR_BYTES)
            throw new BadFrame('more clients than documents have');
          room.answer(connection, message.vector);
          break;
        case 'awareness':
          if (room.awareness.receive(connection, connection.grant.person, message.entries))
            this.#onPresence();
          break;
        case 'queryAwareness':
          room.introduce(connection);
      }
      settle();
    } catch (error) {
      this.#refuse(error, settle);
    }
  }

  #takeUpdate(room: Room, step: 'step2' | 'update', sent: SentUpdate): void {
    const { data } = sent;
    const meta = data.length <= LARGE_BYTES ? readUpdate(data) : null;
    if (meta && !isHeavy(room, meta)) {
      this.#give(room, step, sent, meta);
      return;
    }
    this.#connection.waiting = [];
    void this.#inspect(room, data, meta)
      .then((inspected) => this.#give(room, step, sent, inspected))
      .catch((error: unknown) => this.#refuse(error, sent.settle))
      .finally(() => this.#resume());
  }

  /** [R12] In the turn of whoever sent it, also when they have hung up: what a page sent before it was closed is no less somebody's text. */
  #inspect(room: Room, update: Uint8Array, known: UpdateMeta | null): Promise<UpdateMeta> {
    const by = { account: this.#connection.userId };
    return this.#options.workers.turn('doubtful', { by }, async (run) => {
      const meta = known ?? (await run({ kind: 'inspect', update }));
      if (!isHeavy(room, meta)) return meta;
      room.checkSize(update, meta);
      await run({ kind: 'try', update, parts: room.state.parts() }, TRY_MS);
      return meta;
    });
  }

  #give(room: Room, step: 'step2' | 'update', { data, settle }: SentUpdate, meta: UpdateMeta): void {
    if (this.#options.updateLog.uncommittedBytes + data.length > LIMITS.uncommittedBytes) {
      throw new Refusal(CLOSE.tryLater, 'storage');
    }
    room.receive(this.#connection, step, { data, meta, settle });
  }

  #refuse(error: unknown, settle: Settle): void {
    settle();
    const connection = this.#connection;
    const { metrics, log } = this.#options;
    // Nothing of it was taken: the page keeps it, comes back and sends it again.
    const refusal = error instanceof LaneFull ? new Refusal(CLOSE.tryLater, 'busy') : error;
    if (refusal instanceof Refusal) {
      metrics.refused(refusal.message);
      connection.close(refusal.code, refusal.message);
      return;
    }
    const isExpected = error instanceof BadFrame || error instanceof BadUpdate;
    metrics.refused(isExpected ? 'malformed' : 'failed');
    log[isExpected ? 'info' : 'warn'](
      { err: error, room: this.#room?.name, userId: connection.userId },
      'frame refused',
    );
    connection.close(CLOSE.reload, 'frame');
  }
}

/** Deletions do not count: everybody who comes back sends all that it knows. */
function isHeavy({ state }: Room, meta: UpdateMeta): boolean {
  return meta.elements - meta.deletes.length > MANY_ELEMENTS && state.isNews(meta);
}
