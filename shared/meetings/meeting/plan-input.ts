import { z } from 'zod';
import type { DomainError } from '../../errors.ts';
import { read, Ticked } from '../../kernel/input.ts';
import type { Result } from '../../kernel/result.ts';
import { parseTitle } from '../../kernel/title.ts';
import { checkSpan, parseMeetingDescription, parseMeetingLink, parsePlace } from './meeting.ts';
import { fieldOf, type PlanWish, planSpans } from './plan.ts';
import { parseReminderWords, type Reminders } from './reminder.ts';
import { spanOfLocal } from './reschedule.ts';
import { FREQUENCIES } from './series.ts';

/** [M1] What every form about a meeting says of it. */
export const MeetingTextsInput = z.object({
  title: read(parseTitle),
  place: read(parsePlace),
  link: read(parseMeetingLink),
  description: read(parseMeetingDescription),
});

const OwnWords = read(parseReminderWords);

/** [RM1] [RM3] The reminders of a meeting, as programs say them: own words by kind. */
export const RemindersByKind = z.strictObject({ week: OwnWords, day: OwnWords, morning: OwnWords }).partial();

/** [RM1] [RM3] The same as a form says them: a box and words for each kind. */
export const RemindersInput = z
  .object({
    ...{ remindWeek: Ticked, remindDay: Ticked, remindMorning: Ticked },
    ...{ wordsWeek: OwnWords, wordsDay: OwnWords, wordsMorning: OwnWords },
  })
  .transform((typed): { reminders: Reminders } => ({
    reminders: {
      week: typed.remindWeek ? typed.wordsWeek : undefined,
      day: typed.remindDay ? typed.wordsDay : undefined,
      morning: typed.remindMorning ? typed.wordsMorning : undefined,
    },
  }));

const Word = z.string().max(20);
/** A time with its seconds, as some browsers send it, is the same time. */
const Time = Word.transform((text) => text.slice(0, 5));
const Local = z.object({ day: Word, start: Time, end: Time });

/** [M2] When one meeting is, on the clock of Paris. */
export const WhenInput = Local.transform((when, context) => {
  const span = spanOfLocal(when);
  return span.ok ? { when } : refusedAt(context, span, { when, repeat: null });
});

/** [M2] [M3] [M4] When a meeting is, or a series of them, beside what it says. */
export const PlanInput = MeetingTextsInput.and(RemindersInput).and(
  Local.extend({
    repeat: z.enum(['', ...FREQUENCIES]),
    endsBy: z.enum(['times', 'until']),
    times: Word,
    until: Word,
    isHeld: Ticked,
    invite: Ticked,
  }).transform(({ isHeld, invite, ...given }, context) => {
    const wish = wishOf(given, isHeld);
    const spans = planSpans(wish);
    if (!spans.ok) return refusedAt(context, spans, wish);
    for (const span of spans.value) {
      const checked = checkSpan(span);
      if (!checked.ok) return refusedAt(context, checked, wish);
    }
    const { when, repeat } = wish;
    return { day: when.day, spans: spans.value, frequency: repeat?.frequency ?? null, isHeld, invite };
  }),
);

interface GivenPlan {
  readonly day: string;
  readonly start: string;
  readonly end: string;
  readonly repeat: '' | (typeof FREQUENCIES)[number];
  readonly endsBy: 'times' | 'until';
  readonly times: string;
  readonly until: string;
}

function wishOf({ day, start, end, repeat, endsBy, times, until }: GivenPlan, isHeld: boolean): PlanWish {
  const when = { day, start, end };
  if (!repeat || isHeld) return { when, repeat: null };
  const count = /^\d+$/.test(times.trim()) ? Number(times) : Number.NaN;
  return { when, repeat: { frequency: repeat, end: endsBy === 'until' ? { until } : { times: count } } };
}

function refusedAt(
  context: z.RefinementCtx,
  { error }: Extract<Result<unknown, DomainError>, { ok: false }>,
  wish: PlanWish,
): never {
  context.addIssue({ code: 'custom', path: [fieldOf(error, wish)], message: error });
  return z.NEVER;
}
