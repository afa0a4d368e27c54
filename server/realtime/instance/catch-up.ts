import type { Logger } from 'pino';
import type { RunSql } from '#db/kernel/client.ts';
import { findClientOwners, findNewer, findRenewed } from '#db/realtime/doc-progress.ts';
import { BrokenLog, loadUpdatesBetween } from '#db/realtime/doc-updates.ts';
import { BadUpdate, describeUpdate } from '../read-update.ts';
import type { Room } from '../room.ts';

/** How long a missing row may still be on its way over the bus before it is read from the database. */
const GRACE_MS = 20;

interface CatchUpOptions {
  readonly run: RunSql;
  readonly log: Logger;
  /** The rooms in memory. */
  readonly rooms: () => Iterable<Room>;
  /** What is in memory is not what is in the log any more: the room must be opened anew. */
  readonly onBroken: (room: Room, error: unknown) => void;
}

/** Reads from the log what other instances wrote in rooms that are in memory here. Whatever a bus loses comes this way. */
export class CatchUp {
  #options: CatchUpOptions;
  #due = new Map<Room, number>();
  #timer: NodeJS.Timeout | null = null;
  #reading = new Map<Room, Promise<void>>();
  #polling: Promise<void> | null = null;

  constructor(options: CatchUpOptions) {
    this.#options = options;
  }

  /** The log of this room reaches `seq`: what has not come in a moment is read. */
  note(room: Room, seq: number): void {
    if (room.state.seq >= seq) return;
    this.#due.set(room, Math.max(seq, this.#due.get(room) ?? 0));
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      const due = [...this.#due];
      this.#due.clear();
      // Without the database there is nothing to read; the next look finds the same rooms behind.
      for (const [late, upTo] of due)
        this.#fill(late, upTo).catch((error: unknown) => this.#options.log.debug({ err: error }, 'catch-up'));
    }, GRACE_MS).unref();
  }

  /** Looks once at all rooms in memory. One statement, whatever their number. */
  poll(): Promise<void> {
    this.#polling ??= this.#look()
      .catch((error: unknown) => this.#options.log.debug({ err: error }, 'catch-up'))
      .finally(() => {
        this.#polling = null;
      });
    return this.#polling;
  }

  async #look(): Promise<void> {
    const rooms = new Map<string, Room>();
    for (const room of this.#options.rooms()) if (room.isLoaded) rooms.set(room.name, room);
    if (rooms.size === 0) return;
    const { run, onBroken } = this.#options;
    const generations = Array.from(rooms.values(), ({ name, epoch }) => ({ room: name, epoch }));
    for (const name of await findRenewed(run, generations)) {
      const room = rooms.get(name);
      if (room) onBroken(room, new Error('another instance gave the room a new generation'));
      rooms.delete(name);
    }
    const known = Array.from(rooms.values(), ({ name, state }) => ({ room: name, seq: state.seq }));
    for (const { room: name, seq } of await findNewer(run, known)) {
      const room = rooms.get(name);
      if (room) this.note(room, seq);
    }
  }

  /** Resolves once the room has everything that was committed before the call, by whichever instance. */
  async toNewest(room: Room): Promise<void> {
    const [newer] = await findNewer(this.#options.run, [{ room: room.name, seq: room.state.seq }]);
    if (newer) await this.#fill(room, newer.seq);
  }

  /** One reading a room at a time: the second of two most often finds nothing left to do. */
  #fill(room: Room, upTo: number): Promise<void> {
    const reading = (this.#reading.get(room) ?? Promise.resolve()).then(() => this.#read(room, upTo));
    const settled = reading.catch(() => undefined);
    this.#reading.set(room, settled);
    void settled.then(() => {
      if (this.#reading.get(room) === settled) this.#reading.delete(room);
    });
    return reading;
  }

  async #read(room: Room, upTo: number): Promise<void> {
    if (room.state.seq >= upTo) return;
    const { run, onBroken } = this.#options;
    try {
      const { seq: after } = room.state;
      const rows = await loadUpdatesBetween(run, room.name, after, upTo + 1);
      // What is packed does not fit between what is here; nobody is a day behind, but a process may have been asleep.
      if (rows.length < upTo - after) throw new BrokenLog(room.name, after, 'missing');
      const described = rows.map((row) => ({ ...row, meta: describeUpdate(row.data) }));
      const unknown = room.authors.unknownIn(described.flatMap(({ meta }) => meta.structs));
      if (unknown.length > 0)
        room.authors.learn(await findClientOwners(run, room.name, unknown), room.connections);
      for (const { seq, data, meta } of described) room.hear(seq, data, meta);
    } catch (error) {
      if (error instanceof BrokenLog || error instanceof BadUpdate) onBroken(room, error);
      throw error;
    }
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
  }
}
