import { isDay } from '../../kernel/day/days.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

/** Where a mission stands; one that ended never comes back. */
export const MISSION_STATES = ['running', 'suspended', 'ended'] as const;
export type MissionState = (typeof MISSION_STATES)[number];

/** What is answered to what a consultancy submits. */
export const DELIVERY_VERDICTS = ['accepted', 'changes'] as const;
export type DeliveryVerdict = (typeof DELIVERY_VERDICTS)[number];

/** A whole day, in the quarters that everything is counted in. */
export const QUARTERS_A_DAY = 4;
const GRANT_MAX = 1_000 * QUARTERS_A_DAY;

/** What a person writes as days (`1,25`), in quarters; null when it is no whole number of quarters. 0 is allowed. */
function quartersOf(given: string): number | null {
  const text = given.trim().replace(',', '.');
  if (!/^\d{1,4}(?:\.\d{1,2})?$/.test(text)) return null;
  const quarters = Number(text) * QUARTERS_A_DAY;
  return Number.isInteger(quarters) ? quarters : null;
}

/** [MS1] Days granted by an order. */
export function parseGranted(given: string): Result<number, 'mission.daysInvalid'> {
  const quarters = quartersOf(given);
  return quarters !== null && quarters >= QUARTERS_A_DAY && quarters <= GRANT_MAX
    ? ok(quarters)
    : fail('mission.daysInvalid');
}

/** [MS6] Days that an extension adds; none when nothing is written. */
export function parseAdded(given: string): Result<number, 'mission.daysInvalid'> {
  const quarters = given.trim() === '' ? 0 : quartersOf(given);
  return quarters !== null && quarters <= GRANT_MAX ? ok(quarters) : fail('mission.daysInvalid');
}

/** [MS4] Quarters of a day that were worked, from one to four; 0 as well in a correction that takes the day away. */
export function parseWorked(given: string, mayBeNothing = false): Result<number, 'mission.quartersInvalid'> {
  const quarters = quartersOf(given);
  const least = mayBeNothing ? 0 : 1;
  return quarters !== null && quarters >= least && quarters <= QUARTERS_A_DAY
    ? ok(quarters)
    : fail('mission.quartersInvalid');
}

/** A day of the calendar, or null. */
export function parseDay(given: string): string | null {
  const day = given.trim();
  return isDay(day) ? day : null;
}

const REASON_MAX = 2_000;

/** A reason that must be given, as it is kept. */
export function parseMissionReason(
  given: string,
): Result<string, 'mission.reasonMissing' | 'mission.textTooLong'> {
  const reason = given.trim();
  if (reason === '') return fail('mission.reasonMissing');
  return reason.length > REASON_MAX ? fail('mission.textTooLong') : ok(reason);
}

/** [MS7] What goes with an answer: what changes are asked for is said. */
export function parseAnswer({
  verdict,
  reason,
}: {
  readonly verdict: DeliveryVerdict;
  readonly reason: string;
}): Result<{ verdict: DeliveryVerdict; reason: string }, 'mission.reasonMissing' | 'mission.textTooLong'> {
  const parsed = parseMissionReason(reason);
  if (parsed.ok) return ok({ verdict, reason: parsed.value });
  return verdict === 'accepted' && reason.trim() === '' ? ok({ verdict, reason: '' }) : parsed;
}

const WORK_MAX = 2_000;

/** [MS4] What was done on a day. */
export function parseWork(given: string): Result<string, 'mission.workMissing' | 'mission.textTooLong'> {
  const work = given.trim();
  if (work === '') return fail('mission.workMissing');
  return work.length > WORK_MAX ? fail('mission.textTooLong') : ok(work);
}

/** [MS9] May a mission go from here to there? */
export function checkStateChange(
  from: MissionState,
  to: MissionState,
): Result<void, 'mission.ended' | 'mission.stateUnchanged'> {
  if (from === 'ended') return fail('mission.ended');
  return from === to ? fail('mission.stateUnchanged') : ok();
}
