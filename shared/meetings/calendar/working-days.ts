import { addDays } from '../../kernel/day/days.ts';

/** Public holidays that fall on one day of every year, as months and days (article L3133-1 of the code du travail). */
const FIXED = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];

/** Public holidays that follow Easter, as days after it: its Monday, Ascension, Whit Monday. */
const AFTER_EASTER = [1, 39, 50];

/** Easter Sunday of a year of the Gregorian calendar (Meeus, Jones and Butcher), `2023-04-09`. */
export function easterOf(year: number): string {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const c = year % 100;
  const shift = Math.floor((8 * century + 13) / 25);
  const epact = (19 * a + century - Math.floor(century / 4) - shift + 15) % 30;
  const l = (32 + 2 * (century % 4) + 2 * Math.floor(c / 4) - epact - (c % 4)) % 7;
  const m = Math.floor((a + 11 * epact + 22 * l) / 451);
  const sum = epact + l - 7 * m + 114;
  const two = (part: number) => String(part).padStart(2, '0');
  return `${year}-${two(Math.floor(sum / 31))}-${two((sum % 31) + 1)}`;
}

/** The eleven public holidays of a year everywhere in France, in their order; those of one territory only are not among them. */
export function publicHolidaysOf(year: number): string[] {
  const easter = easterOf(year);
  return [
    ...FIXED.map((day) => `${year}-${day}`),
    ...AFTER_EASTER.map((count) => addDays(easter, count)),
  ].sort();
}

/** Is this day of the calendar from Monday to Friday, and no public holiday? */
export function isWorkingDay(day: string): boolean {
  const isWeekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  return !isWeekend && !publicHolidaysOf(Number(day.slice(0, 4))).includes(day);
}
