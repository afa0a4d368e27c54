import { parisDay } from '../../kernel/day/paris-time.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { EXPERIMENT_STATES, type ExperimentState } from './experiment.ts';

/** One line of what happened to an experiment. */
export interface ExperimentEvent {
  readonly kind: string;
  readonly data: Readonly<Record<string, string>>;
  readonly at: Date;
}

const NEXT: Readonly<Record<ExperimentState, readonly ExperimentState[]>> = {
  preparing: ['running', 'abandoned'],
  running: ['suspended', 'ended', 'abandoned'],
  suspended: ['running', 'ended', 'abandoned'],
  ended: ['running'],
  abandoned: ['preparing', 'running'],
};

/** [EX6] The states that follow this one. */
export function statesAfter(state: ExperimentState): readonly ExperimentState[] {
  return NEXT[state];
}

/** [EX6] Must a reason be said: it stops, is taken up again, or ends with milestones that are not reached. */
export function wantsReason(from: ExperimentState, to: ExperimentState, openMilestones: number): boolean {
  if (to === 'suspended' || to === 'abandoned') return true;
  if (from === 'ended' || from === 'abandoned') return true;
  return to === 'ended' && openMilestones > 0;
}

/** [EX6] Only those who manage abandon, or take up again what was over. */
export function isManagersStep(from: ExperimentState, to: ExperimentState): boolean {
  return to === 'abandoned' || from === 'ended' || from === 'abandoned';
}

export type StateRefusal =
  | 'experiment.stateUnreachable'
  | 'experiment.stateOthers'
  | 'experiment.textTooLong'
  | 'experiment.reasonMissing';

/** [EX6] May it go from one state to the other, with this reason? Answers the reason as it is kept. */
export function checkStateChange(change: {
  readonly from: ExperimentState;
  readonly to: ExperimentState;
  readonly reason: string;
  readonly openMilestones: number;
  readonly isManager: boolean;
}): Result<string, StateRefusal> {
  const { from, to, openMilestones, isManager } = change;
  const reason = change.reason.trim();
  if (!statesAfter(from).includes(to)) return fail('experiment.stateUnreachable');
  if (reason.length > 2_000) return fail('experiment.textTooLong');
  if (reason === '' && wantsReason(from, to, openMilestones)) return fail('experiment.reasonMissing');
  return isManagersStep(from, to) && !isManager ? fail('experiment.stateOthers') : ok(reason);
}

/** [EX7] Where it stood at the end of this day in Paris, by its dated events in any order; null before it was there. */
export function stateAt(events: readonly ExperimentEvent[], day: string): ExperimentState | null {
  let found: { state: ExperimentState; at: Date } | null = null;
  for (const { kind, data, at } of events) {
    if (kind !== 'experiment.created' && kind !== 'state.changed') continue;
    const state = EXPERIMENT_STATES.find((known) => known === data.to);
    if (state && parisDay(at) <= day && (!found || at >= found.at)) found = { state, at };
  }
  return found?.state ?? null;
}
