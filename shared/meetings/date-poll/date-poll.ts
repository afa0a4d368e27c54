import { isDay } from '../../kernel/day/days.ts';
import { parisDay } from '../../kernel/day/paris-time.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Span } from '../meeting/meeting.ts';
import type { DatePollError } from './date-poll-errors.ts';

export const SLOTS_MIN = 2;
export const SLOTS_MAX = 20;

export const SLOT_ANSWERS = ['yes', 'ifNeeded', 'no'] as const;
export type SlotAnswer = (typeof SLOT_ANSWERS)[number];

/** [DP1] Two to twenty slots, none of them twice. The refusal says which slot it is about. */
export function checkSlots(
  slots: readonly Span[],
): { readonly ok: true } | { readonly ok: false; readonly error: DatePollError; readonly at: number } {
  if (slots.length < SLOTS_MIN) return { ok: false, error: 'datePoll.tooFewSlots', at: slots.length };
  if (slots.length > SLOTS_MAX) return { ok: false, error: 'datePoll.tooManySlots', at: SLOTS_MAX - 1 };
  const keys = slots.map(({ startsAt, endsAt }) => `${startsAt.getTime()} ${endsAt.getTime()}`);
  const at = keys.findIndex((key, index) => keys.indexOf(key) < index);
  return at < 0 ? { ok: true } : { ok: false, error: 'datePoll.slotTwice', at };
}

/** [DP1] Nobody is asked about what has begun. */
export function checkToCome(slots: readonly Span[], now: Date): Result<void, 'datePoll.slotPast'> {
  return slots.every((slot) => isSlotOpen(slot, now)) ? ok() : fail('datePoll.slotPast');
}

/** [DP1] The last day on which people answer: not over, and not after the last of the slots. */
export function checkClosing(
  closesOn: string,
  slots: readonly Span[],
  now: Date,
): Result<void, 'datePoll.closingInvalid' | 'datePoll.closingPast' | 'datePoll.closingTooLate'> {
  if (!isDay(closesOn)) return fail('datePoll.closingInvalid');
  if (closesOn < parisDay(now)) return fail('datePoll.closingPast');
  const last = slots
    .map(({ startsAt }) => parisDay(startsAt))
    .toSorted()
    .at(-1);
  return last !== undefined && closesOn > last ? fail('datePoll.closingTooLate') : ok();
}

/** What decides where a poll stands. */
export interface DatePollState {
  /** The last day on which people answer, in Paris. */
  readonly closesOn: string;
  readonly withdrawnAt: Date | null;
  /** The meeting that was made of it, or whose slot was chosen. */
  readonly isChosen: boolean;
}
export type DatePollPhase = 'open' | 'closed' | 'chosen' | 'withdrawn';

/** [DP2] Where a poll stands: open until its last day is over, its slots have passed, or one of them was chosen. */
export function datePollPhase(
  { closesOn, withdrawnAt, isChosen }: DatePollState,
  slots: readonly Pick<Span, 'startsAt'>[],
  now: Date,
): DatePollPhase {
  if (isChosen) return 'chosen';
  if (withdrawnAt) return 'withdrawn';
  return parisDay(now) <= closesOn && slots.some((slot) => isSlotOpen(slot, now)) ? 'open' : 'closed';
}

/** [DP2] A slot that has begun is answered and chosen no more. */
export function isSlotOpen({ startsAt }: Pick<Span, 'startsAt'>, now: Date): boolean {
  return startsAt > now;
}

const REFUSED = {
  chosen: 'datePoll.isChosen',
  withdrawn: 'datePoll.isWithdrawn',
  closed: 'datePoll.isClosed',
} as const;

/** [DP2] People answer while the poll is open. */
export function checkOpen(
  phase: DatePollPhase,
): Result<void, 'datePoll.isClosed' | 'datePoll.isChosen' | 'datePoll.isWithdrawn'> {
  return phase === 'open' ? ok() : fail(REFUSED[phase]);
}

/** [DP4] How many said what of one slot. */
export function countSlot(
  answers: readonly (SlotAnswer | null)[],
): Readonly<Record<SlotAnswer | 'none', number>> {
  const counts = { yes: 0, ifNeeded: 0, no: 0, none: 0 };
  for (const answer of answers) counts[answer ?? 'none'] += 1;
  return counts;
}

/** [DP4] The slots that suit most: by how many said yes, then by how many could if needed; all that are equal, none that nobody can. */
export function bestSlots(counts: readonly Readonly<Record<SlotAnswer, number>>[]): number[] {
  const score = ({ yes, ifNeeded }: Readonly<Record<SlotAnswer, number>>) => yes * 1_000 + ifNeeded;
  const best = Math.max(0, ...counts.map(score));
  return best === 0 ? [] : counts.flatMap((count, at) => (score(count) === best ? [at] : []));
}

/** [DP3] What somebody says of every slot that is to come; of others nothing is kept. */
export function checkAnswers<Slot extends Pick<Span, 'startsAt'> & { readonly id: string }>(
  slots: readonly Slot[],
  answers: readonly { readonly slotId: string; readonly answer: SlotAnswer }[],
  now: Date,
): Result<
  { readonly slotId: string; readonly answer: SlotAnswer }[],
  'datePoll.slotNotFound' | 'datePoll.answerMissing'
> {
  const said = new Map(answers.map(({ slotId, answer }) => [slotId, answer]));
  if ([...said.keys()].some((slotId) => !slots.some(({ id }) => id === slotId)))
    return fail('datePoll.slotNotFound');
  const asked = slots.filter((slot) => isSlotOpen(slot, now));
  const kept = asked.flatMap(({ id: slotId }) => {
    const answer = said.get(slotId);
    return answer ? [{ slotId, answer }] : [];
  });
  return kept.length < asked.length ? fail('datePoll.answerMissing') : ok(kept);
}

type Ended = 'datePoll.isChosen' | 'datePoll.isWithdrawn';

/** [DP6] [DP7] A date is chosen, and a poll given up, while neither was done: also after the last day. */
export function checkUndecided(phase: DatePollPhase): Result<void, Ended> {
  return phase === 'chosen' || phase === 'withdrawn' ? fail(REFUSED[phase]) : ok();
}

/** [DP6] The slot that is chosen: of this poll, and to come. */
export function checkChoice<Slot extends Pick<Span, 'startsAt'> & { readonly id: string }>(
  slots: readonly Slot[],
  slotId: string,
  now: Date,
): Result<Slot, 'datePoll.slotNotFound' | 'datePoll.slotPast'> {
  const slot = slots.find(({ id }) => id === slotId);
  if (!slot) return fail('datePoll.slotNotFound');
  return isSlotOpen(slot, now) ? ok(slot) : fail('datePoll.slotPast');
}

/** [DP7] Only what was given up is taken up again. */
export function checkWithdrawn(phase: DatePollPhase): Result<void, 'datePoll.notWithdrawn'> {
  return phase === 'withdrawn' ? ok() : fail('datePoll.notWithdrawn');
}
