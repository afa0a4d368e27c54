import { fail, ok, type Result } from '#shared/kernel/result.ts';

/** What a decision may do to an earlier one. */
export const CHANGE_KINDS = ['confirms', 'amends', 'repeals'] as const;
/** To an object of ours it does only this. */
export type ChangeKind = (typeof CHANGE_KINDS)[number] | 'concerns';

export const DECISION_STATES = ['inForce', 'amended', 'repealed'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

/** [DA4] The state of a decision, from what later ones did to it: repealed for good, else amended, else in force. */
export function stateOf(changes: readonly ChangeKind[]): DecisionState {
  if (changes.includes('repeals')) return 'repealed';
  return changes.includes('amends') ? 'amended' : 'inForce';
}

/** A decision with its number: where it stands in the order of its group. */
export interface Numbered {
  readonly id: string;
  readonly groupId: string;
  readonly year: number;
  readonly number: number;
}

/** Why a decision does nothing to another. */
export type ChangeError = 'decision.notFound' | 'decision.notEarlier';

/**
 * [DA4] May a decision do something to another? Only to an earlier one of its group: nothing then changes what changed it. Refuses
 * 'decision.notFound', 'decision.notEarlier'.
 */
export function decideChange(decision: Numbered, target: Numbered | null): Result<Numbered, ChangeError> {
  if (!target || target.groupId !== decision.groupId) return fail('decision.notFound');
  const isEarlier =
    target.year < decision.year || (target.year === decision.year && target.number < decision.number);
  return isEarlier ? ok(target) : fail('decision.notEarlier');
}
