import { setTimeout as wait } from 'node:timers/promises';
import { findRoomsToProject } from '#db/realtime/projections.ts';
import type { RoomRef } from '#shared/realtime/realtime.ts';
import { type ProjectionOptions, projectRoom } from './project-room.ts';
import type { RoomState } from './room-state.ts';

/** From the first change to its projection: what comes meanwhile is in the same one. */
const DELAY_MS = 1_500;
/** After each projection nine times as long is left to others, up to a second: together they cost a tenth of a processor. */
const REST = 9;
const LONGEST_REST_MS = 1_000;
/** After a failure, doubled with each further one. */
const RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 3_600_000;
const SWEEP_MS = 30_000;
/** What is younger is on its way in the process that took it. */
const SWEPT_AGE_MS = 5_000;
const SWEPT_AT_ONCE = 1_000;

/** A room that holds more than its tables say. */
interface Due {
  /** On the clock of `performance.now()`. */
  at: number;
  /** What this process has of it; null: to be read from the database. */
  state: RoomState | null;
}

/**
 * [K2] Keeps the tables that are made from live rooms (`document_text`, `card`, `application`) within two seconds of their logs: one room
 * at a time, in a worker. Under a load that leaves no time they follow later. What a killed process left undone is found by
 * a sweep.
 */
export class Projector {
  #options: ProjectionOptions;
  #due = new Map<string, Due>();
  #failures = new Map<string, number>();
  #listeners: ((ref: RoomRef) => void)[] = [];
  #isWorking = false;
  #working = Promise.resolve();
  #stopping = new AbortController();
  #sweeper: NodeJS.Timeout;

  constructor(options: ProjectionOptions) {
    this.#options = options;
    this.#sweeper = setInterval(() => void this.sweep(), SWEEP_MS);
    this.#sweeper.unref();
    void this.sweep();
  }

  /** This process has stored something in this room. */
  mark(room: { readonly name: string; readonly state: RoomState }): void {
    const due = this.#due.get(room.name);
    if (due) due.state = room.state;
    else this.#add(room.name, performance.now() + DELAY_MS, room.state);
  }

  /** A room has come to be with content in it, which no other change need follow. */
  markMade(name: string): void {
    if (!this.#due.has(name)) this.#add(name, performance.now(), null);
  }

  /** Calls back each time that the tables of a room have followed it, by this process. */
  listen(listener: (ref: RoomRef) => void): void {
    this.#listeners.push(listener);
  }

  /** Begins nothing more; what is left undone is found at the next start. */
  stop(): void {
    clearInterval(this.#sweeper);
    this.#stopping.abort();
  }

  #add(name: string, at: number, state: RoomState | null): void {
    if (this.#stopping.signal.aborted) return;
    this.#due.set(name, { at, state });
    if (this.#isWorking) return;
    this.#isWorking = true;
    this.#working = this.#work();
  }

  async #work(): Promise<void> {
    const { signal } = this.#stopping;
    try {
      for (let next = this.#next(); next && !signal.aborted; next = this.#next()) {
        const [name, { at, state }] = next;
        const early = at - performance.now();
        if (early > 0) {
          // Another may become due before this one.
          await wait(Math.min(early, DELAY_MS), undefined, { signal, ref: false });
          continue;
        }
        this.#due.delete(name);
        const startedAt = performance.now();
        await this.#try(name, state);
        const rest = Math.min(LONGEST_REST_MS, (performance.now() - startedAt) * REST);
        await wait(rest, undefined, { signal, ref: false });
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      this.#isWorking = false;
    }
  }

  #next(): [string, Due] | null {
    let first: [string, Due] | null = null;
    for (const entry of this.#due) if (!first || entry[1].at < first[1].at) first = entry;
    return first;
  }

  async #try(name: string, state: RoomState | null): Promise<void> {
    try {
      const ref = await projectRoom({ ...this.#options, signal: this.#stopping.signal }, name, state);
      this.#failures.delete(name);
      if (ref) for (const tell of this.#listeners) tell(ref);
    } catch (error) {
      if (this.#stopping.signal.aborted) return;
      const failures = (this.#failures.get(name) ?? 0) + 1;
      this.#failures.set(name, failures);
      const again = Math.min(LONGEST_RETRY_MS, RETRY_MS * 2 ** (failures - 1));
      this.#options.log.warn({ err: error, room: name, again }, 'a room could not be projected');
      this.#add(name, performance.now() + again, null);
    }
  }

  /** Finds the rooms that nobody is bringing up to date; resolves once nothing is left to do. */
  async sweep(): Promise<void> {
    const { database, log, now } = this.#options;
    try {
      const before = new Date(now().getTime() - SWEPT_AGE_MS);
      const rooms = await findRoomsToProject(database.run, { before, limit: SWEPT_AT_ONCE });
      for (const room of rooms) if (!this.#due.has(room)) this.#add(room, performance.now(), null);
      if (rooms.length > 0) await this.#working;
    } catch (error) {
      if (!this.#stopping.signal.aborted) log.warn({ err: error }, 'rooms to project could not be listed');
    }
  }
}
