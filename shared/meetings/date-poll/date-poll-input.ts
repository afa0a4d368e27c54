import { z } from 'zod';
import { Id, read } from '../../kernel/input.ts';
import { fail, ok } from '../../kernel/result.ts';
import { checkSpan, type Span } from '../meeting/meeting.ts';
import { MeetingTextsInput } from '../meeting/plan-input.ts';
import { spanOfLocal } from '../meeting/reschedule.ts';
import { checkSlots, SLOT_ANSWERS, SLOTS_MAX, type SlotAnswer } from './date-poll.ts';

const Word = z.string().max(20);
/** One more than a poll holds, so that the refusal is said in words. */
const Column = z.array(Word).max(SLOTS_MAX + 10);

/** [DP1] What a poll asks: a meeting without its date, and slots as a form says them, on the clock of Paris; lines that say nothing are none. */
export const DatePollInput = MeetingTextsInput.and(
  z
    .object({ slotDay: Column, slotStart: Column, slotEnd: Column, closesOn: Word })
    .transform(({ slotDay, slotStart, slotEnd, closesOn }, context) => {
      const lines = slotDay.flatMap((day, line) => {
        const [start, end] = [slotStart[line] ?? '', slotEnd[line] ?? ''].map((time) => time.slice(0, 5));
        return day || start || end ? [{ line, when: { day, start: start ?? '', end: end ?? '' } }] : [];
      });
      const refuse = (field: string, message: string): never => {
        context.addIssue({ code: 'custom', path: [field], message });
        return z.NEVER;
      };
      const slots: Span[] = [];
      for (const { line, when } of lines) {
        const span = spanOfLocal(when);
        if (!span.ok) {
          const field = span.error === 'meeting.dayInvalid' ? 'slotDay' : 'slotStart';
          return refuse(`${field}-${line}`, span.error);
        }
        const checked = checkSpan(span.value);
        if (!checked.ok) return refuse(`slotEnd-${line}`, checked.error);
        slots.push(span.value);
      }
      const checked = checkSlots(slots);
      if (!checked.ok) {
        const line = lines[checked.at]?.line ?? slots.length;
        return refuse(`slotDay-${Math.min(line, Math.max(slotDay.length, 1) - 1)}`, checked.error);
      }
      return { slots, closesOn };
    }),
);

/** [DP3] One answer to one slot, as a form sends it: `<slot>:<answer>`. */
const SaidOfSlot = read((text) => {
  const at = text.indexOf(':');
  const slotId = Id.safeParse(text.slice(0, at));
  const answer = SLOT_ANSWERS.find((one) => one === text.slice(at + 1));
  return slotId.success && answer
    ? ok<{ slotId: string; answer: SlotAnswer }>({ slotId: slotId.data, answer })
    : fail('datePoll.slotNotFound');
});

export const SlotAnswersInput = z.object({ answers: z.array(SaidOfSlot).max(SLOTS_MAX) });
