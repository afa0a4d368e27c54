import { describe, expect, test } from 'vitest';
import { parseTarget, standingOf } from '#shared/programme/steering/openness.ts';
import {
  currentSeason,
  endOfDay,
  heatOfCell,
  heatOfCount,
  parseSteeredDay,
  percentOf,
} from '#shared/programme/steering/steering.ts';

const season = { number: 2, startsOn: '2022-10-01' };
const at = { today: '2023-03-14', season };

describe('the day of the page', () => {
  test('[PI2] is today without one, and any day of the season until today', () => {
    expect(parseSteeredDay('', at)).toEqual({ ok: true, value: '2023-03-14' });
    for (const day of ['2022-10-01', '2023-02-28', '2023-03-14', ' 2023-01-02 '])
      expect(parseSteeredDay(day, at)).toEqual({ ok: true, value: day.trim() });
  });

  test.each([
    ['2023-02-30', 'steering.dayInvalid'],
    ['14/03/2023', 'steering.dayInvalid'],
    ['hier', 'steering.dayInvalid'],
    ['2023-03-15', 'steering.dayFuture'],
    ['2022-09-30', 'steering.dayBeforeSeason'],
  ])('[PI2] %s is refused: %s', (day, error) => {
    expect(parseSteeredDay(day, at)).toEqual({ ok: false, error });
  });

  test('[PI1] ends at midnight in Paris, when clocks change too', () => {
    expect(endOfDay('2023-03-14').toISOString()).toBe('2023-03-14T23:00:00.000Z');
    expect(endOfDay('2023-03-25').toISOString()).toBe('2023-03-25T23:00:00.000Z');
    expect(endOfDay('2023-03-26').toISOString()).toBe('2023-03-26T22:00:00.000Z');
  });

  test('[PI3] belongs to the season that has begun, whatever is to come', () => {
    const seasons = [{ number: 3, startsOn: '2024-01-01' }, season];
    expect(currentSeason(seasons, '2023-03-14')?.number).toBe(2);
    expect(currentSeason(seasons, '2024-03-14')?.number).toBe(3);
    expect(currentSeason(seasons, '2020-01-01')?.number).toBe(2);
    expect(currentSeason([], '2020-01-01')).toBeUndefined();
  });
});

test('[PI4] [PI5] shades go from 0 to 4, of counts and of cells beside the greatest', () => {
  expect([0, 1, 2, 3, 4, 40].map(heatOfCount)).toEqual([0, 1, 2, 3, 4, 4]);
  expect([0, 1, 4, 8, 12, 16].map((count) => heatOfCell(count, 16))).toEqual([0, 1, 2, 3, 4, 4]);
  expect(heatOfCell(0, 0)).toBe(0);
});

test('[PI7] a share is rounded down, and none of nothing', () => {
  expect(percentOf(199, 200)).toBe(99);
  expect(percentOf(200, 200)).toBe(100);
  expect(percentOf(0, 0)).toBeNull();
});

test('[PI8] a measure stands beside its target: on its way until the day, missed after', () => {
  const target = { percent: 60, dueOn: '2023-06-30' };
  const half = { part: 1, whole: 2 };
  expect(standingOf(half, target, '2023-06-30')).toBe('underWay');
  expect(standingOf(half, target, '2023-07-01')).toBe('missed');
  expect(standingOf({ part: 3, whole: 5 }, target, '2023-07-01')).toBe('reached');
  expect(standingOf(half, null, '2023-07-01')).toBe('noTarget');
  expect(standingOf({ part: 0, whole: 0 }, target, '2023-07-01')).toBe('unknown');
});

test('[PI8] a target is a whole share from 1 to 100 and a day of the calendar', () => {
  const dueOn = '2023-06-30';
  expect(parseTarget({ percent: ' 60 ', dueOn })).toEqual({ ok: true, value: { percent: 60, dueOn } });
  for (const percent of ['0', '101', '12,5', '-3', '', 'tout'])
    expect(parseTarget({ percent, dueOn })).toEqual({ ok: false, error: 'steering.valueInvalid' });
  for (const day of ['', '2023-02-30', '30/06/2023'])
    expect(parseTarget({ percent: '60', dueOn: day })).toEqual({ ok: false, error: 'steering.dueInvalid' });
});
