import { expect, test } from 'vitest';
import { instantOfParis, instantOfText, parisWall } from '#shared/kernel/day/paris-time.ts';

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

test.each([
  // A clock in Paris, in winter and in summer, to the second, whatever stands behind it.
  ['2026-11-20T09:00:00', '2026-11-20T08:00:00.000Z'],
  ['2026-07-20T09:00:07.123456789', '2026-07-20T07:00:07.000Z'],
  ['2026-11-20T09:00', '2026-11-20T08:00:00.000Z'],
  ['2026-11-20', '2026-11-19T23:00:00.000Z'],
  // One that names its zone.
  ['2026-11-20T09:00:00Z', '2026-11-20T09:00:00.000Z'],
  ['2026-11-20T09:00:05.5-05:00', '2026-11-20T14:00:05.000Z'],
])('[X28] « %s » is %s', (text, at) => expect(instantOfText(text)?.toISOString()).toBe(at));

test.each([
  '',
  'hier',
  '2026-02-30T09:00:00',
  '2026-11-20T25:00Z',
  '20/11/2026',
  '2026-11-20 09:00',
  'x'.repeat(9_999),
])('[X28] « %s » is no instant', (text) => expect(instantOfText(text)).toBeNull());
