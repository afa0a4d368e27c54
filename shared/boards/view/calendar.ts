import type { Scale } from './layout-address.ts';

/*
 * The calendar, by days without an hour: `YYYY-MM-DD`, counted in UTC so that no clock moves them.
 */

const DAY_MS = 86_400_000;
const DAYS_OF_WEEK = 7;

/** The day that comes `count` days after, or before when negative. */
export function addDays(day: string, count: number): string {
  return iso(Date.parse(day) + count * DAY_MS);
}

/** The same day of another month, or the last one of it when it is shorter. */
export function addMonths(day: string, count: number): string {
  const date = new Date(day);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + count);
  const last = new Date(date);
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  date.setUTCDate(Math.min(wanted, last.getUTCDate()));
  return iso(date.getTime());
}

/** The Monday on or before a day: weeks begin there. */
export function mondayOf(day: string): string {
  return addDays(day, -((new Date(day).getUTCDay() + DAYS_OF_WEEK - 1) % DAYS_OF_WEEK));
}

/** First and last day, both included. */
export interface Span {
  readonly first: string;
  readonly last: string;
}

/** The week, month or quarter that holds a day. */
export function periodOf(day: string, scale: Scale): Span {
  if (scale === 'week') {
    const first = mondayOf(day);
    return { first, last: addDays(first, DAYS_OF_WEEK - 1) };
  }
  const months = scale === 'month' ? 1 : 3;
  const month = Number(day.slice(5, 7));
  const first = addMonths(`${day.slice(0, 7)}-01`, -((month - 1) % months));
  return { first, last: addDays(addMonths(first, months), -1) };
}

/** A day of the neighbouring period: `by` is 1 for the next, -1 for the one before. */
export function neighbourOf(day: string, scale: Scale, by: 1 | -1): string {
  const { first, last } = periodOf(day, scale);
  return by === 1 ? addDays(last, 1) : periodOf(addDays(first, -1), scale).first;
}

/** The whole weeks, Monday to Sunday, that show a period. */
export function weeksOf({ first, last }: Span): string[][] {
  const weeks: string[][] = [];
  for (let monday = mondayOf(first); monday <= last; monday = addDays(monday, DAYS_OF_WEEK)) {
    weeks.push(Array.from({ length: DAYS_OF_WEEK }, (_, index) => addDays(monday, index)));
  }
  return weeks;
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
