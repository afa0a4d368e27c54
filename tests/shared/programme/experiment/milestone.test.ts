import { describe, expect, test } from 'vitest';
import {
  milestonesOfSeason,
  parseActual,
  parseMilestone,
  parseSlip,
  slipsAt,
  standingOf,
} from '#shared/programme/experiment/milestone.ts';

const fault = (error: string) => ({ ok: false, error });

describe('[EX8] a milestone', () => {
  test('has a title and two days in their order; none of 1900', () => {
    const parse = (title: string, from: string, to: string) => parseMilestone({ title, from, to });
    expect(parse('Relevés', '2023-01-02', '2023-02-28')).toMatchObject({ ok: true });
    expect(parse(' ', '2023-01-02', '2023-02-28')).toEqual(fault('experiment.milestoneTitle'));
    expect(parse('Relevés', '1900-01-02', '2023-02-28')).toEqual(fault('experiment.dayInvalid'));
    expect(parse('Relevés', '2023-02-28', '2023-02-27')).toEqual(fault('experiment.periodReversed'));
  });

  test('began and was reached on days that are past, in their order', () => {
    const parse = (startedOn: string, doneOn: string) => parseActual({ startedOn, doneOn }, '2023-03-14');
    expect(parse('', '2023-03-14')).toEqual({
      ok: true,
      value: { startedOn: '2023-03-14', doneOn: '2023-03-14' },
    });
    expect(parse('2023-03-15', '')).toEqual(fault('experiment.dayToCome'));
    expect(parse('2023-03-14', '2023-03-13')).toEqual(fault('experiment.periodReversed'));
    expect(parse('hier', '')).toEqual(fault('experiment.dayInvalid'));
    expect(parse('', '')).toEqual({ ok: true, value: { startedOn: null, doneOn: null } });
  });

  test('is late the day after its planned end', () => {
    const milestone = { plannedTo: '2023-03-14', startedOn: '2023-03-01', doneOn: null };
    expect(standingOf(milestone, '2023-03-14')).toBe('running');
    expect(standingOf(milestone, '2023-03-15')).toBe('late');
    expect(standingOf({ ...milestone, doneOn: '2023-04-02' }, '2023-04-03')).toBe('done');
  });
});

test('[EX9] a slip wants another day and its reason', () => {
  const parse = (to: string, reason: string) =>
    parseSlip({ plannedFrom: '2023-02-01', plannedTo: '2023-02-28' }, { to, reason });
  expect(parse('2023-03-21', 'Tempête')).toEqual({
    ok: true,
    value: { to: '2023-03-21', reason: 'Tempête' },
  });
  expect(parse('2023-03-21', ' ')).toEqual(fault('experiment.reasonMissing'));
  expect(parse('2023-02-28', 'Tempête')).toEqual(fault('experiment.sameDay'));
  expect(parse('2023-01-31', 'Tempête')).toEqual(fault('experiment.periodReversed'));
  expect(parse('2023-03-21', 'a'.repeat(20_000))).toEqual(fault('experiment.textTooLong'));
});

test('[EX10] the steps of the season fill the days of the experiment, in order', () => {
  const steps = milestonesOfSeason('2022-10-01', '2023-05-31');
  expect(steps[0]?.plannedFrom).toBe('2022-10-01');
  expect(steps.at(-1)?.plannedTo).toBe('2023-05-31');
  for (const { plannedFrom, plannedTo } of steps) expect(plannedFrom <= plannedTo).toBe(true);
});

test('[EX7] the slips of a past day are read from dated lines', () => {
  const slip = {
    milestoneId: 'a',
    title: 'Relevés',
    from: '2023-02-28',
    to: '2023-03-21',
    reason: 'Tempête',
  };
  const events = [{ kind: 'milestone.slipped', data: slip, at: new Date('2023-02-06T09:00:00Z') }];
  expect(slipsAt(events, '2023-02-05')).toEqual([]);
  expect(slipsAt(events, '2023-02-06')).toMatchObject([{ from: '2023-02-28', to: '2023-03-21' }]);
});
