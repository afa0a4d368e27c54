import { expect, test } from 'vitest';
import { instantOfParis, parisWall } from '#shared/kernel/day/paris-time.ts';

test('[V3] an instant is asked for on the clock of Paris, summer and winter', () => {
  expect(instantOfParis('2023-03-14T14:05')).toEqual(new Date('2023-03-14T13:05:00Z'));
  expect(instantOfParis('2023-07-14T14:05')).toEqual(new Date('2023-07-14T12:05:00Z'));
  // Clocks go back at three in the morning of that day: half past two comes twice.
  expect(instantOfParis('2023-10-29T02:30')).toEqual(new Date('2023-10-29T01:30:00Z'));
  expect(instantOfParis('2023-03-26T02:30')).toEqual(new Date('2023-03-26T01:30:00Z'));
  for (const wrong of ['', '2023-02-30T10:00', '2023-03-14', '2023-03-14T25:00', 'x'.repeat(9_999)])
    expect(instantOfParis(wrong)).toBeNull();
  expect(parisWall(new Date('2023-03-14T13:05:59Z'))).toBe('2023-03-14T14:05');
});
