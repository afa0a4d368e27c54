import { fail, ok, type Result } from '../../kernel/result.ts';
import type { CommitteeError } from './assessment-errors.ts';

/** What becomes of an application. */
export const OUTCOMES = ['selected', 'waitlisted', 'notSelected', 'ineligible', 'withdrawn'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A decision of the committee. */
export interface CommitteeDecision {
  readonly outcome: Outcome;
  /** Place on the waiting list, from 1; null for all others. */
  readonly waitingRank: number | null;
  readonly motivation: string;
}

const MOTIVATION_MAX = 5_000;
const RANK_MAX = 999;

/** [AS10] Reads a decision: every outcome but « selected » wants its reason, the waiting list its place. */
export function parseDecision(typed: {
  readonly outcome: string;
  readonly waitingRank: string;
  readonly motivation: string;
}): Result<CommitteeDecision, CommitteeError> {
  const outcome = OUTCOMES.find((known) => known === typed.outcome);
  if (!outcome) return fail('committee.outcomeInvalid');
  const motivation = typed.motivation.replaceAll('\r\n', '\n').trim();
  if (outcome !== 'selected' && motivation === '') return fail('committee.motivationMissing');
  if (motivation.length > MOTIVATION_MAX) return fail('committee.motivationTooLong');
  if (outcome !== 'waitlisted') return ok({ outcome, waitingRank: null, motivation });
  const waitingRank = /^\d{1,3}$/.test(typed.waitingRank.trim()) ? Number(typed.waitingRank) : 0;
  if (waitingRank < 1 || waitingRank > RANK_MAX) return fail('committee.rankInvalid');
  return ok({ outcome, waitingRank, motivation });
}
