import { ok, type Result } from '../../kernel/result.ts';
import { dayAfter, daysFrom, instantOfLocal, type LocalTimeError, localOf } from './local-time.ts';
import type { Span } from './meeting.ts';

/** When a meeting is, as its form says it: a day, and two times of that day on the clock of Paris. */
export interface LocalSpan {
  readonly day: string;
  readonly start: string;
  readonly end: string;
}

/** [M2] The instants of a form. Refused: what is no time of Paris. */
export function spanOfLocal({ day, start, end }: LocalSpan): Result<Span, LocalTimeError> {
  const startsAt = instantOfLocal(day, start);
  if (!startsAt.ok) return startsAt;
  const endsAt = instantOfLocal(day, end);
  return endsAt.ok ? ok({ startsAt: startsAt.value, endsAt: endsAt.value }) : endsAt;
}

/** [M2] All of a series at the same hours of Paris, whichever side of a change of clocks; one that cannot be refuses all. */
export function spansOfDays(
  days: readonly string[],
  { start, end }: Pick<LocalSpan, 'start' | 'end'>,
): Result<Span[], LocalTimeError> {
  const spans: Span[] = [];
  for (const day of days) {
    const span = spanOfLocal({ day, start, end });
    if (!span.ok) return span;
    spans.push(span.value);
  }
  return ok(spans);
}

/** A meeting as its form says it. */
export function localSpanOf({ startsAt, endsAt }: Span): LocalSpan {
  const { day, time: start } = localOf(startsAt);
  return { day, start, end: localOf(endsAt).time };
}

/**
 * [M6] Where another meeting of the series goes when this one goes from `from` to `to`: as many days further, at the new
 * hours.
 */
export function follow(
  span: Span,
  { from, to }: { from: LocalSpan; to: LocalSpan },
): Result<Span, LocalTimeError> {
  const day = dayAfter(localSpanOf(span).day, daysFrom(from.day, to.day));
  return spanOfLocal({ ...to, day });
}
