import { dates } from '../dates.fr.ts';

const noon = (day: string) => new Date(`${day}T12:00:00Z`);
const ofMonth = new Intl.DateTimeFormat('fr', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

/** Days that are text (`2023-03-14`) in French words. */
export const dayWords = {
  /** « 14 mars 2023 » */
  long: (day: string) => dates.short(noon(day)),
  /** « mardi 14 mars 2023 » */
  full: (day: string) => dates.day(noon(day)),
  /** « 14 janv. 2023 » */
  short: (day: string) => ofMonth.format(noon(day)).replace(/\b1 (?=\p{L})/u, '1er '),
} as const;
