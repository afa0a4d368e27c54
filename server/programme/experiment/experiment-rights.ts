import { findExperimentRole } from '#db/programme/experiment/experiment-rights.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import {
  canInExperiment,
  type ExperimentAction,
  type ExperimentRole,
} from '#shared/programme/experiment/experiment-access.ts';
import type { Right } from '../../kernel/operation.ts';
import type { ByPerson } from '../../people/rights.ts';

/** [EX1] [EX2] Whoever's role for the experiment of the input allows this: where it looks absent to them it is, for a role that is too weak forbidden. */
export function inExperiment(
  action: ExperimentAction,
): Right<{ readonly experimentId: string }, ByPerson & { readonly role: ExperimentRole }> {
  return async ({ tx, now }, { userId }, { experimentId }) => {
    const role = userId === null ? null : await findExperimentRole(tx, { experimentId, userId, now });
    if (userId === null || role === null) return fail('access.notFound');
    return canInExperiment(role, action) ? ok({ by: userId, role }) : fail('access.forbidden');
  };
}
