/** A stored value if it is text, else null. */
export function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day that exists, as `YYYY-MM-DD`; null for anything else. */
export function readDay(value: unknown): string | null {
  if (typeof value !== 'string' || !DAY.test(value)) return null;
  return readInstant(`${value}T00:00:00.000Z`)?.slice(0, 10) === value ? value : null;
}

/** An instant as ISO 8601 in UTC; null for anything else. */
export function readInstant(value: unknown): string | null {
  const date = typeof value === 'string' ? new Date(value) : null;
  return date === null || Number.isNaN(date.getTime()) ? null : date.toISOString();
}
