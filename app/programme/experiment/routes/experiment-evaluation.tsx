import type { ShouldRevalidateFunctionArgs } from 'react-router';
import { listExperimentComments } from '#db/programme/experiment/experiment-comments.ts';
import { listEvaluations } from '#db/programme/experiment/experiment-evaluations.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { completenessOf } from '#shared/programme/experiment/evaluation.ts';
import { experiment as words } from '#shared/programme/experiment/experiment.fr.ts';
import { canInExperiment } from '#shared/programme/experiment/experiment-access.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { EvaluationForm } from '../evaluation-form.tsx';
import { EvaluationReading } from '../evaluation-reading.tsx';
import { requireExperiment } from '../experiment.server.ts';
import { ExperimentHeader } from '../experiment-header.tsx';
import { evaluationGestures } from '../follow-up-gestures.server.ts';
import type { Route } from './+types/experiment-evaluation';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ experiment }) => [
    { href: programmePaths.experiments(), label: words.title },
    { href: programmePaths.experiment(experiment), label: experiment.title },
    { href: programmePaths.experimentEvaluation(experiment), label: words.evaluation },
  ],
});

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { member, experiment } = await requireExperiment(
    context,
    params.experimentation,
    'experiment.readInside',
  );
  const { db } = context.get(servicesContext);
  const asked = new URL(request.url).searchParams;
  const versions = await listEvaluations(db, experiment.id);
  const version = versions.find((known) => String(known.version) === asked.get('version'));
  const shown = version ?? versions[0] ?? null;
  return {
    experiment,
    memberId: member.id,
    versions,
    shown,
    isPast: shown !== null && shown !== versions[0],
    completeness: completenessOf(shown?.answers ?? {}),
    isWriting: asked.has('modifier') && canInExperiment(experiment.role, 'experiment.write'),
    comments: await listExperimentComments(db, { experimentId: experiment.id, about: 'evaluation' }),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { experiment } = await requireExperiment(context, params.experimentation, 'experiment.readInside');
  return act(context, await request.formData(), evaluationGestures, { experiment });
}

/** Whoever is told that somebody wrote meanwhile is shown what they wrote. */
export const shouldRevalidate = ({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) =>
  actionStatus === 422 || defaultShouldRevalidate;

export default function ExperimentEvaluation({ loaderData, actionData }: Route.ComponentProps) {
  const { experiment, versions, shown, isWriting } = loaderData;
  const isRefused = actionData?.values.form === 'evaluation';
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.evaluation, experiment.title)}</title>
      <ExperimentHeader experiment={experiment} refused={actionData} />
      {isWriting || isRefused ? (
        <EvaluationForm
          experiment={experiment}
          shown={shown}
          latest={versions[0] ?? null}
          refused={actionData}
        />
      ) : (
        <EvaluationReading {...loaderData} refused={actionData} />
      )}
    </main>
  );
}
