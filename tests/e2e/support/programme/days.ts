import { parisDay } from '#shared/kernel/day/paris-time.ts';

/** A day of a month counted from the present one, on the calendar of Paris: `dayOf(-2, 10)` is the tenth, two months ago. */
export function dayOf(months: number, day: number): string {
  const [year = 0, month = 0] = parisDay(new Date()).split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, day)).toISOString().slice(0, 10);
}

/** The month of it, as addresses have it. */
export const monthOf = (months: number) => dayOf(months, 1).slice(0, 7);
