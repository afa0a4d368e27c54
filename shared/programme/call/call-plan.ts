import { instantOfParis, parisWall } from '../../kernel/day/paris-time.ts';
import { fail, failAll, ok, type Result } from '../../kernel/result.ts';
import { parseTitle } from '../../kernel/title.ts';
import { type CallDates, callStateAt } from './call.ts';
import type { CallError } from './call-errors.ts';

/** What its page says of a call, and its dates. */
export interface CallFields {
  readonly title: string;
  readonly presentation: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly toleranceMinutes: number;
}

/** The same as a form sends it: days and times on the clock of Paris. */
export interface TypedCall {
  readonly title: string;
  readonly presentation: string;
  readonly opensDay: string;
  readonly opensTime: string;
  readonly closesDay: string;
  readonly closesTime: string;
  readonly tolerance: string;
}

type CallFaults = Readonly<Partial<Record<keyof TypedCall, CallError>>>;

const PRESENTATION_MAX = 20_000;
/** A day and a half: longer would be another closing. */
const TOLERANCE_MAX = 36 * 60;
const YEARS_2 = 2 * 366 * 86_400_000;

/**
 * [CA4] The instant of a day and a time on the clock of Paris, the later of the two in the night when clocks go back: nobody loses
 * an hour of a closing. Refused: no such day or time, and an hour over which clocks jump.
 */
export function instantOfCall(
  day: string,
  time: string,
): Result<Date, 'call.dateInvalid' | 'call.hourSkipped'> {
  const wall = `${day}T${time}`;
  const at = instantOfParis(wall);
  if (at === null) return fail('call.dateInvalid');
  return parisWall(at) === wall ? ok(at) : fail('call.hourSkipped');
}

/** [CA4] Everything that is wrong with what was typed, by control, or the call. */
export function parseCall(
  typed: TypedCall,
): { readonly fields: CallFields } | { readonly faults: CallFaults } {
  const faults: Partial<Record<keyof TypedCall, CallError>> = {};
  const title = parseTitle(typed.title);
  const presentation = typed.presentation.trim();
  const opens = instantOfCall(typed.opensDay, typed.opensTime);
  const closes = instantOfCall(typed.closesDay, typed.closesTime);
  const toleranceMinutes = minutesOf(typed.tolerance);
  if (!title.ok) faults.title = 'call.titleInvalid';
  if (presentation.length > PRESENTATION_MAX) faults.presentation = 'call.presentationTooLong';
  if (!opens.ok) faults.opensDay = opens.error;
  if (!closes.ok) faults.closesDay = closes.error;
  if (toleranceMinutes === null) faults.tolerance = 'call.toleranceInvalid';
  if (opens.ok && closes.ok) {
    const length = closes.value.getTime() - opens.value.getTime();
    if (length <= 0) faults.closesDay = 'call.closesBeforeOpens';
    else if (length > YEARS_2) faults.closesDay = 'call.tooLong';
  }
  if (Object.keys(faults).length > 0 || !title.ok || !opens.ok || !closes.ok || toleranceMinutes === null)
    return { faults };
  return {
    fields: {
      title: title.value,
      presentation,
      opensAt: opens.value,
      closesAt: closes.value,
      toleranceMinutes,
    },
  };
}

function minutesOf(typed: string): number | null {
  const text = typed.trim();
  if (text === '') return 0;
  const minutes = /^\d{1,4}$/.test(text) ? Number(text) : null;
  return minutes !== null && minutes <= TOLERANCE_MAX ? minutes : null;
}

export type CallChangeError = 'call.openingFixed' | 'call.closingFixed' | 'call.toleranceFixed';

/**
 * [CA4] Whether a call may become this now: while it is prepared, anything; once published, not another closing (that is an
 * extension), nor another opening once it is open, nor another tolerance once it is closed.
 */
export function checkChange(
  call: CallDates,
  { opensAt, closesAt, toleranceMinutes }: Pick<CallFields, 'opensAt' | 'closesAt' | 'toleranceMinutes'>,
  now: Date,
): Result<void, CallChangeError> {
  const state = callStateAt(call, now);
  if (state === 'preparing') return ok();
  const isOther = (one: Date, other: Date) => one.getTime() !== other.getTime();
  return failAll({
    ...(state !== 'announced' && isOther(opensAt, call.opensAt) && { opensDay: 'call.openingFixed' }),
    ...(isOther(closesAt, call.closesAt) && { closesDay: 'call.closingFixed' }),
    ...(state === 'closed' &&
      toleranceMinutes !== call.toleranceMinutes && { tolerance: 'call.toleranceFixed' }),
  });
}

/** [CA4] A call is published once, and while something may still be submitted. */
export function checkPublishing(
  call: CallDates,
  now: Date,
): Result<void, 'call.alreadyPublished' | 'call.closingPast'> {
  if (call.publishedAt !== null) return fail('call.alreadyPublished');
  return call.closesAt > now ? ok() : fail('call.closingPast');
}

const REASON_MAX = 1_000;

/** [CA11] Why something was decided, in words. */
export function parseCallReason(typed: string): Result<string, 'call.reasonMissing' | 'call.reasonTooLong'> {
  const reason = typed.trim();
  if (reason === '') return fail('call.reasonMissing');
  return reason.length > REASON_MAX ? fail('call.reasonTooLong') : ok(reason);
}

/** [CA3] A closing is put off, to a moment that is still to come; a call that has closed opens again by it. */
export function checkExtension(
  call: CallDates,
  closesAt: Date,
  now: Date,
): Result<void, 'call.notPublished' | 'call.extensionNotLater' | 'call.extensionPast'> {
  if (call.publishedAt === null) return fail('call.notPublished');
  if (closesAt <= call.closesAt) return fail('call.extensionNotLater');
  return closesAt > now ? ok() : fail('call.extensionPast');
}
