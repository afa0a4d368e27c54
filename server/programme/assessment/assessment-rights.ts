import {
  findAssessmentPerson,
  holdAssessment,
  holdForCommittee,
} from '#db/programme/assessment/assessment-access.ts';
import type { ApplicationFacts } from '#db/programme/assessment/assessment-facts.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import type { AssessmentAccess } from '#shared/programme/assessment/assessment-access.ts';
import type { AssessmentPerson } from '#shared/programme/assessment/standing.ts';
import type { Right } from '../../kernel/operation.ts';
import type { ByPerson } from '../../people/rights.ts';

type OfApplication = { readonly applicationId: string };

/** Who acts on which application, which is held. */
export type OnFacts = ByPerson & { readonly facts: ApplicationFacts };

/** [AS1] [AS3] Whoever may do one of these in the assessment of the application of the input; for whoever has no part in it it is absent. */
export function inAssessment(
  ...rights: readonly (keyof AssessmentAccess)[]
): Right<OfApplication, OnFacts & { readonly access: AssessmentAccess }> {
  return async ({ tx, now }, { userId }, { applicationId }) => {
    const reached = userId === null ? null : await holdAssessment(tx, { applicationId, userId, now });
    if (userId === null || !reached) return fail('access.notFound');
    const { facts, access } = reached;
    return rights.some((right) => access[right])
      ? ok({ by: userId, facts, access })
      : fail('access.forbidden');
  };
}

/** [AS5] [AS16] Whoever sits on the committee, and has given their own marks of the application of the input if they assess it. */
export const deciding: Right<OfApplication, OnFacts> = async ({ tx, now }, { userId }, { applicationId }) => {
  const reached = userId === null ? null : await holdForCommittee(tx, { applicationId, userId, now });
  if (userId === null || !reached) return fail('access.notFound');
  return reached.access.mayDecide ? ok({ by: userId, facts: reached.facts }) : fail('access.forbidden');
};

/** [AS16] Whoever runs committees; for whoever only sits on them it is forbidden, for all others absent. */
export const chairing: Right<unknown, ByPerson & { readonly chair: AssessmentPerson }> = async (
  { tx },
  { userId },
) => {
  const chair = userId === null ? null : await findAssessmentPerson(tx, userId);
  if (userId === null || !chair || !canOnPlatform(chair.platformRole, 'committee.sit'))
    return fail('access.notFound');
  return canOnPlatform(chair.platformRole, 'assessment.manage')
    ? ok({ by: userId, chair })
    : fail('access.forbidden');
};
