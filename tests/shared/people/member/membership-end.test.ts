import { describe, expect, test } from 'vitest';
import { endOfLastDay, lastDayOf } from '#shared/people/member/membership-end.ts';

describe('[G5] the last day of a membership', () => {
  test.each([
    ['2023-01-31', '2023-01-31T23:00:00.000Z'],
    ['2023-09-30', '2023-09-30T22:00:00.000Z'],
    // The two nights when the clock changes.
    ['2023-03-25', '2023-03-25T23:00:00.000Z'],
    ['2023-03-26', '2023-03-26T22:00:00.000Z'],
    ['2023-10-28', '2023-10-28T22:00:00.000Z'],
    ['2023-10-29', '2023-10-29T23:00:00.000Z'],
    ['2024-02-29', '2024-02-29T23:00:00.000Z'],
  ])('%s is included: it ends at the next midnight of Paris', (day, instant) => {
    expect(endOfLastDay(day)?.toISOString()).toBe(instant);
    expect(lastDayOf(new Date(instant))).toBe(day);
  });

  test.each(['', '2023-02-30', '2023-13-01', '30/09/2023', '2023-9-3', '2023-09-30T00:00'])(
    '%j is not a day',
    (text) => {
      expect(endOfLastDay(text)).toBeNull();
    },
  );
});
