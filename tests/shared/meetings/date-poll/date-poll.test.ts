import { describe, expect, test } from 'vitest';
import {
  bestSlots,
  checkClosing,
  checkSlots,
  checkToCome,
  countSlot,
  datePollPhase,
} from '#shared/meetings/date-poll/date-poll.ts';
import { DatePollInput, SlotAnswersInput } from '#shared/meetings/date-poll/date-poll-input.ts';

const now = new Date('2023-03-14T09:00:00Z');
const slot = (day: number, hour = 9) => ({
  startsAt: new Date(Date.UTC(2023, 2, day, hour)),
  endsAt: new Date(Date.UTC(2023, 2, day, hour + 1)),
});

test('[DP1] a poll has two to twenty slots, to come, none twice', () => {
  expect(checkSlots([slot(20), slot(21)])).toEqual({ ok: true });
  expect(checkSlots([slot(20)])).toMatchObject({ error: 'datePoll.tooFewSlots' });
  expect(checkSlots([])).toMatchObject({ error: 'datePoll.tooFewSlots' });
  const many = Array.from({ length: 21 }, (_, at) => slot(20, at));
  expect(checkSlots(many)).toMatchObject({ error: 'datePoll.tooManySlots' });
  expect(checkSlots(many.slice(1))).toEqual({ ok: true });
  expect(checkSlots([slot(20), slot(21), slot(20)])).toMatchObject({ error: 'datePoll.slotTwice', at: 2 });
  expect(checkToCome([slot(20), slot(14)], now)).toEqual({ ok: false, error: 'datePoll.slotPast' });
});

test.each([
  ['2023-03-14', null],
  ['2023-03-21', null],
  ['2023-03-13', 'datePoll.closingPast'],
  ['2023-03-22', 'datePoll.closingTooLate'],
  ['2023-02-30', 'datePoll.closingInvalid'],
  ['', 'datePoll.closingInvalid'],
])('[DP1] «%s» as the last day for answers: %s', (day, error) => {
  const checked = checkClosing(day, [slot(20), slot(21)], now);
  expect(checked.ok ? null : checked.error).toBe(error);
});

describe('[DP2] a poll', () => {
  const state = { closesOn: '2023-03-20', withdrawnAt: null, isChosen: false };
  const slots = [slot(20), slot(25)];
  test.each([
    ['2023-03-14T09:00:00Z', 'open'],
    // The last minute of its last day, in Paris, then the first of the next.
    ['2023-03-20T22:59:00Z', 'open'],
    ['2023-03-20T23:00:00Z', 'closed'],
  ])('at %s is %s', (at, phase) => {
    expect(datePollPhase(state, slots, new Date(at))).toBe(phase);
  });
  test('is closed once its slots have passed, chosen whatever else, withdrawn until it is taken up again', () => {
    const late = { ...state, closesOn: '2023-03-25' };
    expect(datePollPhase(late, slots, new Date('2023-03-25T12:00:00Z'))).toBe('closed');
    expect(datePollPhase({ ...state, withdrawnAt: now }, slots, now)).toBe('withdrawn');
    expect(datePollPhase({ ...state, withdrawnAt: now, isChosen: true }, slots, now)).toBe('chosen');
  });
});

test('[DP4] answers are counted by slot; the best have most yes, then most who could', () => {
  const first = countSlot(['yes', 'ifNeeded', null, 'no']);
  expect(first).toEqual({ yes: 1, ifNeeded: 1, no: 1, none: 1 });
  expect(bestSlots([first, countSlot(['yes', 'no']), countSlot(['yes', 'ifNeeded'])])).toEqual([0, 2]);
  expect(bestSlots([countSlot(['no']), countSlot([])])).toEqual([]);
});

const form = {
  ...{ title: 'Séance 7', place: '', link: '', description: '', closesOn: '2023-03-20' },
  ...{ slotDay: ['2023-03-21', '', '2023-03-22'], slotStart: ['14:00', '', '14:00:00'] },
  slotEnd: ['16:00', '', '16:00'],
};

test('[DP1] a form is read on the clock of Paris; lines that say nothing are none', () => {
  const { slots } = DatePollInput.parse(form);
  expect(slots.map(({ startsAt }) => startsAt.toISOString())).toEqual([
    '2023-03-21T13:00:00.000Z',
    '2023-03-22T13:00:00.000Z',
  ]);
});

test.each([
  [{ slotEnd: ['13:00', '', '16:00'] }, 'slotEnd-0', 'meeting.endBeforeStart'],
  [{ slotDay: ['2023-03-21', '', '2023-02-30'] }, 'slotDay-2', 'meeting.dayInvalid'],
  [{ slotStart: ['14:00', '', '25:00'] }, 'slotStart-2', 'meeting.timeInvalid'],
  [{ slotDay: ['2023-03-21', '', '2023-03-21'] }, 'slotDay-2', 'datePoll.slotTwice'],
  [{ slotDay: ['2023-03-21'] }, 'slotDay-0', 'datePoll.tooFewSlots'],
  [{ slotDay: [''], slotStart: [], slotEnd: [] }, 'slotDay-0', 'datePoll.tooFewSlots'],
])('[DP1] a form with %j is refused at the field %s', (more, field, message) => {
  const parsed = DatePollInput.safeParse({ ...form, ...more });
  const [issue] = parsed.error?.issues ?? [];
  expect([issue?.path.join('.'), issue?.message]).toEqual([field, message]);
});

test.each(['', 'x', 'x:yes', '0afc97c6-25e7-4a47-896d-8db3e76baf17:perhaps'])(
  '[DP3] «%s» answers no slot',
  (answer) => {
    expect(SlotAnswersInput.safeParse({ answers: [answer] }).error?.issues[0]?.message).toBe(
      'datePoll.slotNotFound',
    );
  },
);
