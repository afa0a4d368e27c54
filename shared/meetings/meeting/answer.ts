import { fail, ok, type Result } from '../../kernel/result.ts';
import { type MeetingState, phaseOf } from './meeting.ts';

export const ANSWERS = ['yes', 'maybe', 'no'] as const;
export type AnswerValue = (typeof ANSWERS)[number];

const NOTE_MAX = 500;

/** [M10] A few words with an answer, or none. */
export function parseNote(text: string): Result<string, 'meeting.noteTooLong'> {
  const note = text.replace(/\r\n?/gu, '\n').trim();
  return note.length > NOTE_MAX ? fail('meeting.noteTooLong') : ok(note);
}

/** [M10] One says whether one comes until the meeting is over, and never to one that does not take place. */
export function checkAnswerable(
  meeting: MeetingState,
  now: Date,
): Result<void, 'meeting.isCancelled' | 'meeting.isOver'> {
  const phase = phaseOf(meeting, now);
  if (phase === 'cancelled') return fail('meeting.isCancelled');
  return phase === 'past' ? fail('meeting.isOver') : ok();
}

/** How many said what. */
export function countAnswers(
  answers: readonly { readonly answer: AnswerValue | null }[],
): Readonly<Record<AnswerValue | 'none', number>> {
  const counts = { yes: 0, maybe: 0, no: 0, none: 0 };
  for (const { answer } of answers) counts[answer ?? 'none'] += 1;
  return counts;
}
