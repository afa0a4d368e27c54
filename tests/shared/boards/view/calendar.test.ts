import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  mondayOf,
  neighbourOf,
  periodOf,
  weeksOf,
} from '#shared/boards/view/calendar.ts';

describe('[B63] the calendar', () => {
  test('counts days over months, leap years and the change of clocks', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  test('a month later is the same day, or the last one of a shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  });

  test('weeks begin on Monday', () => {
    expect(mondayOf('2026-03-15')).toBe('2026-03-09');
    expect(mondayOf('2026-03-16')).toBe('2026-03-16');
    expect(periodOf('2026-03-15', 'week')).toEqual({ first: '2026-03-09', last: '2026-03-15' });
  });

  test('months and quarters are whole, and so are their neighbours', () => {
    expect(periodOf('2026-02-10', 'month')).toEqual({ first: '2026-02-01', last: '2026-02-28' });
    expect(periodOf('2026-05-31', 'quarter')).toEqual({ first: '2026-04-01', last: '2026-06-30' });
    expect(neighbourOf('2026-05-31', 'quarter', -1)).toBe('2026-01-01');
    expect(neighbourOf('2026-12-31', 'month', 1)).toBe('2027-01-01');
    expect(neighbourOf('2026-03-31', 'month', -1)).toBe('2026-02-01');
    expect(neighbourOf('2026-03-11', 'week', -1)).toBe('2026-03-02');
  });

  test('a month is shown by the whole weeks that hold it', () => {
    const weeks = weeksOf(periodOf('2026-03-14', 'month'));
    expect(weeks).toHaveLength(6);
    expect(weeks[0]?.[0]).toBe('2026-02-23');
    expect(weeks[5]?.[6]).toBe('2026-04-05');
    expect(weeksOf(periodOf('2027-02-10', 'month'))).toHaveLength(4);
  });
});
