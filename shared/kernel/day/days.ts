const DAY = /^\d{4}-\d{2}-\d{2}$/;
const FIRST_DAY = '0001-01-01';

/** [SC19] A day of the calendar, `YYYY-MM-DD`: no 30 February, and no year zero, which no calendar has and no database holds. */
export function isDay(value: unknown): value is string {
  return typeof value === 'string' && DAY.test(value) && value >= FIRST_DAY && addDays(value, 0) === value;
}

/** [EX4] A day of the calendar within the years of the programme; null when it is none. */
export function parseDay(given: string): string | null {
  const day = given.trim();
  return isDay(day) && day >= '2015-01-01' && day <= '2099-12-31' ? day : null;
}

/** This many days later. */
export function addDays(day: string, count: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return '';
  at.setUTCDate(at.getUTCDate() + count);
  return at.toISOString().slice(0, 10);
}

/** Whole days from one day to another. */
export function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** [EX4] Two days, both included, in their order; nothing said is null. */
export type Period = { readonly startsOn: string | null; readonly endsOn: string | null };

/** [EX4] Reads the two days of a form. */
export function parsePeriod(
  from: string,
  to: string,
): Period | 'experiment.dayInvalid' | 'experiment.periodReversed' {
  const [startsOn, endsOn] = [from, to].map((given) => (given.trim() === '' ? null : parseDay(given)));
  if ((from.trim() && !startsOn) || (to.trim() && !endsOn)) return 'experiment.dayInvalid';
  if (startsOn && endsOn && endsOn < startsOn) return 'experiment.periodReversed';
  return { startsOn: startsOn ?? null, endsOn: endsOn ?? null };
}
