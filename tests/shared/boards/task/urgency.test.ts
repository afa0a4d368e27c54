import { expect, test } from 'vitest';
import { byDue, urgencyOf } from '#shared/boards/task/urgency.ts';

test('[B61] late after the due day, this week until Sunday, later, or without a day', () => {
  // A Thursday.
  const today = '2026-03-12';
  expect(urgencyOf('2026-03-11', today)).toBe('late');
  expect(urgencyOf('2026-03-12', today)).toBe('week');
  expect(urgencyOf('2026-03-15', today)).toBe('week');
  expect(urgencyOf('2026-03-16', today)).toBe('later');
  expect(urgencyOf(null, today)).toBe('none');
});

test('[B61] the nearest due day comes first, cards without one last', () => {
  const days = [{ due: null }, { due: '2026-04-01' }, { due: '2026-03-01' }, { due: null }];
  expect([...days].sort(byDue).map(({ due }) => due)).toEqual(['2026-03-01', '2026-04-01', null, null]);
});
