import { describe, expect, test } from 'vitest';
import { daysFrom, parseDay, parsePeriod } from '#shared/kernel/day/days.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { canInExperiment, EXPERIMENT_ROLES } from '#shared/programme/experiment/experiment-access.ts';
import { checkStateChange, stateAt, statesAfter } from '#shared/programme/experiment/state.ts';

const changed = (to: string, at: string) => ({ kind: 'state.changed', data: { to }, at: new Date(at) });

describe('[EX7] stateAt', () => {
  const events = [
    changed('abandoned', '2023-03-14T22:59:00Z'),
    { kind: 'experiment.created', data: { to: 'preparing' }, at: new Date('2022-10-01T08:00:00Z') },
    changed('running', '2023-03-31T22:30:00Z'),
    { kind: 'milestone.slipped', data: { to: '2023-06-01' }, at: new Date('2023-02-01T08:00:00Z') },
  ];
  test('reads the state of a day in Paris, whatever the order of the events', () => {
    expect(stateAt(events, '2022-09-30')).toBeNull();
    expect(stateAt(events, '2022-10-01')).toBe('preparing');
    expect(stateAt(events, '2023-03-13')).toBe('preparing');
    expect(stateAt(events, '2023-03-14')).toBe('abandoned');
    // Half past midnight in Paris, in summer time.
    expect(stateAt(events, '2023-03-31')).toBe('abandoned');
    expect(stateAt(events, '2023-04-01')).toBe('running');
  });
});

describe('[EX6] changes of state', () => {
  const check = (
    from: 'running' | 'ended',
    to: 'ended' | 'running',
    reason: string,
    openMilestones: number,
  ) => checkStateChange({ from, to, reason, openMilestones, isManager: true });
  test('an end wants a reason while milestones are open', () => {
    expect(check('running', 'ended', '', 0)).toEqual({ ok: true, value: '' });
    expect(check('running', 'ended', ' ', 1)).toEqual({ ok: false, error: 'experiment.reasonMissing' });
    expect(check('running', 'ended', 'Repris par la ville', 1)).toMatchObject({ ok: true });
    expect(check('ended', 'ended', 'x', 0)).toEqual({ ok: false, error: 'experiment.stateUnreachable' });
    expect(check('ended', 'running', 'a'.repeat(20_000), 0)).toEqual({
      ok: false,
      error: 'experiment.textTooLong',
    });
    expect(statesAfter('abandoned')).toContain('running');
    expect(
      checkStateChange({ from: 'ended', to: 'running', reason: 'x', openMilestones: 0, isManager: false }),
    ).toEqual({ ok: false, error: 'experiment.stateOthers' });
  });
});

describe('[EX2] rights', () => {
  test('the log is not the programme’s; consultants write needs, and nothing of the log', () => {
    expect(EXPERIMENT_ROLES.filter((role) => canInExperiment(role, 'experiment.readInside'))).toEqual([
      'coordinator',
      'team',
      'consultant',
      'reviewer',
    ]);
    expect(canInExperiment('consultant', 'need.write')).toBe(true);
    expect(canInExperiment('consultant', 'experiment.write')).toBe(false);
    expect(canInExperiment('reviewer', 'need.write')).toBe(false);
    expect(canInExperiment(null, 'experiment.read')).toBe(false);
  });
});

describe('[EX4] days', () => {
  test('are of the calendar, from 2015 on, and in their order', () => {
    for (const wrong of ['1900-01-01', '2023-02-30', '2023-2-3', '14/03/2023', '', '9999-01-01'])
      expect(parseDay(wrong)).toBeNull();
    expect(parseDay(' 2024-02-29 ')).toBe('2024-02-29');
    expect(parsePeriod('2023-03-02', '2023-03-01')).toBe('experiment.periodReversed');
    expect(parsePeriod('', '')).toEqual({ startsOn: null, endsOn: null });
    expect(daysFrom('2023-03-01', '2023-03-22')).toBe(21);
    expect(parisDay(new Date('2023-03-14T23:30:00Z'))).toBe('2023-03-15');
  });
});
