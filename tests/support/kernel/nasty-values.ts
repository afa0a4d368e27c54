import { NOBODY } from '#tests/support/route-table.ts';

/** Numbers from a seed, so that a failure is tried again as it was. */
export type Roll = (sides: number) => number;

export function dice(seed: number): Roll {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** One of several. */
export const oneOf = <T>(roll: Roll, of: readonly T[]): T => of[roll(of.length)] as T;

const NUMBERS = [
  '2147483648',
  '9223372036854775808',
  '-1',
  '1e309',
  'Infinity',
  'NaN',
  '1.5',
  '0',
  '0x10',
  '99',
];
const DAYS = [
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '2023-02-30',
  '275760-09-13',
  '+275760-09-13T00:00:00.000Z',
  '-000001-01-01T00:00:00Z',
  '0000-01-01T00:00',
  '9999-12-31T23:59',
  '2023-03-14T25:61',
];
const TEXTS = [
  '',
  ' ',
  'x'.repeat(5_000),
  '😀'.repeat(600),
  'é'.repeat(3_000),
  'mot '.repeat(5_000),
  '\u202e\u200b\ufeff',
  'a\u0000b',
  '<script>alert(1)</script>',
  '%',
  "'); --",
  '__proto__',
  'constructor',
  'toString',
  '[]',
  '{"a":1}',
  'null',
  'https://[',
  'javascript:alert(1)',
  'a@b',
];

/** A text that nobody expects there: the ids are of objects that exist, of whatever kind. */
export function nastyText(roll: Roll, ids: readonly string[]): string {
  const family = roll(8);
  if (family < 2) return oneOf(roll, [NOBODY, NOBODY.toUpperCase(), `${NOBODY}0`, `person:${NOBODY}`]);
  if (family < 4 && ids.length > 0) return oneOf(roll, ids);
  return oneOf(roll, family < 5 ? NUMBERS : family < 6 ? DAYS : TEXTS);
}

/** A value of JSON that nobody expects there. */
export function nastyJson(roll: Roll, ids: readonly string[]): unknown {
  const odd = [null, true, 0, -1, 1.5, 2 ** 31, 2 ** 53, 1e300, [], {}, [[[]]], { $gt: '' }];
  return roll(3) === 0 ? oneOf(roll, odd) : nastyText(roll, ids);
}
