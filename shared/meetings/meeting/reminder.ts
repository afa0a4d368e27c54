import { addDays } from '../../kernel/day/days.ts';
import { instantOfParis, parisWall } from '../../kernel/day/paris-time.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

/** [RM1] When people are reminded of a meeting, the earliest first. */
export const REMINDER_KINDS = ['week', 'day', 'morning'] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** [RM1] The reminders that are switched on, each with its own words, which may be none. */
export type Reminders = Readonly<Partial<Record<ReminderKind, string | undefined>>>;

/** [RM1] What somebody who plans a meeting finds switched on. */
export const REMINDERS_AT_FIRST: Reminders = { day: '' };

/** The fields of a form: the box that switches a reminder on, and its own words. */
export const REMINDER_FIELDS = {
  week: ['remindWeek', 'wordsWeek'],
  day: ['remindDay', 'wordsDay'],
  morning: ['remindMorning', 'wordsMorning'],
} as const satisfies Record<ReminderKind, readonly [string, string]>;

export const REMINDER_WORDS_MAX = 500;
const HOUR_MS = 3_600_000;
const DAYS_BEFORE = { week: -7, day: -1, morning: 0 } satisfies Record<ReminderKind, number>;

/** [RM3] Own words of a reminder, or none. */
export function parseReminderWords(text: string): Result<string, 'meeting.reminderTooLong'> {
  const words = text.replace(/\r\n?/gu, '\n').trim();
  return words.length > REMINDER_WORDS_MAX ? fail('meeting.reminderTooLong') : ok(words);
}

/** [RM2] When a reminder of what begins then leaves: at eight in Paris, or two hours before a meeting that begins before nine. */
export function reminderMoment(kind: ReminderKind, startsAt: Date): Date {
  const [day = '', time = ''] = parisWall(startsAt).split('T');
  const early = new Date(startsAt.getTime() - 2 * HOUR_MS);
  if (kind === 'morning' && time < '09:00') return early;
  return instantOfParis(`${addDays(day, DAYS_BEFORE[kind])}T08:00`) ?? early;
}

/** [RM2] The same while it is to come; null when it is past, and nothing leaves. */
export function momentToCome(kind: ReminderKind, startsAt: Date, now: Date): Date | null {
  const moment = reminderMoment(kind, startsAt);
  return moment > now ? moment : null;
}

/** Reminders as the fields of a form have them. */
export function typedReminders(reminders: Reminders): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const kind of REMINDER_KINDS) {
    const [[box, words], own] = [REMINDER_FIELDS[kind], reminders[kind]];
    if (own !== undefined) Object.assign(typed, { [box]: 'on', [words]: own });
  }
  return typed;
}
