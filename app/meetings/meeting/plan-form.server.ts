import { z } from 'zod';
import type { PlanWish } from '#shared/meetings/meeting/plan.ts';
import type { LocalSpan } from '#shared/meetings/meeting/reschedule.ts';
import { FREQUENCIES } from '#shared/meetings/meeting/series.ts';

/** What every form about a meeting says. */
export const MeetingForm = z.object({
  title: z.string().max(20_000),
  day: z.string().max(20),
  start: z.string().max(20),
  end: z.string().max(20),
  place: z.string().max(20_000),
  link: z.string().max(20_000),
  description: z.string().max(100_000),
});

export const NewMeetingForm = MeetingForm.extend({
  intent: z.enum(['preview', 'plan']),
  repeat: z.enum(['', ...FREQUENCIES]),
  endsBy: z.enum(['times', 'until']),
  times: z.string().max(10).catch(''),
  until: z.string().max(20).catch(''),
  isHeld: z.string().optional(),
  invite: z.string().optional(),
});

/** When a form wants to meet. */
export function wishOf(form: z.output<typeof NewMeetingForm>): PlanWish {
  const { repeat, endsBy, times, until } = form;
  if (!repeat || form.isHeld !== undefined) return { when: whenOf(form), repeat: null };
  const end =
    endsBy === 'until' ? { until } : { times: /^\d+$/.test(times.trim()) ? Number(times) : Number.NaN };
  return { when: whenOf(form), repeat: { frequency: repeat, end } };
}

/** A time with its seconds, as some browsers send it, is the same time. */
export function whenOf({ day, start, end }: z.output<typeof MeetingForm>): LocalSpan {
  return { day, start: start.slice(0, 5), end: end.slice(0, 5) };
}
