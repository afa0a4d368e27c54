import { z } from 'zod';
import { instantOfParis } from '../../kernel/day/paris-time.ts';
import type { CommitteeError } from './assessment-errors.ts';
import { parseDecision } from './decision.ts';

const Word = z.string().max(40);

/** [AS11] The calendar of a committee, as its form says it: on the clock of Paris, empty for what is not fixed. */
export const CommitteeInput = z
  .object({
    assessUntil: Word,
    heldOn: Word,
    embargoAt: Word,
    attendees: z.string().max(5_000),
    remarks: z.string().max(10_000),
  })
  .transform((typed, context) => {
    const instant = (field: 'assessUntil' | 'heldOn' | 'embargoAt', wall: string) => {
      const at = typed[field] === '' ? null : instantOfParis(wall);
      if (typed[field] !== '' && !at)
        context.addIssue({ code: 'custom', path: [field], message: 'committee.dateInvalid' });
      return at;
    };
    const day = (field: 'assessUntil' | 'heldOn') => instant(field, `${typed[field]}T00:00`) && typed[field];
    return {
      assessUntil: day('assessUntil'),
      heldOn: day('heldOn'),
      embargoAt: instant('embargoAt', typed.embargoAt.slice(0, 16)),
      attendees: typed.attendees.trim(),
      remarks: typed.remarks.trim(),
    };
  });

/** At which control each refusal of a decision is said. */
const AT: Readonly<Partial<Record<CommitteeError, string>>> = {
  'committee.rankInvalid': 'waitingRank',
  'committee.motivationMissing': 'motivation',
  'committee.motivationTooLong': 'motivation',
};

/** [AS10] What the committee means to decide; null opens it again. */
export const DecisionInput = z
  .object({ outcome: Word, waitingRank: z.string().max(20), motivation: z.string().max(20_000) })
  .transform((typed, context) => {
    if (typed.outcome === '') return { decision: null };
    const decision = parseDecision(typed);
    if (decision.ok) return { decision: decision.value };
    const path = [AT[decision.error] ?? 'outcome'];
    context.addIssue({ code: 'custom', path, message: decision.error });
    return z.NEVER;
  });
