import { isDay } from '../../kernel/day/days.ts';
import { parisWall } from '../../kernel/day/paris-time.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

/** What is no instant of Paris. */
export type LocalTimeError = 'meeting.dayInvalid' | 'meeting.timeInvalid' | 'meeting.hourSkipped';

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const HOUR_MS = 3_600_000;

/**
 * [M2] The instant of a day and a time on the clock of Paris, the first of the two when clocks go back. Refused: what is no
 * day or no time, and an hour over which clocks jump.
 */
export function instantOfLocal(day: string, time: string): Result<Date, LocalTimeError> {
  if (!isDay(day)) return fail('meeting.dayInvalid');
  const utc = Date.parse(`${day}T${time}:00Z`);
  if (!TIME.test(time) || Number.isNaN(utc)) return fail('meeting.timeInvalid');
  const candidates = [2, 1].map((hours) => new Date(utc - hours * HOUR_MS));
  const found = candidates.find((at) => parisWall(at) === `${day}T${time}`);
  return found ? ok(found) : fail('meeting.hourSkipped');
}

/** [M2] Which of its two passages a clock of Paris shows at this instant, when that night it shows the same hour twice. */
export function passageOf(at: Date): 'first' | 'second' | null {
  const wall = parisWall(at);
  if (parisWall(new Date(at.getTime() + HOUR_MS)) === wall) return 'first';
  return parisWall(new Date(at.getTime() - HOUR_MS)) === wall ? 'second' : null;
}

/** Day and time of an instant on the clock of Paris, as fields of the browser have them. */
export function localOf(at: Date): { day: string; time: string } {
  const [day = '', time = ''] = parisWall(at).split('T');
  return { day, time };
}

/** The day that is so many days later. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * HOUR_MS).toISOString().slice(0, 10);
}

/** How many days lie between two days. */
export function daysFrom(earlier: string, later: string): number {
  return Math.round((Date.parse(later) - Date.parse(earlier)) / (24 * HOUR_MS));
}
