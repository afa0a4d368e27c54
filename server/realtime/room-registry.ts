import type { Logger } from 'pino';
import type { RunSql } from '#db/kernel/client.ts';
import type { Locks } from '#db/kernel/locks.ts';
import { type Traced, traced } from '#db/kernel/traced.ts';
import { findClientOwners } from '#db/realtime/doc-progress.ts';
import { CLOSE } from '#shared/realtime/realtime.ts';
import type { DocWorkers } from './doc/doc-workers.ts';
import type { Bus } from './instance/bus.ts';
import { OtherInstances } from './instance/other-instances.ts';
import { Snapshots } from './log/snapshots.ts';
import { UpdateLog } from './log/update-log.ts';
import type { RecheckScope } from './recheck.ts';
import { Room } from './room.ts';
import type { RoomOptions } from './room-options.ts';
import type { SyncMetrics } from './sync-metrics.ts';
import { awarenessFrame } from './wire.ts';

const AWARENESS_MS = 50;
const SWEEP_MS = 1_000;
/** A room stays that long after the last one left: people come back. */
const IDLE_MS = 10_000;
/** In sweeps. Renewals come every 15 s and are missed after 30 s. */
const RENEWALS_EVERY = 5;
const PING_EVERY = 20;
const RECHECK_EVERY = 30;
const RECHECK_EVERY_WHEN_DEAF = 3;
/** The stock provider hangs up after 30 s without a message: nobody may be left for more than that less one ping. */
const SILENCE_MS = 8_000;

interface RegistryOptions {
  readonly run: RunSql;
  readonly locks: Locks;
  readonly workers: DocWorkers;
  readonly metrics: SyncMetrics;
  readonly log: Logger;
  readonly now: () => Date;
  readonly bus: Bus | null;
  /** May other processes write in this database? */
  readonly isShared: boolean;
  /** Something was stored in the room by this process. */
  readonly onStored: (room: Room) => void;
  /** Rights to be looked at again: another instance says so, or it is time, in case a change was not announced. */
  readonly onRecheckDue: (scope: RecheckScope) => void;
}

/** The rooms in memory, one object a name, with the timers that they share. */
export class RoomRegistry {
  readonly updateLog: UpdateLog;
  readonly snapshots: Snapshots;
  readonly others: OtherInstances;
  #rooms = new Map<string, Room>();
  /** The same for all rooms: there may be thousands. */
  #ofRooms: RoomOptions<Room>;
  #metrics: SyncMetrics;
  #log: Logger;
  #run: RunSql;
  #withPresence = new Set<Room>();
  #presenceTimer: NodeJS.Timeout | null = null;
  #sweeper: NodeJS.Timeout;
  #sweeps = 0;
  #onStored: (room: Room) => void;
  #onRecheckDue: (scope: RecheckScope) => void;

  constructor({
    run,
    locks,
    workers,
    metrics,
    log,
    now,
    bus,
    isShared,
    onStored,
    onRecheckDue,
  }: RegistryOptions) {
    this.#run = run;
    this.#metrics = metrics;
    this.#log = log;
    this.#onStored = onStored;
    this.#onRecheckDue = onRecheckDue;
    this.updateLog = new UpdateLog({ run, metrics, log, now });
    this.snapshots = new Snapshots({ run, locks, workers, metrics, log, now });
    this.others = new OtherInstances({
      bus,
      isShared,
      run,
      log,
      rooms: this.#rooms,
      onBroken: (room, error) => this.#throwAway(room, error),
      onPresence: (room) => this.markPresence(room),
      onRecheck: onRecheckDue,
    });
    this.#ofRooms = {
      open: (wanted) =>
        traced(
          () => opening(wanted),
          () => this.snapshots.open(wanted),
        ),
      ownersOf: (wanted, clientIds) => findClientOwners(this.#run, wanted, clientIds),
      onReceived: (received, bytes) => {
        this.#metrics.received(bytes);
        this.updateLog.uncommittedBytes += bytes;
        this.updateLog.mark(received);
      },
      onPutBack: (waiting, bytes) => {
        this.updateLog.uncommittedBytes += bytes;
        this.updateLog.mark(waiting);
      },
      onReadOnly: () => this.#metrics.refused('read-only'),
      onGrown: (grown) => void this.snapshots.consider(grown),
      onUnmergeable: (unmergeable, error, bytes) => {
        this.updateLog.uncommittedBytes -= bytes;
        this.#log.error(
          { err: error, room: unmergeable.name },
          'updates could not be merged, their writers are sent away',
        );
      },
      onStored: (stored, seq, cut) => {
        this.others.stored(stored, seq, cut);
        this.#onStored(stored);
      },
      onPresence: (present, entries) => this.others.present(present, entries),
    };
    this.#sweeper = setInterval(() => this.#sweep(), SWEEP_MS);
    this.#sweeper.unref();
  }

  /** Tells whoever is in this room, here and elsewhere, that something beside its content has changed. */
  tellNews(name: string, topic: string): void {
    this.#rooms.get(name)?.tellNews(topic);
    this.others.news(name, topic);
  }

  all(): Iterable<Room> {
    return this.#rooms.values();
  }

  get size(): number {
    return this.#rooms.size;
  }

  /**
   * Does something with the loaded room, which stays in memory meanwhile.
   * Rejects when the content cannot be had; the next attempt loads anew.
   */
  async use<T>(name: string, work: (room: Room) => Promise<T> | T): Promise<T> {
    const room = this.#rooms.get(name) ?? this.#create(name);
    room.users++;
    try {
      await room.ready;
      return await work(room);
    } finally {
      room.users--;
      if (room.connections.size === 0) room.idleSince = performance.now();
    }
  }

  #create(name: string): Room {
    const room = new Room(name, this.#ofRooms);
    this.#rooms.set(name, room);
    this.others.opened(room);
    room.ready.catch((error: unknown) => this.#throwAway(room, error));
    return room;
  }

  #throwAway(room: Room, error: unknown): void {
    this.#log.error({ err: error, room: room.name }, 'room cannot be served from memory');
    this.#forget(room);
    for (const connection of room.connections) connection.close(CLOSE.tryLater, 'load');
  }

  /** [PD6] What this room holds in memory is not its log any more: whoever is in it comes back, and it is opened anew. */
  renew(name: string): void {
    const room = this.#rooms.get(name);
    if (!room) return;
    this.#forget(room);
    for (const connection of room.connections) connection.close(CLOSE.restart, 'renewed');
  }

  #forget(room: Room): void {
    if (this.#rooms.get(room.name) !== room) return;
    this.#rooms.delete(room.name);
    this.others.closed(room);
  }

  /** The room has presence to tell; all that comes within the next 50 ms goes in one frame. */
  markPresence(room: Room): void {
    if (room.awareness.hasChanges) this.#withPresence.add(room);
    if (this.#withPresence.size === 0) return;
    this.#presenceTimer ??= setTimeout(() => {
      this.#presenceTimer = null;
      const rooms = [...this.#withPresence];
      this.#withPresence.clear();
      for (const told of rooms) told.tellAwareness(false);
    }, AWARENESS_MS);
  }

  #sweep(): void {
    const at = performance.now();
    const turn = ++this.#sweeps;
    for (const room of this.#rooms.values()) {
      for (const connection of room.connections) {
        if (connection.isHopeless(at)) connection.close(CLOSE.tryLater, 'slow');
        if (turn % PING_EVERY !== 0) continue;
        // Whoever is not read cannot be heard to live.
        if (!connection.isAlive && !connection.isReadingStopped) connection.terminate();
        connection.isAlive = false;
        connection.ping();
        if (at - connection.lastSent > SILENCE_MS) connection.send(awarenessFrame([]));
      }
      if (turn % RENEWALS_EVERY === 0) {
        room.awareness.expire();
        room.tellAwareness(true);
      }
      // A log that grew while its room was resting, or that was long when it was opened, waits for no further key.
      if (room.isLoaded) void this.snapshots.consider(room);
      if (room.idleSince !== null && at - room.idleSince > IDLE_MS && room.isQuiet) void this.#unload(room);
    }
    this.others.look();
    const isDue = turn % (this.others.isDeaf ? RECHECK_EVERY_WHEN_DEAF : RECHECK_EVERY) === 0;
    if (isDue) this.#onRecheckDue({});
  }

  async #unload(room: Room): Promise<void> {
    const { idleSince } = room;
    await this.snapshots.consider(room, true);
    if (room.isQuiet && room.idleSince === idleSince) this.#forget(room);
  }

  /** Ends the timers. */
  stop(): void {
    clearInterval(this.#sweeper);
    if (this.#presenceTimer) clearTimeout(this.#presenceTimer);
  }
}

/** What a trace says of a room: of which kind. */
function opening(name: string): Traced {
  const [kind = ''] = name.split(':');
  return { kind: 'room', name: `open ${kind}`, attributes: { 'cordee.room_kind': kind } };
}
