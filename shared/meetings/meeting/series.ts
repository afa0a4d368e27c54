import { isDay } from '../../kernel/day/days.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { dayAfter } from './local-time.ts';
import type { MeetingError } from './meeting-errors.ts';

/** How meetings of a series follow each other: by weeks, or by the rank of a weekday in the month. */
export const FREQUENCIES = ['week', 'fortnight', 'month'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** More than a season holds: a slip of the hand must not fill calendars. */
export const SERIES_MAX = 60;

/** When a series ends: with a day, which counts, or after so many meetings. */
export type SeriesEnd = { readonly until: string } | { readonly times: number };

export interface SeriesWish {
  /** The day of the first meeting; it gives the weekday and its rank. */
  readonly first: string;
  readonly frequency: Frequency;
  readonly end: SeriesEnd;
}

/**
 * [M4] The days of a series, the first included. By month it is the same weekday of the same rank; a fifth one is the last of
 * its month. Refused: an end that is no day or before the start, fewer than two meetings or more than sixty.
 */
export function seriesDays({ first, frequency, end }: SeriesWish): Result<string[], MeetingError> {
  if (!isDay(first)) return fail('meeting.dayInvalid');
  if ('times' in end) {
    if (!Number.isInteger(end.times) || end.times < 2) return fail('meeting.seriesTooShort');
    if (end.times > SERIES_MAX) return fail('meeting.seriesTooLong');
    return ok(Array.from({ length: end.times }, (_, index) => nthDay(first, frequency, index)));
  }
  if (!isDay(end.until)) return fail('meeting.seriesEndInvalid');
  const days: string[] = [];
  for (let day = first; day <= end.until; day = nthDay(first, frequency, days.length)) {
    if (days.length === SERIES_MAX) return fail('meeting.seriesTooLong');
    days.push(day);
  }
  return days.length < 2 ? fail('meeting.seriesTooShort') : ok(days);
}

/** Which weekday of its month a day is: 1 to 4, or 5 for the last when there is a fifth. */
export function weekdayRank(day: string): number {
  return Math.ceil(Number(day.slice(8)) / 7);
}

function nthDay(first: string, frequency: Frequency, index: number): string {
  if (frequency === 'week') return dayAfter(first, 7 * index);
  if (frequency === 'fortnight') return dayAfter(first, 14 * index);
  const [year = 0, month = 1] = first.split('-').map(Number);
  const start = new Date(Date.UTC(year, month - 1 + index, 1));
  const weekday = new Date(`${first}T00:00:00Z`).getUTCDay();
  const firstOne = 1 + ((weekday - start.getUTCDay() + 7) % 7);
  const lastDay = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 0)).getUTCDate();
  const wished = firstOne + 7 * (weekdayRank(first) - 1);
  start.setUTCDate(wished > lastDay ? wished - 7 : wished);
  return start.toISOString().slice(0, 10);
}
