import type { Marks } from './marks.ts';

interface Weighed {
  readonly key: string;
  readonly weight: number;
}

/**
 * [AS8] The mark of one assessor out of five: each criterion by its weight; all alike when no weight says anything. Null while a
 * criterion has no mark.
 */
export function scoreOf(marks: Marks, criteria: readonly Weighed[]): number | null {
  if (criteria.length === 0) return null;
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
  let sum = 0;
  for (const { key, weight } of criteria) {
    const mark = marks[key]?.mark ?? null;
    if (mark === null) return null;
    sum += mark * (total > 0 ? weight / total : 1 / criteria.length);
  }
  return rounded(sum);
}

/** What several assessors make together. */
export interface Summary {
  readonly count: number;
  /** Null when nobody has given a mark. */
  readonly average: number | null;
  /** Between the highest and the lowest; null with fewer than two. */
  readonly spread: number | null;
}

/** [AS8] Average and spread of marks. */
export function summaryOf(scores: readonly number[]): Summary {
  if (scores.length === 0) return { count: 0, average: null, spread: null };
  const average = rounded(scores.reduce((sum, score) => sum + score, 0) / scores.length);
  const spread = scores.length < 2 ? null : rounded(Math.max(...scores) - Math.min(...scores));
  return { count: scores.length, average, spread };
}

/** [AS8] Average and spread of each criterion, by its key. */
export function summariesOf(
  given: readonly Marks[],
  criteria: readonly Weighed[],
): Readonly<Record<string, Summary>> {
  return Object.fromEntries(
    criteria.map(({ key }) => [key, summaryOf(given.flatMap((marks) => marks[key]?.mark ?? []))]),
  );
}

/** To the hundredth: what is shown is what is compared, so that equal marks on the screen are equal. */
function rounded(value: number): number {
  return Math.round((value + Number.EPSILON) * 100) / 100;
}

/** [AS9] The place of each by its average, from 1; equal averages share a place, and who has none has no place. */
export function placesOf<T extends { readonly average: number | null }>(
  rows: readonly T[],
): ReadonlyMap<T, { readonly place: number; readonly isTie: boolean }> {
  const known = rows.flatMap((row) => (row.average === null ? [] : [{ row, average: row.average }]));
  return new Map(
    known.map(({ row, average }) => [
      row,
      {
        place: 1 + known.filter((other) => other.average > average).length,
        isTie: known.filter((other) => other.average === average).length > 1,
      },
    ]),
  );
}
