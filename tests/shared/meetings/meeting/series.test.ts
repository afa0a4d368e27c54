import { describe, expect, test } from 'vitest';
import { planSpans } from '#shared/meetings/meeting/plan.ts';
import { type SeriesWish, seriesDays } from '#shared/meetings/meeting/series.ts';

const days = (wish: SeriesWish) => {
  const found = seriesDays(wish);
  return found.ok ? found.value : found.error;
};

describe('[M4] a series', () => {
  test('by weeks counts its meetings, or stops at a day, which counts', () => {
    expect(days({ first: '2023-03-14', frequency: 'week', end: { times: 3 } })).toEqual([
      '2023-03-14',
      '2023-03-21',
      '2023-03-28',
    ]);
    expect(days({ first: '2023-03-14', frequency: 'fortnight', end: { until: '2023-04-11' } })).toEqual([
      '2023-03-14',
      '2023-03-28',
      '2023-04-11',
    ]);
  });

  test('by month keeps the weekday and its rank', () => {
    expect(days({ first: '2023-03-14', frequency: 'month', end: { times: 4 } })).toEqual([
      '2023-03-14',
      '2023-04-11',
      '2023-05-09',
      '2023-06-13',
    ]);
  });

  test('by month from a fifth weekday takes the last of each month', () => {
    expect(days({ first: '2023-03-31', frequency: 'month', end: { times: 4 } })).toEqual([
      '2023-03-31',
      '2023-04-28',
      '2023-05-26',
      '2023-06-30',
    ]);
  });

  test('by month goes on over the end of a year', () => {
    expect(days({ first: '2023-12-05', frequency: 'month', end: { times: 2 } })).toEqual([
      '2023-12-05',
      '2024-01-02',
    ]);
  });

  test.each([
    [{ times: 1 }, 'meeting.seriesTooShort'],
    [{ times: Number.NaN }, 'meeting.seriesTooShort'],
    [{ times: 61 }, 'meeting.seriesTooLong'],
    [{ until: '2023-03-15' }, 'meeting.seriesTooShort'],
    [{ until: '2099-01-01' }, 'meeting.seriesTooLong'],
    [{ until: 'juin' }, 'meeting.seriesEndInvalid'],
  ])('that ends by %o is refused: %s', (end, error) => {
    expect(days({ first: '2023-03-14', frequency: 'week', end })).toBe(error);
  });

  test('[M2] meets at one hour of Paris all year', () => {
    const planned = planSpans({
      when: { day: '2023-03-14', start: '14:00', end: '16:00' },
      repeat: { frequency: 'fortnight', end: { times: 2 } },
    });
    expect(planned.ok && planned.value.map(({ startsAt }) => startsAt.toISOString())).toEqual([
      '2023-03-14T13:00:00.000Z',
      '2023-03-28T12:00:00.000Z',
    ]);
  });
});
