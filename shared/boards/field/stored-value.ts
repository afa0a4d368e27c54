/** A stored value if it is text, else null. */
export function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day that exists, as `YYYY-MM-DD`; null for anything else. By counting: dates of the engine were most of what reading costs. */
export function readDay(value: unknown): string | null {
  if (typeof value !== 'string' || !DAY.test(value)) return null;
  const [year, month, day] = [value.slice(0, 4), value.slice(5, 7), value.slice(8)].map(Number);
  return day && day <= daysIn(year ?? 0, month ?? 0) ? value : null;
}

/** How many days a month has, from 1; none when there is no such month. */
function daysIn(year: number, month: number): number {
  // [SC19] No calendar has a year zero, and no database holds it.
  if (year < 1 || month < 1 || month > 12) return 0;
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** An instant as ISO 8601 in UTC; null for anything else, a time without its zone too: each machine would read another. */
export function readInstant(value: unknown): string | null {
  const date = typeof value === 'string' && INSTANT.test(value) ? new Date(value) : null;
  return date === null || Number.isNaN(date.getTime()) ? null : date.toISOString();
}
