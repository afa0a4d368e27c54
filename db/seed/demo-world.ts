import { instantOfParis, parisDay } from '#shared/kernel/day/paris-time.ts';
/** What the rooms of the demonstration need to know: the ids that keys stand for, and its clock. */
export interface DemoWorld {
  readonly idOf: (key: string) => string;
  readonly newId: () => string;
  readonly at: (iso: string) => Date;
  readonly day: (iso: string) => string;
}

/** The Tuesday on which the demonstration's story stands. */
const STORY_DAY = Date.parse('2023-03-14T12:00:00+01:00');
const WEEK = 7 * 86_400_000;

/** Moves the story's dates by whole weeks, so that a Monday stays a Monday and the story's day falls within the last six days. */
export function demoClock(now: Date): { at: (iso: string) => Date; day: (iso: string) => string } {
  const shift = Math.max(0, Math.floor((now.getTime() - STORY_DAY) / WEEK)) * WEEK;
  const at = (iso: string) => new Date(Date.parse(iso) + shift);
  return { at, day: (iso) => at(`${iso}T12:00:00Z`).toISOString().slice(0, 10) };
}

/** The hour of Paris at which a day of the demonstration ends something: nothing ends at the minute of an installation. */
export const atHour = (day: Date, hour: '09:00' | '12:00' | '18:00'): Date =>
  instantOfParis(`${parisDay(day)}T${hour}`) ?? day;
