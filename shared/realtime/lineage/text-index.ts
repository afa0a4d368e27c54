import type { Run } from './run.ts';
import { partOf } from './run.ts';

/** A stretch of a text that stands in a source too. */
interface Stretch {
  /** Where it begins in the text. */
  readonly at: number;
  readonly length: number;
  /** The same letters in the source. */
  readonly source: Run;
}

/** Between two runs: no stretch goes over it, since no text has it. */
const WALL = '\u0000';
/** Of a phrase that stands in a thousand places, so many are looked at. */
const MOST_PLACES = 24;

/** Finds in many runs what a text has in common with them, in a time that does not grow with their product. */
export class TextIndex {
  readonly #gram: number;
  readonly #runs: readonly Run[];
  readonly #starts: number[] = [];
  readonly #text: string;
  readonly #used: Uint8Array;
  readonly #places = new Map<string, number[]>();

  /**
   * @param gram so many letters are looked up at once: no shorter stretch is found, and none shorter than `gram + step`
   *   where only every so manyth place is kept.
   */
  constructor(runs: readonly Run[], { gram, step = 1 }: { gram: number; step?: number }) {
    this.#gram = gram;
    this.#runs = runs;
    const texts: string[] = [];
    let length = 0;
    for (const { text } of runs) {
      this.#starts.push(length);
      texts.push(text, WALL);
      length += text.length + 1;
    }
    this.#text = texts.join('');
    this.#used = new Uint8Array(length);
    for (let at = 0; at + gram <= length; at += step) {
      const key = this.#text.slice(at, at + gram);
      const places = this.#places.get(key);
      if (!places) this.#places.set(key, [at]);
      else if (places.length < MOST_PLACES) places.push(at);
    }
  }

  get length(): number {
    return this.#text.length;
  }

  /**
   * The stretches of at least `least` letters that a text has in common with the runs, in order and apart from each other. With
   * `isTaking`, no letter of a run is given twice.
   */
  stretchesOf(text: string, least: number, isTaking: boolean): Stretch[] {
    const found: Stretch[] = [];
    let done = 0;
    for (let at = 0; at + this.#gram <= text.length; ) {
      const best = this.#longest(text, at, done);
      if (!best || best.length < least) {
        at += 1;
        continue;
      }
      const run = this.#runOf(best.place);
      const offset = best.place - (this.#starts[run] ?? 0);
      const source = this.#runs[run];
      if (source)
        found.push({
          at: best.at,
          length: best.length,
          source: partOf(source, offset, offset + best.length),
        });
      if (isTaking) this.#used.fill(1, best.place, best.place + best.length);
      done = best.at + best.length;
      at = done;
    }
    return found;
  }

  #longest(
    text: string,
    at: number,
    done: number,
  ): { at: number; place: number; length: number } | undefined {
    let best: { at: number; place: number; length: number } | undefined;
    for (const place of this.#places.get(text.slice(at, at + this.#gram)) ?? []) {
      let back = 0;
      while (at - back > done && this.#has(text, at - back - 1, place - back - 1)) back += 1;
      let ahead = 0;
      while (at + ahead < text.length && this.#has(text, at + ahead, place + ahead)) ahead += 1;
      const length = back + ahead;
      if (ahead >= this.#gram && length > (best?.length ?? 0))
        best = { at: at - back, place: place - back, length };
    }
    return best;
  }

  #has(text: string, at: number, place: number): boolean {
    return place >= 0 && this.#used[place] === 0 && text.charCodeAt(at) === this.#text.charCodeAt(place);
  }

  /** The number of the run in which a place is. */
  #runOf(place: number): number {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
