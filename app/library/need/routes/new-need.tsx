import { data, Link, redirect } from 'react-router';
import { addDataNeed } from '#db/library/need/data-needs.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { dataNeed as words } from '#shared/library/need/data-need.fr.ts';
import { parseDataNeed } from '#shared/library/need/data-need.ts';
import { paths } from '#shared/paths.ts';
import { experiment as experimentWords } from '#shared/programme/experiment/experiment.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { forbidden, notFound } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm } from '../../../kernel/refusal.server.ts';
import { requireExperiment } from '../../../programme/experiment/experiment.server.ts';
import { proposedNames, NeedForm as TypedForm, wordsOf } from '../need-form.server.ts';
import { NeedForm } from '../need-form.tsx';
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
  const { member, experiment } = await requireExperiment(context, params.experimentation, 'need.write');
  const { mayBeTwice, ...typed } = parseForm(TypedForm, await request.formData());
  const refuse = (errors: Partial<Record<string, string>>, isTwice = false) =>
    data({ errors, typed, isTwice }, { status: 422 });
  const parsed = parseDataNeed(typed);
  if ('faults' in parsed) return refuse(wordsOf(parsed.faults));
  const { db, now, newId } = context.get(servicesContext);
  const [needId, newWantedId] = [newId(), newId()];
  const made = await addDataNeed(db, {
    experimentId: experiment.id,
    needId,
    newWantedId,
    fields: parsed.fields,
    mayBeTwice: mayBeTwice === 'oui',
    userId: member.id,
    now: now(),
  });
  if (made.ok) return redirect(paths.experimentNeed(experiment, { id: needId }));
  if (made.error === 'dataNeed.twice') return refuse({ wanted: words.errors[made.error] }, true);
  throw made.error === 'access.forbidden' ? forbidden() : notFound();
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
        typed={actionData?.typed ?? usual ?? {}}
        errors={actionData?.errors ?? {}}
        answer={actionData}
        proposed={proposed}
        isTwice={actionData?.isTwice ?? false}
        rank={null}
        cancel={programmePaths.experimentNeeds(experiment)}
      />
    </main>
  );
}
