import type { Span } from '#shared/boards/view/calendar.ts';
import type { Scale } from '#shared/boards/view/layout-address.ts';

/** Days without an hour: read and written in UTC, so that no clock moves them. */
const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('fr', { timeZone: 'UTC', ...options });
const month = format({ month: 'long', year: 'numeric' });
const monthAlone = format({ month: 'long' });
const weekday = format({ weekday: 'long' });
const weekdayShort = format({ weekday: 'short' });
const dayOfWeek = format({ weekday: 'long', day: 'numeric', month: 'long' });
const dayOfYear = format({ day: 'numeric', month: 'long' });
const dayOfAnyYear = format({ day: 'numeric', month: 'long', year: 'numeric' });
const dayOfMonth = format({ day: 'numeric' });

const ordinal = (text: string) => text.replace(/\b1(?= \p{L}|$)/u, '1er');
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const quarters = ['1er trimestre', '2e trimestre', '3e trimestre', '4e trimestre'] as const;

/** Days, weeks and months in words. Days are `YYYY-MM-DD`. */
export const calendarDays = {
  /** « lundi » */
  weekday: (day: string) => weekday.format(new Date(day)),
  /** « lun. » */
  weekdayShort: (day: string) => weekdayShort.format(new Date(day)),
  /** « lundi 9 mars » */
  day: (day: string) => ordinal(dayOfWeek.format(new Date(day))),
  /** « Mars » */
  month: (day: string) => capital(monthAlone.format(new Date(day))),
  /** « Du 9 au 15 mars 2026 », « Du 30 mars au 5 avril 2026 », « 14 mars 2026 » */
  span: ({ first, last }: Span) => {
    const end = ordinal(dayOfAnyYear.format(new Date(last)));
    if (first === last) return end;
    const isSameYear = first.slice(0, 4) === last.slice(0, 4);
    const isSameMonth = first.slice(0, 7) === last.slice(0, 7);
    const from = isSameMonth ? dayOfMonth : isSameYear ? dayOfYear : dayOfAnyYear;
    return `Du ${ordinal(from.format(new Date(first)))} au ${end}`;
  },
  /** « Mars 2026 », « Du 9 au 15 mars 2026 », « 1er trimestre 2026 » */
  period: (span: Span, scale: Scale) => {
    if (scale === 'week') return calendarDays.span(span);
    if (scale === 'month') return capital(month.format(new Date(span.first)));
    return `${quarters[Math.floor(Number(span.first.slice(5, 7)) / 3)]} ${span.first.slice(0, 4)}`;
  },
} as const;
