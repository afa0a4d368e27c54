import { expect, test } from 'vitest';
import { periodOf } from '#shared/boards/view/calendar.ts';
import { calendarDays } from '#shared/kernel/day/calendar-days.fr.ts';

const period = (day: string, scale: 'week' | 'month' | 'quarter') =>
  calendarDays.period(periodOf(day, scale), scale);

test('[B63] weeks, months and quarters have their French names', () => {
  expect(period('2026-03-14', 'month')).toBe('Mars 2026');
  expect(period('2026-03-14', 'week')).toBe('Du 9 au 15 mars 2026');
  expect(period('2026-04-01', 'week')).toBe('Du 30 mars au 5 avril 2026');
  expect(period('2026-01-01', 'week')).toBe('Du 29 décembre 2025 au 4 janvier 2026');
  expect(period('2026-06-02', 'week')).toBe('Du 1er au 7 juin 2026');
  expect(['02', '05', '08', '12'].map((month) => period(`2026-${month}-10`, 'quarter'))).toEqual([
    '1er trimestre 2026',
    '2e trimestre 2026',
    '3e trimestre 2026',
    '4e trimestre 2026',
  ]);
});

test('[B63] days have their French names, the first of a month is an ordinal', () => {
  expect(calendarDays.day('2026-03-01')).toBe('dimanche 1er mars');
  expect(calendarDays.weekdayShort('2026-03-09')).toBe('lun.');
  expect(calendarDays.span({ first: '2026-03-14', last: '2026-03-14' })).toBe('14 mars 2026');
});
