import { lockSeason } from '#db/programme/application/application-creation.ts';
import { type HeldApplication, lockApplication } from '#db/programme/application/application-rights.ts';
import { findApplicationCall } from '#db/programme/application/applications.ts';
import { isRecused } from '#db/programme/assessment/assessment-access.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import type { Right } from '../../kernel/operation.ts';
import type { ByPerson } from '../../people/rights.ts';

/** Who acts on which application, which is held. */
export type OnApplication = ByPerson & { readonly application: HeldApplication };
type OfApplication = Right<{ readonly applicationId: string }, OnApplication>;

/** [AP2] Whoever is of the organisation that leads the application of the input. */
export const leadingApplication: OfApplication = async ({ tx }, { userId }, { applicationId }) => {
  const application = userId === null ? null : await lockApplication(tx, { applicationId, userId });
  if (userId === null || !application) return fail('access.notFound');
  return application.access.mayLead ? ok({ by: userId, application }) : fail('access.forbidden');
};

/** [AP2] [AP9] The same, while nobody else of its season applies. */
export const leadingAlone: OfApplication = async (act, asker, input) => {
  const callId = await findApplicationCall(act.tx, input.applicationId);
  if (callId) await lockSeason(act.tx, callId);
  return leadingApplication(act, asker, input);
};

/** [AP1] Whoever writes the application of the input: its draft, or what is corrected of it. */
export const writingApplication: OfApplication = async ({ tx }, { userId }, { applicationId }) => {
  const application = userId === null ? null : await lockApplication(tx, { applicationId, userId });
  if (userId === null || !application?.access.room) return fail('access.notFound');
  return application.access.room === 'write' ? ok({ by: userId, application }) : fail('access.forbidden');
};

/** [AP3] [AS7] Whoever assesses the application of the input, and is not recused from it. */
export const assessingApplication: OfApplication = async ({ tx, now }, { userId }, { applicationId }) => {
  const application = userId === null ? null : await lockApplication(tx, { applicationId, userId });
  if (userId === null || !application) return fail('access.notFound');
  const mayAssess = application.access.mayAssess && !(await isRecused(tx, { applicationId, userId, now }));
  return mayAssess ? ok({ by: userId, application }) : fail('access.forbidden');
};
