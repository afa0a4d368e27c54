import { daysUntil } from '#shared/boards/card/due.ts';

/** Days without an hour: read and written in UTC, so that no clock moves them. */
const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('fr', { timeZone: 'UTC', ...options });
const whole = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const near = format({ weekday: 'long', day: 'numeric', month: 'long' });
const ofYear = format({ day: 'numeric', month: 'long' });
const ofAnyYear = format({ day: 'numeric', month: 'long', year: 'numeric' });

const ordinal = (text: string) => text.replace(/\b1 (?=\p{L})/u, '1er ');
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const NEAR_DAYS = 6;

/** « Aujourd’hui », « Demain », « Hier », or nothing. */
function nameOf(days: number): string | null {
  if (days === 0) return 'Aujourd’hui';
  if (days === 1) return 'Demain';
  return days === -1 ? 'Hier' : null;
}

/** The due day of a card, `YYYY-MM-DD`, in words. */
export const due = {
  /** « vendredi 24 mars 2023 », whatever day it is. */
  whole: (day: string) => ordinal(whole.format(new Date(day))),
  /** « Demain », « Jeudi 16 mars » within six days, « 24 mars », « 24 mars 2024 » in another year. */
  short: (day: string, today: string) => {
    const days = daysUntil(day, today);
    const name = nameOf(days);
    if (name) return name;
    const date = new Date(day);
    if (Math.abs(days) <= NEAR_DAYS) return ordinal(capital(near.format(date)));
    return ordinal((day.slice(0, 4) === today.slice(0, 4) ? ofYear : ofAnyYear).format(date));
  },
  /** « Demain, mercredi 15 mars 2023 », « Vendredi 24 mars 2023 » */
  long: (day: string, today: string) => {
    const name = nameOf(daysUntil(day, today));
    const exact = ordinal(whole.format(new Date(day)));
    return name ? `${name}, ${exact}` : capital(exact);
  },
} as const;
