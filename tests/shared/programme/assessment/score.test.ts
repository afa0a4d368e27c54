import { describe, expect, test } from 'vitest';
import { placesOf, scoreOf, summariesOf, summaryOf } from '#shared/programme/assessment/score.ts';

const criteria = [
  { key: 'approche', weight: 30 },
  { key: 'acquis', weight: 15 },
  { key: 'organisation', weight: 30 },
  { key: 'partage', weight: 25 },
];
const marks = (...values: (number | null)[]) =>
  Object.fromEntries(criteria.map(({ key }, at) => [key, { mark: values[at] ?? null, comment: 'Vu.' }]));

describe('[AS8] the mark of one assessor', () => {
  test('each criterion counts by its weight', () => {
    expect(scoreOf(marks(5, 5, 5, 5), criteria)).toBe(5);
    expect(scoreOf(marks(0, 0, 0, 0), criteria)).toBe(0);
    expect(scoreOf(marks(4, 2, 3, 5), criteria)).toBe(3.65);
  });

  test('is none while a criterion has no mark, or when there is no criterion', () => {
    expect(scoreOf(marks(5, 5, null, 5), criteria)).toBeNull();
    expect(scoreOf({}, criteria)).toBeNull();
    expect(scoreOf({}, [])).toBeNull();
  });

  test('counts criteria alike when no weight says anything', () => {
    const flat = criteria.map(({ key }) => ({ key, weight: 0 }));
    expect(scoreOf(marks(4, 2, 3, 5), flat)).toBe(3.5);
  });
});

describe('[AS8] what assessors make together', () => {
  test('average, and the distance between the highest and the lowest', () => {
    expect(summaryOf([3.65, 2.15])).toEqual({ count: 2, average: 2.9, spread: 1.5 });
    expect(summaryOf([4])).toEqual({ count: 1, average: 4, spread: null });
    expect(summaryOf([])).toEqual({ count: 0, average: null, spread: null });
  });

  test('the same criterion by criterion, who left one out aside', () => {
    const found = summariesOf([marks(5, 1, 3, 4), marks(2, 1, null, 4)], criteria);
    expect(found.approche).toEqual({ count: 2, average: 3.5, spread: 3 });
    expect(found.acquis).toEqual({ count: 2, average: 1, spread: 0 });
    expect(found.organisation).toEqual({ count: 1, average: 3, spread: null });
  });
});

describe('[AS9] places', () => {
  test('equal averages share one, the next place is left out, and who has no average has none', () => {
    const rows = [{ average: 3 }, { average: 4.2 }, { average: null }, { average: 3 }, { average: 1 }];
    const places = placesOf(rows);
    expect(rows.map((row) => places.get(row))).toEqual([
      { place: 2, isTie: true },
      { place: 1, isTie: false },
      undefined,
      { place: 2, isTie: true },
      { place: 4, isTie: false },
    ]);
  });
});
