import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/kernel/day/days.ts';
import { parisWall } from '#shared/kernel/day/paris-time.ts';
import { meetingReminder } from '#shared/meetings/meeting/meeting-reminder.fr.ts';
import { RemindersByKind, RemindersInput } from '#shared/meetings/meeting/plan-input.ts';
import {
  momentToCome,
  parseReminderWords,
  REMINDER_KINDS,
  reminderMoment,
} from '#shared/meetings/meeting/reminder.ts';

const at = (iso: string) => new Date(iso);
const HOUR = 3_600_000;

describe('[RM2] a reminder leaves', () => {
  test.each([
    // The clocks of Paris go forward in the night of 26 March 2023, back in that of 29 October.
    ['week', '2023-03-28T12:00:00Z', '2023-03-21T07:00:00.000Z'],
    ['day', '2023-03-28T12:00:00Z', '2023-03-27T06:00:00.000Z'],
    ['day', '2023-03-26T12:00:00Z', '2023-03-25T07:00:00.000Z'],
    ['day', '2023-03-27T12:00:00Z', '2023-03-26T06:00:00.000Z'],
    ['week', '2023-10-31T13:00:00Z', '2023-10-24T06:00:00.000Z'],
    ['day', '2023-10-29T13:00:00Z', '2023-10-28T06:00:00.000Z'],
    ['day', '2023-10-30T13:00:00Z', '2023-10-29T07:00:00.000Z'],
    // Late in the evening of Paris it is another day in UTC.
    ['day', '2023-07-10T22:30:00Z', '2023-07-10T06:00:00.000Z'],
    ['morning', '2023-07-10T22:30:00Z', '2023-07-10T20:30:00.000Z'],
    ['morning', '2023-03-21T13:00:00Z', '2023-03-21T07:00:00.000Z'],
    ['morning', '2023-03-21T08:00:00Z', '2023-03-21T07:00:00.000Z'],
    ['morning', '2023-03-21T07:59:00Z', '2023-03-21T05:59:00.000Z'],
    // Two hours are two hours, over a clock that jumps and over one that comes twice.
    ['morning', '2023-03-26T01:30:00Z', '2023-03-25T23:30:00.000Z'],
    ['morning', '2023-10-29T02:30:00Z', '2023-10-29T00:30:00.000Z'],
  ] as const)('%s of %s at %s', (kind, startsAt, moment) =>
    expect(reminderMoment(kind, at(startsAt)).toISOString()).toBe(moment),
  );

  test('at eight in Paris that many days before, always earlier than the meeting, or two hours before it', () => {
    const instants = fc.date({
      min: at('2016-01-01T00:00:00Z'),
      max: at('2040-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(fc.constantFrom(...REMINDER_KINDS), instants, (kind, startsAt) => {
        const moment = reminderMoment(kind, startsAt);
        const [day = '', time = ''] = parisWall(startsAt).split('T');
        expect(moment.getTime()).toBeLessThan(startsAt.getTime());
        if (kind === 'morning' && time < '09:00')
          expect(startsAt.getTime() - moment.getTime()).toBe(2 * HOUR);
        else {
          const days = { week: -7, day: -1, morning: 0 }[kind];
          expect(parisWall(moment)).toBe(`${addDays(day, days)}T08:00`);
        }
      }),
    );
  });

  test('no more once its moment is there', () => {
    const startsAt = at('2023-03-21T13:00:00Z');
    const eight = at('2023-03-20T07:00:00Z');
    expect(momentToCome('day', startsAt, at('2023-03-20T06:59:59Z'))).toEqual(eight);
    expect(momentToCome('day', startsAt, eight)).toBeNull();
  });
});

describe('[RM3] own words', () => {
  test('are 500 characters at most, whatever ends their lines', () => {
    expect(parseReminderWords(' Relisez\r\nla fiche. ')).toEqual({ ok: true, value: 'Relisez\nla fiche.' });
    expect(parseReminderWords('x'.repeat(500))).toMatchObject({ ok: true });
    expect(parseReminderWords('x'.repeat(501))).toEqual({ ok: false, error: 'meeting.reminderTooLong' });
  });

  test('count only for a reminder that is on, and a form that is wrong says which field', () => {
    const typed = {
      ...{ remindWeek: '', remindDay: 'on', remindMorning: 'on' },
      ...{ wordsWeek: 'Non', wordsDay: ' Badge ', wordsMorning: '' },
    };
    expect(RemindersInput.parse(typed)).toEqual({ reminders: { day: 'Badge', morning: '' } });
    const wrong = RemindersInput.safeParse({ ...typed, wordsDay: 'x'.repeat(501) });
    expect(wrong.error?.issues).toMatchObject([{ path: ['wordsDay'], message: 'meeting.reminderTooLong' }]);
    expect(RemindersByKind.parse({ day: ' Badge ' })).toEqual({ day: 'Badge' });
    expect(RemindersByKind.safeParse({ noon: '' }).success).toBe(false);
  });
});

test('[RM5] one line says which reminders leave and when', () => {
  const day = { kind: 'day', leavesAt: at('2023-04-03T06:00:00Z') } as const;
  expect(meetingReminder.line([day])).toBe('Rappel la veille, le lundi 3 avril 2023 à 8\u00a0h');
  const morning = { kind: 'morning', leavesAt: at('2023-04-04T06:00:00Z') } as const;
  expect(meetingReminder.line([day, morning])).toBe(
    'Rappels\u00a0: la veille, le lundi 3 avril 2023 à 8\u00a0h\u202f; le matin même, le mardi 4 avril 2023 à 8\u00a0h',
  );
});
