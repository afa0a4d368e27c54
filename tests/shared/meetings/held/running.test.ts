import { expect, test } from 'vitest';
import { attendedAs, isHere } from '#shared/meetings/held/attendance.ts';
import { checkApproval, checkSubmission } from '#shared/meetings/held/minutes.ts';
import { addMinutes, clockOf, moveTo, NOT_RUNNING, secondsOf } from '#shared/meetings/held/running.ts';

const at = (minutes: number) => new Date(Date.UTC(2023, 2, 14, 13, minutes));

test('[MR3] what was spent on an item is kept, and coming back to it goes on counting', () => {
  const first = moveTo(NOT_RUNNING, 'a', at(0));
  const second = moveTo(first, 'b', at(10));
  const back = moveTo(second, 'a', at(15));
  expect(secondsOf(back, 'a', at(20))).toBe(15 * 60);
  expect(secondsOf(back, 'b', at(20))).toBe(5 * 60);
  expect(moveTo(back, null, at(20))).toMatchObject({ currentItemId: null, spent: { a: 900, b: 300 } });
});

test('[MR3] an item says what is left of its minutes, those that were added included', () => {
  const running = moveTo(NOT_RUNNING, 'a', at(0));
  expect(clockOf(running, { id: 'a', minutes: 20 }, at(16))).toEqual({ minutes: 20, spent: 16, left: 4 });
  expect(clockOf(addMinutes(running, 'a'), { id: 'a', minutes: 20 }, at(27))).toEqual({
    minutes: 25,
    spent: 27,
    left: -2,
  });
});

test('[MR4] whoever comes is here, whoever leaves was present, whoever comes back keeps their first hour', () => {
  const came = attendedAs({ presence: 'present', mode: 'remote' }, null, at(0));
  expect(isHere(came)).toBe(true);
  const left = { ...came, leftAt: at(20) };
  expect(isHere(left)).toBe(false);
  expect(attendedAs({ presence: 'present', mode: 'onSite' }, left, at(30))).toEqual({
    presence: 'present',
    mode: 'onSite',
    arrivedAt: at(0),
    leftAt: null,
  });
  expect(isHere(attendedAs({ presence: 'excused', mode: 'onSite' }, came, at(1)))).toBe(false);
});

test('[MR12] [MR13] minutes are submitted with a text, approved later, at an open meeting, unchanged, once', () => {
  expect(checkSubmission('draft', false)).toEqual({ ok: false, error: 'minutes.empty' });
  expect(checkSubmission('submitted', true).ok).toBe(true);
  expect(checkSubmission('approved', true)).toEqual({ ok: false, error: 'minutes.alreadyApproved' });
  const meeting = { id: '1', startsAt: at(0), openedAt: at(0) };
  const next = { id: '2', startsAt: at(30), openedAt: at(31) };
  const asked = { status: 'submitted' as const, isUnchanged: true, meeting, at: next };
  const error = (more: Partial<Parameters<typeof checkApproval>[0]>) => {
    const done = checkApproval({ ...asked, ...more });
    return done.ok ? null : done.error;
  };
  expect(error({})).toBeNull();
  expect(error({ status: 'draft' })).toBe('minutes.notSubmitted');
  expect(error({ status: 'approved' })).toBe('minutes.alreadyApproved');
  expect(error({ at: meeting })).toBe('minutes.notLater');
  expect(error({ at: { ...next, openedAt: null } })).toBe('minutes.notLater');
  expect(error({ at: { ...next, startsAt: at(-5) } })).toBe('minutes.notLater');
  expect(error({ isUnchanged: false })).toBe('minutes.changed');
});
