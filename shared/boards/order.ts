import { generateKeyBetween } from 'fractional-indexing-jittered';

/** What has a place among others: an order key, and an id for when two keys are equal. */
export interface Ordered {
  readonly id: string;
  readonly order: string;
}

/** [B3] Total order, the same on every machine: by key, then by id, compared by code unit and not by language. */
export function byOrder(a: Ordered, b: Ordered): number {
  return compare(a.order, b.order) || compare(a.id, b.id);
}

/** Compares by code unit, which no language setting changes. */
export function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Where a thing stands that says nothing else. */
export const FIRST_ORDER = 'a0';

/**
 * Longest key that is read or written. The library computes the middle of two keys in floating point: past about 170
 * digits that is infinite and it never returns, so longer keys (only a hostile peer writes them) do not reach it.
 */
const MAX_LENGTH = 150;

/** Heads `A` and `z` open a second level of lengths that 62²⁴ insertions at one end do not reach: they are left out. */
const KEY = /^[B-Za-y][0-9A-Za-z]+$/;

/** Whether this is a key as the library writes them: digits of base 62, full integer part, no zero at the end of the rest. */
function isOrderKey(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > MAX_LENGTH || !KEY.test(value)) return false;
  const head = value.charCodeAt(0);
  const integerLength = head >= 97 ? head - 97 + 2 : 90 - head + 2;
  return value.length === integerLength || (value.length > integerLength && !value.endsWith('0'));
}

/** [B8] The key itself, or the first key when it is not one: what is written wrongly still has a place, and moving it heals it. */
export function readOrder(value: unknown): string {
  return isOrderKey(value) ? value : FIRST_ORDER;
}

/** A key strictly between two others (null: no neighbour), or null when there is no room. */
function between(lower: string | null, upper: string | null): string | null {
  if (lower !== null && upper !== null && lower >= upper) return null;
  const key = generateKeyBetween(lower, upper);
  return isOrderKey(key) ? key : null;
}

/** Two different things put in one gap draw the same key once in 2¹². */
const SPREAD_BITS = 12;

/**
 * A key between two others, away from the middle by an amount that depends on the id of what is placed: two people
 * who insert in the same gap seldom draw the same key, and no chance is involved, so that an operation gives the same
 * document wherever it runs. (The library's jitter takes its own random numbers.)
 */
function spreadBetween(lower: string | null, upper: string | null, id: string): string | null {
  let key = between(lower, upper);
  if (key === null) return null;
  let [low, high] = [lower, upper];
  if (low === null || high === null) {
    // At an end the library counts (a1, a2…): the spread lies between that number and the next.
    [low, high] = [key, between(key, null)];
    key = (high && between(low, high)) ?? key;
  }
  const bits = hash(id);
  for (let bit = 0; bit < SPREAD_BITS; bit += 1) {
    if ((bits >>> bit) & 1) low = key;
    else high = key;
    const finer = between(low, high);
    if (finer === null) break;
    key = finer;
  }
  return key;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value >>> 0;
}

/** A rank from outside, brought between 0 and `length`; the end when there is none. */
export function rankIn(length: number, index = length): number {
  return Math.min(Math.max(Math.trunc(index) || 0, 0), length);
}

/** Where to go when the wanted gap has no room: past the run of equal keys, or in front of it. */
type Lean = 'after' | 'before';

/**
 * [B4] The key that puts `id` at `index` among `siblings` (keys in order, without the one being placed). Between equal
 * keys there is no room: the run is stepped over, on the side of `lean`, so that whoever moves up goes up.
 */
export function orderAt(
  siblings: readonly string[],
  index: number,
  id: string,
  lean: Lean = 'after',
): string {
  for (const gap of gapsFrom(index, siblings.length, lean)) {
    const key = spreadBetween(siblings[gap - 1] ?? null, siblings[gap] ?? null, id);
    if (key !== null) return key;
  }
  return siblings[index] ?? FIRST_ORDER;
}

/** [B3] Each of these with its key, one behind the other, after those whose keys are given in order. */
export function lineUp<T extends Pick<Ordered, 'id'>>(
  all: readonly T[],
  after: readonly string[] = [],
): (readonly [one: T, order: string])[] {
  const orders = [...after];
  return all.map((one) => {
    const order = orderAt(orders, orders.length, one.id);
    orders.push(order);
    return [one, order];
  });
}

/** The wanted gap, those on the side leaned to, then the others: all the places there are, nearest first. */
function* gapsFrom(index: number, length: number, lean: Lean): Generator<number> {
  const step = lean === 'after' ? 1 : -1;
  for (let gap = index; gap >= 0 && gap <= length; gap += step) yield gap;
  for (let gap = index - step; gap >= 0 && gap <= length; gap -= step) yield gap;
}
