import type { ShouldRevalidateFunctionArgs } from 'react-router';
import {
  addComment,
  listExperimentComments,
  removeComment,
} from '#db/programme/experiment/experiment-comments.ts';
import { listEvaluations, writeEvaluation } from '#db/programme/experiment/experiment-evaluations.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { seenIn } from '#shared/kernel/sent-values.ts';
import { completenessOf } from '#shared/programme/experiment/evaluation.ts';
import { experiment as words } from '#shared/programme/experiment/experiment.fr.ts';
import { canInExperiment } from '#shared/programme/experiment/experiment-access.ts';
import { experimentResult } from '#shared/programme/experiment/experiment-result.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { choiceOf } from '../../../kernel/refusal.server.ts';
import { answer, field, readTyped } from '../answer.server.ts';
import { EvaluationForm } from '../evaluation-form.tsx';
import { EvaluationReading } from '../evaluation-reading.tsx';
import { requireExperiment } from '../experiment.server.ts';
import { ExperimentHeader } from '../experiment-header.tsx';
import { UndoNotice } from '../undo-notice.tsx';
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
    removed: asked.get('commentaire'),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, experiment } = await requireExperiment(
    context,
    params.experimentation,
    'experiment.readInside',
  );
  const typed = readTyped(await request.formData());
  const { db, now, newId } = context.get(servicesContext);
  const change = { experimentId: experiment.id, userId: member.id, now: now(), newId };
  const [page, id] = [programmePaths.experimentEvaluation(experiment), field(typed, 'id')];
  const intent = choiceOf(typed.intent, ['comment', 'removeComment', 'restoreComment', 'evaluation']);
  switch (intent) {
    case 'comment': {
      const said = { subject: `evaluation:${id}`, text: field(typed, 'text') };
      const fields = { 'experiment.commentEmpty': 'text', 'experiment.textTooLong': 'text' } as const;
      return answer(await addComment(db, { ...change, ...said }), { to: `${page}#${id}`, typed, fields });
    }
    case 'removeComment':
    case 'restoreComment': {
      const isBack = intent === 'restoreComment';
      const to = isBack ? page : `${page}?commentaire=${encodeURIComponent(id)}`;
      return answer(await removeComment(db, { ...change, commentId: id, isBack }), { to, typed });
    }
    case 'evaluation': {
      const given = { seen: seenIn(field(typed, 'seen')), isPublished: 'publish' in typed };
      return answer(await writeEvaluation(db, { ...change, ...given, typed }), { to: page, typed });
    }
  }
}

/** Whoever is told that somebody wrote meanwhile is shown what they wrote. */
export const shouldRevalidate = ({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) =>
  actionStatus === 422 || defaultShouldRevalidate;

export default function ExperimentEvaluation({ loaderData, actionData }: Route.ComponentProps) {
  const { experiment, versions, shown, removed, isWriting } = loaderData;
  const isRefused = actionData?.values.intent === 'evaluation';
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.evaluation, experiment.title)}</title>
      <ExperimentHeader experiment={experiment} />
      {removed && !actionData && (
        <UndoNotice
          text={experimentResult.commentRemoved}
          undo={experimentResult.undo}
          id={removed}
          intent="restoreComment"
        />
      )}
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
