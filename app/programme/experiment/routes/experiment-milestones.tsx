import {
  addMilestone,
  listMilestones,
  planSeasonOnDemand,
  removeMilestone,
  setActual,
  slipMilestone,
} from '#db/programme/experiment/experiment-milestones.ts';
import { listEvents } from '#db/programme/experiment/experiment-states.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { experiment as words } from '#shared/programme/experiment/experiment.fr.ts';
import { experimentMilestone } from '#shared/programme/experiment/experiment-milestone.fr.ts';
import { slipsAt } from '#shared/programme/experiment/milestone.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { choiceOf } from '../../../kernel/refusal.server.ts';
import { answer, field, readTyped } from '../answer.server.ts';
import { requireExperiment } from '../experiment.server.ts';
import { ExperimentHeader } from '../experiment-header.tsx';
import { AddMilestone, MilestoneForms, NoMilestone } from '../milestone-forms.tsx';
import { UndoNotice } from '../undo-notice.tsx';
import type { Route } from './+types/experiment-milestones';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ experiment }) => [
    { href: programmePaths.experiments(), label: words.title },
    { href: programmePaths.experiment(experiment), label: experiment.title },
    { href: programmePaths.experimentMilestones(experiment), label: experimentMilestone.title },
  ],
});

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { experiment } = await requireExperiment(context, params.experimentation, 'experiment.write');
  const { db, now } = context.get(servicesContext);
  const [today, asked] = [parisDay(now()), new URL(request.url).searchParams];
  return {
    experiment,
    milestones: await listMilestones(db, experiment.id),
    slips: slipsAt(await listEvents(db, experiment.id), today),
    today,
    removed: asked.get('retire'),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, experiment } = await requireExperiment(context, params.experimentation, 'experiment.write');
  const typed = readTyped(await request.formData());
  const { db, now, newId } = context.get(servicesContext);
  const change = { experimentId: experiment.id, userId: member.id, now: now(), newId };
  const page = programmePaths.experimentMilestones(experiment);
  const [of, milestoneId] = [(name: string) => field(typed, name), field(typed, 'id')];
  const target = { ...change, milestoneId };
  switch (choiceOf(typed.intent, ['season', 'add', 'slip', 'actual', 'restore', 'remove'])) {
    case 'season':
      return answer(await planSeasonOnDemand(db, { ...change, ...experiment }), { to: page, typed });
    case 'add': {
      const given = { title: of('title'), from: of('from'), to: of('to') };
      return answer(await addMilestone(db, { ...change, typed: given }), { to: page, typed });
    }
    case 'slip': {
      const given = { to: of('to'), reason: of('reason') };
      return answer(await slipMilestone(db, { ...target, typed: given }), { to: page, typed });
    }
    case 'actual': {
      const given = { startedOn: of('startedOn'), doneOn: of('doneOn') };
      return answer(await setActual(db, { ...target, typed: given }), { to: page, typed });
    }
    case 'restore':
      return answer(await removeMilestone(db, { ...target, isBack: true }), { to: page, typed });
    case 'remove': {
      const removed = await removeMilestone(db, { ...target, isBack: false });
      return answer(removed, { to: `${page}?retire=${encodeURIComponent(milestoneId)}`, typed });
    }
  }
}

export default function ExperimentMilestones({ loaderData, actionData }: Route.ComponentProps) {
  const { experiment, milestones, slips, today, removed } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(experimentMilestone.title, experiment.title)}</title>
      <ExperimentHeader experiment={experiment} />
      {removed && !actionData && (
        <UndoNotice text={experimentMilestone.removed} undo={experimentMilestone.undo} id={removed} />
      )}
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
