import { listMilestones } from '#db/programme/experiment/experiment-milestones.ts';
import { listEvents } from '#db/programme/experiment/experiment-states.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { experiment as words } from '#shared/programme/experiment/experiment.fr.ts';
import { experimentMilestone } from '#shared/programme/experiment/experiment-milestone.fr.ts';
import { slipsAt } from '#shared/programme/experiment/milestone.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { requireExperiment } from '../experiment.server.ts';
import { ExperimentHeader } from '../experiment-header.tsx';
import { milestoneGestures } from '../follow-up-gestures.server.ts';
import { AddMilestone, MilestoneForms, NoMilestone } from '../milestone-forms.tsx';
import type { Route } from './+types/experiment-milestones';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ experiment }) => [
    { href: programmePaths.experiments(), label: words.title },
    { href: programmePaths.experiment(experiment), label: experiment.title },
    { href: programmePaths.experimentMilestones(experiment), label: experimentMilestone.title },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { experiment } = await requireExperiment(context, params.experimentation, 'experiment.write');
  const { db, now } = context.get(servicesContext);
  const today = parisDay(now());
  return {
    experiment,
    milestones: await listMilestones(db, experiment.id),
    slips: slipsAt(await listEvents(db, experiment.id), today),
    today,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { experiment } = await requireExperiment(context, params.experimentation, 'experiment.write');
  return act(context, await request.formData(), milestoneGestures, { experiment });
}

export default function ExperimentMilestones({ loaderData, actionData }: Route.ComponentProps) {
  const { experiment, milestones, slips, today } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(experimentMilestone.title, experiment.title)}</title>
      <ExperimentHeader experiment={experiment} refused={actionData} />
      <section className="plate" aria-labelledby="milestones">
        <h2 id="milestones" className="mb-4">
          {experimentMilestone.editTitle}
        </h2>
        {milestones.length === 0 ? (
          <NoMilestone mayPlan={experiment.startsOn !== null} refused={actionData} />
        ) : (
          <ul className="stack-lg">
            {milestones.map((milestone) => (
              <MilestoneForms
                key={milestone.id}
                milestone={milestone}
                slips={slips.filter(({ milestoneId }) => milestoneId === milestone.id)}
                today={today}
                refused={actionData}
              />
            ))}
          </ul>
        )}
      </section>
      <AddMilestone refused={actionData} />
    </main>
  );
}
