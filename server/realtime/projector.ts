import { setTimeout as wait } from 'node:timers/promises';
import { findRoomsToProject } from '#db/realtime/projections.ts';
import type { RoomRef } from '#shared/realtime/realtime.ts';
import { type ProjectionOptions, projectRoom } from './project-room.ts';
import type { RoomState } from './room-state.ts';

/** See `ProjectorOptions`. */
const DELAY_MS = 1_500;
/** After each projection nine times as long is left to others, up to a second: together they cost a tenth of a processor. */
const REST = 9;
const LONGEST_REST_MS = 1_000;
/** After a failure, doubled with each further one. */
const RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 3_600_000;
/** What is younger is on its way in the process that took it. */
const SWEPT_AGE_MS = 5_000;
const SWEPT_AT_ONCE = 1_000;

/** A room that holds more than its tables say. */
interface Due {
  /** On the clock of `performance.now()`. */
  at: number;
  /** What this process has of it; null: to be read from the database. */
  state: RoomState | null;
  /** Resolved once it was tried, be it in vain. */
  readonly tried: PromiseWithResolvers<void>;
}

interface ProjectorOptions extends ProjectionOptions {
  /** From the first change to its projection: what comes meanwhile is in the same one. */
  readonly delayMs?: number | undefined;
}

/**
 * [K2] Keeps the tables that are made from live rooms (`document_text`, `card`, `application`) within two seconds of their logs: one room
 * at a time, in a worker. Under a load that leaves no time they follow later. What a killed process left undone is found by
 * a sweep.
 */
export class Projector {
  #options: ProjectionOptions;
  #delayMs: number;
  #due = new Map<string, Due>();
  #failures = new Map<string, number>();
  #listeners: ((ref: RoomRef) => void)[] = [];
  #isWorking = false;
  #stopping = new AbortController();

  constructor({ delayMs = DELAY_MS, ...options }: ProjectorOptions) {
    this.#options = options;
    this.#delayMs = delayMs;
  }

  /** This process has stored something in this room. */
  mark(room: { readonly name: string; readonly state: RoomState }): void {
    const due = this.#due.get(room.name);
    if (due) due.state = room.state;
    else void this.#add(room.name, performance.now() + this.#delayMs, room.state);
  }

  /** A room has come to be with content in it, which no other change need follow. */
  markMade(name: string): void {
    if (!this.#due.has(name)) void this.#add(name, performance.now(), null);
  }

  /** Calls back each time that the tables of a room have followed it, by this process. */
  listen(listener: (ref: RoomRef) => void): void {
    this.#listeners.push(listener);
  }

  /** Begins nothing more; what is left undone is found at the next start. */
  stop(): void {
    this.#stopping.abort();
  }

  /** Resolves once it was tried, or never will be by this process. */
  #add(name: string, at: number, state: RoomState | null): Promise<void> {
    if (this.#stopping.signal.aborted) return Promise.resolve();
    const tried = Promise.withResolvers<void>();
    this.#due.set(name, { at, state, tried });
    if (!this.#isWorking) {
      this.#isWorking = true;
      void this.#work();
    }
    return tried.promise;
  }

  async #work(): Promise<void> {
    const { signal } = this.#stopping;
    try {
      for (let next = this.#next(); next && !signal.aborted; next = this.#next()) {
        const [name, { at, state, tried }] = next;
        const early = at - performance.now();
        if (early > 0) {
          // Another may become due before this one.
          await wait(Math.min(early, this.#delayMs), undefined, { signal, ref: false });
          continue;
        }
        this.#due.delete(name);
        const startedAt = performance.now();
        await this.#try(name, state).finally(tried.resolve);
        const rest = Math.min(LONGEST_REST_MS, (performance.now() - startedAt) * REST);
        await wait(rest, undefined, { signal, ref: false });
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      this.#isWorking = false;
      for (const { tried } of this.#due.values()) tried.resolve();
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
      void this.#add(name, performance.now() + again, null);
    }
  }

  /** Finds the rooms that nobody is bringing up to date; resolves once each was tried. One that fails is tried again later, and not waited for. */
  async sweep(): Promise<void> {
    const { database, now } = this.#options;
    const before = new Date(now().getTime() - SWEPT_AGE_MS);
    const rooms = await findRoomsToProject(database.run, { before, limit: SWEPT_AT_ONCE });
    const left = rooms.filter((room) => !this.#due.has(room));
    await Promise.all(left.map((room) => this.#add(room, performance.now(), null)));
  }
}
