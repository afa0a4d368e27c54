import type { RouterContextProvider } from 'react-router';
import { type ExperimentForMember, findExperiment } from '#db/programme/experiment/experiments.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { canInExperiment, type ExperimentAction } from '#shared/programme/experiment/experiment-access.ts';
import { type Member, servicesContext } from '../../context.ts';
import { forbidden, notFound, requireMember } from '../../kernel/access.server.ts';

/**
 * The person and the experiment of an address segment, if they may see it; else 404. With an action that they may not do, 403: the
 * page is there, its inside is not theirs.
 */
export async function requireExperiment(
  context: Readonly<RouterContextProvider>,
  segment: string | undefined,
  action: ExperimentAction = 'experiment.read',
): Promise<{ member: Member; experiment: ExperimentForMember }> {
  const member = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const experimentId = idOfSegment(segment);
  const experiment = experimentId
    ? await findExperiment(db, { experimentId, userId: member.id, now: now() })
    : null;
  if (!experiment) throw notFound();
  if (!canInExperiment(experiment.role, action)) throw forbidden();
  return { member, experiment };
}
