const noon = (day: string) => new Date(`${day}T12:00:00Z`);
const ofWeek = new Intl.DateTimeFormat('fr', {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
});
const ofMonth = new Intl.DateTimeFormat('fr', { timeZone: 'UTC', day: 'numeric', month: 'long' });

/** « 1er mars », and no line breaks within the day. */
const whole = (said: string) => said.replace(/\b1 (?=\p{L})/u, '1er ').replaceAll(' ', '\u00a0');

/** Days that are near, without their year, in French words. */
export const dueDays = {
  /** « vendredi 17 mars » */
  full: (day: string) => whole(ofWeek.format(noon(day))),
  /** « 17 mars » */
  day: (day: string) => whole(ofMonth.format(noon(day))),
} as const;
