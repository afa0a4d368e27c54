import { fail, ok, type Result } from '../../kernel/result.ts';
import type { CallCriterion } from './call.ts';
import type { CallError } from './call-errors.ts';

/** One line of the form of criteria. The key is known for those that exist. */
export interface TypedCriterion {
  readonly key: string;
  readonly title: string;
  readonly description: string;
  readonly weight: string;
}

export const CRITERIA_MAX = 8;

const isEmpty = ({ title, description }: TypedCriterion) => title.trim() === '' && description.trim() === '';

/**
 * [CA12] The criteria of a call as they were typed; empty lines at the end are none. Weights are whole and make a hundred. Fields
 * of the form name criteria by rank, so that one in the middle is emptied by nobody.
 */
export function parseCriteria(
  typed: readonly TypedCriterion[],
  newKey: (rank: number) => string,
): Result<readonly CallCriterion[], CallError> {
  const end = typed.findLastIndex((line) => !isEmpty(line)) + 1;
  if (end === 0) return fail('call.criteriaEmpty');
  const lines = typed.slice(0, Math.min(end, CRITERIA_MAX));
  const criteria = lines.map(({ key, title, description, weight }, at) => ({
    key: /^[a-z][a-z0-9_]{0,39}$/.test(key) ? key : newKey(at + 1),
    title: title.replace(/\s+/gu, ' ').trim(),
    description: description.trim(),
    weight: /^\d{1,3}$/.test(weight.trim()) ? Number(weight) : Number.NaN,
  }));
  if (
    criteria.some(
      ({ title, description }) => title === '' || title.length > 120 || description.length > 2_000,
    )
  )
    return fail('call.criterionInvalid');
  if (new Set(criteria.map(({ key }) => key)).size < criteria.length) return fail('call.criterionInvalid');
  const sum = criteria.reduce((total, { weight }) => total + weight, 0);
  return sum === 100 ? ok(criteria) : fail('call.weightsInvalid');
}
