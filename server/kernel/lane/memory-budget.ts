import { getHeapStatistics } from 'node:v8';
import { AskerGone } from './lane.ts';

const MEBIBYTE = 1024 * 1024;
/** From this heap on nothing is kept smaller than it is written. */
const AMPLE_HEAP = 1_024 * MEBIBYTE;
/** Of the heap, the program itself takes so much; beside a heap that is hardly larger a share is so much of what is written. */
const PROGRAM_HEAP = 256 * MEBIBYTE;
const LEAST_SHARE = 1 / 8;
/** An ordinary conversion takes most of that. */
const LEAST = 560 * MEBIBYTE;
/** Of what a process is seen to hold, so much is the program itself, which it shares with us. */
const PROGRAM_BYTES = 64 * MEBIBYTE;

/** Bytes that V8 lets our objects take: what `--max-old-space-size` says, or what Node chooses for the machine. */
const heapLimit = getHeapStatistics().heap_size_limit;

/** [SC21] Is memory so short that what was taken is given back at once, at the price of time? */
export const isShort = heapLimit < AMPLE_HEAP;

/** [SC21] A limit of memory as this process bears it: as it is given where V8 has a gigabyte or more, in proportion where it has less. */
export function fitting(ample: number, heap = heapLimit): number {
  return Math.floor(ample * Math.min(1, heap / AMPLE_HEAP));
}

/** [SC21] The same for what is held beside the heap: in proportion to what it leaves when the program itself has taken its part. */
export function fittingBeside(ample: number, heap = heapLimit): number {
  const left = (heap - PROGRAM_HEAP) / (AMPLE_HEAP - PROGRAM_HEAP);
  return Math.floor(ample * Math.min(1, Math.max(LEAST_SHARE, left)));
}

/** Memory that somebody holds. */
export interface Holding {
  /** Gives it back; a second time is nothing. */
  release(): void;
  /** It is kept in case of more work only: whoever needs it may have it, by `giveBack`, which releases it. Null: it is needed again. */
  spare(giveBack: (() => void) | null): void;
}

interface Waiting {
  readonly bytes: number;
  enter(): void;
}

/**
 * [SC21] Memory for work that takes much of it, wherever that is done: processes that convert and check, images that are drawn, large documents
 * that are read. Whoever finds none waits in order; what is kept in case of more work goes first.
 */
export class MemoryBudget {
  readonly total: number;
  #held = 0;
  readonly #waiting = new Set<Waiting>();
  readonly #spare = new Map<Holding, () => void>();

  constructor(total: number) {
    this.total = total;
  }

  /**
   * Waits until so much is free; more than there is counts as all of it.
   * @throws {AskerGone} when they left before.
   */
  hold(asked: number, signal?: AbortSignal): Promise<Holding> {
    if (signal?.aborted) return Promise.reject(new AskerGone());
    const bytes = Math.min(asked, this.total);
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting.delete(waiting);
        reject(new AskerGone());
        this.#serve();
      };
      const waiting: Waiting = {
        bytes,
        enter: () => {
          signal?.removeEventListener('abort', leave);
          resolve(this.#taken(bytes));
        },
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.#waiting.add(waiting);
      this.#serve();
    });
  }

  #taken(bytes: number): Holding {
    this.#held += bytes;
    let isHeld = true;
    const holding: Holding = {
      release: () => {
        if (!isHeld) return;
        isHeld = false;
        this.#held -= bytes;
        this.#spare.delete(holding);
        this.#serve();
      },
      spare: (giveBack) => {
        if (!isHeld || giveBack === null) this.#spare.delete(holding);
        else this.#spare.set(holding, giveBack);
        this.#serve();
      },
    };
    return holding;
  }

  #serve(): void {
    for (const next of this.#waiting) {
      const fits = () => this.#held + next.bytes <= this.total;
      for (const [holding, giveBack] of this.#spare) {
        if (fits()) break;
        this.#spare.delete(holding);
        giveBack();
      }
      // What was given back has served it already.
      if (!this.#waiting.has(next)) continue;
      if (!fits()) return;
      this.#waiting.delete(next);
      next.enter();
    }
  }
}

/** What all of this process and of those that it starts share. */
export const heavyMemory = new MemoryBudget(Math.max(LEAST, heapLimit));

/** [SC21] What a process or a thread holds that does heavy work for somebody; and the most that a process may be seen to hold. */
export const PROCESS_BYTES = 512 * MEBIBYTE;
export const PROCESS_MOST_BYTES = Math.min(1_600 * MEBIBYTE, heavyMemory.total + PROGRAM_BYTES);

/** An ordinary conversion is seen to hold so much, whatever others do. */
const ORDINARY_BYTES = 448 * MEBIBYTE;
/** Of what Cordée may hold in all; it is looked at twice a second, and what grows has grown until then. */
const WATCHED_SHARE = 0.9;

/** [SC21] The most that a process may be seen to hold now: what this one leaves of its heap and as much again. */
export function processMostBytes(held = process.memoryUsage.rss(), heap = heapLimit): number {
  const left = WATCHED_SHARE * 2 * heap + PROGRAM_BYTES - held;
  return Math.max(ORDINARY_BYTES, Math.min(PROCESS_MOST_BYTES, left));
}

/** [SC21] The C library of a process that is started: one place for small pieces, and large ones go back to the system once they are free. */
export const THRIFTY = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '131072' } as const;
