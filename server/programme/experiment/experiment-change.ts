import type { ExperimentChange } from '#db/programme/experiment/experiment-change.ts';
import { canInExperiment, type ExperimentRole } from '#shared/programme/experiment/experiment-access.ts';
import type { Act } from '../../kernel/operation.ts';
import type { ByPerson } from '../../people/rights.ts';

/** What each change of an experiment says of itself. */
export const changeOf = ({ by, now, newId }: Act & ByPerson, experimentId: string): ExperimentChange => ({
  ...{ experimentId, userId: by, now, newId },
});

/** The same, with whether who makes it manages the experiment. */
export const managing = (act: Act & ByPerson & { readonly role: ExperimentRole }, experimentId: string) => ({
  ...changeOf(act, experimentId),
  isManager: canInExperiment(act.role, 'experiment.manage'),
});
