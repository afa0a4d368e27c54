import type { Result } from '../../kernel/result.ts';
import { instantOfLocal } from './local-time.ts';
import type { Span } from './meeting.ts';
import type { MeetingError } from './meeting-errors.ts';
import { type LocalSpan, spansOfDays } from './reschedule.ts';
import { type Frequency, type SeriesEnd, seriesDays } from './series.ts';

/** When somebody wants to meet: once, or in a series. */
export interface PlanWish {
  readonly when: LocalSpan;
  readonly repeat: { readonly frequency: Frequency; readonly end: SeriesEnd } | null;
}

/** [M2] [M4] The instants of a wish, one a meeting, the earliest first. */
export function planSpans({ when, repeat }: PlanWish): Result<Span[], MeetingError> {
  if (!repeat) return spansOfDays([when.day], when);
  const days = seriesDays({ first: when.day, ...repeat });
  return days.ok ? spansOfDays(days.value, when) : days;
}

/** Which of the fields of a meeting a refusal is about. */
export type MeetingField = keyof LocalSpan | 'title' | 'place' | 'link' | 'description' | 'times' | 'until';

/** The field to go back to. Of a time that is refused it is the start, unless that one is good. */
export function fieldOf(error: string, { when, repeat }: PlanWish): MeetingField | '' {
  if (error.startsWith('title.')) return 'title';
  if (error === 'meeting.timeInvalid' || error === 'meeting.hourSkipped') {
    return instantOfLocal(when.day, when.start).ok ? 'end' : 'start';
  }
  if (error.startsWith('meeting.series')) return repeat && 'until' in repeat.end ? 'until' : 'times';
  return FIELDS[error] ?? '';
}

const FIELDS: Readonly<Record<string, MeetingField>> = {
  'meeting.dayInvalid': 'day',
  'meeting.past': 'day',
  'meeting.notOver': 'day',
  'meeting.endBeforeStart': 'end',
  'meeting.tooLong': 'end',
  'meeting.placeTooLong': 'place',
  'meeting.linkInvalid': 'link',
  'meeting.descriptionTooLong': 'description',
};
