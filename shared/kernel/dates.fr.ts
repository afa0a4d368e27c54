/** Dates in words, always on the clock of Paris, whatever the machine's. */
const zone = 'Europe/Paris';
const day = new Intl.DateTimeFormat('fr', {
  timeZone: zone,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const dayOfYear = new Intl.DateTimeFormat('fr', { timeZone: zone, day: 'numeric', month: 'long' });
const dayAndYear = new Intl.DateTimeFormat('fr', {
  timeZone: zone,
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const dayOfWeek = new Intl.DateTimeFormat('fr', {
  timeZone: zone,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
});
const weekday = new Intl.DateTimeFormat('fr', { timeZone: zone, weekday: 'long' });
const clock = new Intl.DateTimeFormat('fr', { timeZone: zone, hour: 'numeric', minute: '2-digit' });
const isoDay = new Intl.DateTimeFormat('fr-CA', { timeZone: zone });

const DAY = 86_400_000;

/** « 1er mars » : the first of a month is an ordinal in French. */
const ordinal = (text: string) => text.replace(/\b1 (?=\p{L})/u, '1er ');

/** « 14 h 05 », which no line breaks. */
function hour(date: Date): string {
  const [hours, minutes] = clock.format(date).split(':');
  return minutes === '00' ? `${Number(hours)}\u00a0h` : `${Number(hours)}\u00a0h\u00a0${minutes}`;
}

/** Whole days between two instants on the calendar of Paris. */
function daysBetween(earlier: Date, later: Date): number {
  return Math.round((Date.parse(isoDay.format(later)) - Date.parse(isoDay.format(earlier))) / DAY);
}

/** A person and a moment, in words, each by its name: neither is taken for the other. */
export interface WhoAndWhen {
  readonly by: string;
  readonly at: string;
}

export const dates = {
  /** « 2023-03-14 » : the day on the calendar of Paris, for fields and comparisons. */
  iso: (date: Date) => isoDay.format(date),
  /** « mardi 14 mars 2023 » */
  day: (date: Date) => ordinal(day.format(date)),
  /** « 14 mars 2023 » */
  short: (date: Date) => ordinal(dayAndYear.format(date)),
  /** « 14 h 05 » */
  clock: (date: Date) => hour(date),
  /** « mardi 14 mars 2023 à 14 h » */
  exact: (date: Date) => `${ordinal(day.format(date))} à ${hour(date)}`,
  /** « Aujourd’hui à 14 h », « Demain à 9 h 30 », « Mardi 8 décembre à 14 h », with its year when that is another: of what is to come, at the head of a line. */
  ahead: (date: Date, now: Date) => {
    const days = daysBetween(now, date);
    if (days === 0 || days === 1) return `${days === 0 ? 'Aujourd’hui' : 'Demain'} à ${hour(date)}`;
    const isSameYear = isoDay.format(date).slice(0, 4) === isoDay.format(now).slice(0, 4);
    const said = ordinal((isSameYear ? dayOfWeek : day).format(date));
    return `${said[0]?.toUpperCase() ?? ''}${said.slice(1)} à ${hour(date)}`;
  },
  /** « à l’instant », « il y a 5 minutes », « aujourd’hui, 9 h 05 », « hier, 16 h 20 », « lundi, 9 h », « 8 mars », « 8 mars 2022 ». Give `exact` beside. */
  relative: (date: Date, now: Date) => {
    const minutes = Math.floor((now.getTime() - date.getTime()) / 60_000);
    const days = daysBetween(date, now);
    if (minutes >= 0 && minutes < 1) return 'à l’instant';
    if (minutes >= 0 && minutes < 60) return minutes === 1 ? 'il y a 1 minute' : `il y a ${minutes} minutes`;
    if (days === 0) return `aujourd’hui, ${hour(date)}`;
    if (days === 1) return `hier, ${hour(date)}`;
    if (days > 1 && days < 7) return `${weekday.format(date)}, ${hour(date)}`;
    const isSameYear = isoDay.format(date).slice(0, 4) === isoDay.format(now).slice(0, 4);
    return ordinal((isSameYear ? dayOfYear : dayAndYear).format(date));
  },
} as const;
