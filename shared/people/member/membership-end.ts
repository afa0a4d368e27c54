import { z } from 'zod';
import type { MemberError } from '../../errors.ts';
import { isDay } from '../../kernel/day/days.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

const paris = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  hour: 'numeric',
  hourCycle: 'h23',
});
const parisDay = new Intl.DateTimeFormat('fr-CA', { timeZone: 'Europe/Paris' });

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * [G5] The instant at which a membership whose last day is this one (ISO, on the calendar of Paris) has ended: the next
 * midnight of Paris. Null when the text is not a day that exists.
 */
export function endOfLastDay(day: string): Date | null {
  // [SC19] The midnight after the last of all days is an instant of no year that is written.
  if (!isDay(day) || day === '9999-12-31') return null;
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // Paris is one hour ahead of UTC in winter, two in summer, and changes at one in the morning UTC: its midnight is at 22 or 23 UTC.
  const summer = new Date(midnight + DAY - 2 * HOUR);
  return paris.format(summer) === '00' ? summer : new Date(midnight + DAY - HOUR);
}

/** [G5] The last day (ISO, on the calendar of Paris) of a membership that ends at this instant. */
export function lastDayOf(until: Date): string {
  return parisDay.format(new Date(until.getTime() - 1));
}

/** [G5] The end of a membership as a door is given it: an instant, the last day (ISO) as a form says it, or none. */
export const MembershipEnd = z
  .union([z.date(), z.null(), z.string().max(100)])
  .transform((given, context): Date | null => {
    if (typeof given !== 'string') return given;
    if (given === '') return null;
    const until = endOfLastDay(given);
    if (!until) context.addIssue({ code: 'custom', message: 'member.untilInvalid' satisfies MemberError });
    return until;
  });

/** [G5] A membership that is given ends later than now, or never. */
export function checkEnd(until: Date | null, now: Date): Result<void, 'member.untilInvalid'> {
  return until && until <= now ? fail('member.untilInvalid') : ok();
}
