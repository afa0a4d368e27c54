import { Link } from 'react-router';
import { frame } from '#shared/kernel/frame.fr.ts';
import { dataNeed as words } from '#shared/library/need/data-need.fr.ts';
import { experiment as experimentWords } from '#shared/programme/experiment/experiment.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { requireExperiment } from '../../../programme/experiment/experiment.server.ts';
import { proposedNames } from '../need-form.server.ts';
import { NeedForm } from '../need-form.tsx';
import { newNeedGestures } from '../need-gestures.server.ts';
import type { Route } from './+types/new-need';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ experiment }) => [
    { href: programmePaths.experiments(), label: experimentWords.title },
    { href: programmePaths.experiment(experiment), label: experiment.title },
    { href: programmePaths.experimentNeeds(experiment), label: words.title },
    { href: programmePaths.newNeed(experiment), label: words.add },
  ],
});

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { experiment } = await requireExperiment(context, params.experimentation, 'need.write');
  const proposed = await proposedNames(context);
  const chosen = proposed.find(({ id }) => id === new URL(request.url).searchParams.get('jeu'));
  return { experiment, proposed, chosen: chosen ?? null };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { experiment } = await requireExperiment(context, params.experimentation, 'need.write');
  return act(context, await request.formData(), newNeedGestures, { experiment });
}

export default function NewNeed({ loaderData, actionData }: Route.ComponentProps) {
  const { experiment, proposed, chosen } = loaderData;
  const usual = chosen && { ...chosen, wanted: chosen.name };
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.addTitle, experiment.title)}</title>
      <div className="head">
        <div>
          <p className="over">{experiment.title}</p>
          <h1>{words.addTitle}</h1>
        </div>
      </div>
      <details className="mb-8 max-w-3xl">
        <summary>{words.fromList}</summary>
        <p className="muted my-3">{words.fromListLead}</p>
        <ul className="columns-1 sm:columns-2 gap-8 small">
          {proposed.slice(0, 60).map(({ id, name }) => (
            <li key={id} className="mb-1 break-inside-avoid">
              <Link to={programmePaths.newNeed(experiment, id)}>{name}</Link>
            </li>
          ))}
        </ul>
      </details>
      <NeedForm
        key={chosen?.id ?? ''}
        known={usual ?? {}}
        answer={actionData}
        proposed={proposed}
        isTwice={actionData?.values.form === 'insist'}
        rank={null}
        cancel={programmePaths.experimentNeeds(experiment)}
      />
    </main>
  );
}
