import { data, redirect } from 'react-router';
import { changeDataset } from '#db/library/dataset/datasets.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { dataset as words } from '#shared/library/dataset/dataset.fr.ts';
import { parseDataset } from '#shared/library/dataset/dataset.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import { forbidden, notFound } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm } from '../../../kernel/refusal.server.ts';
import { RefusedPage } from '../../../kernel/refused-page.tsx';
import { requireOwnDataset, DatasetForm as TypedForm, typedOf, wordsOf } from '../dataset.server.ts';
import { DatasetForm } from '../dataset-form.tsx';
import type { Route } from './+types/dataset-edit';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ dataset }) => [
    { href: paths.datasets(), label: words.title },
    { href: paths.dataset(dataset), label: dataset.title },
    { href: paths.datasetEdit(dataset), label: words.edit },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { dataset } = await requireOwnDataset(context, params.jeu);
  return { dataset: { id: dataset.id, title: dataset.title }, typed: typedOf(dataset) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, dataset } = await requireOwnDataset(context, params.jeu);
  const { group: _, organisation: __, ...typed } = parseForm(TypedForm, await request.formData());
  const parsed = parseDataset(typed);
  if ('faults' in parsed) return data({ errors: wordsOf(parsed.faults), typed }, { status: 422 });
  const { db, now, newId } = context.get(servicesContext);
  const change = { datasetId: dataset.id, userId: member.id, now: now(), activityId: newId() };
  const changed = await changeDataset(db, { ...change, fields: parsed.fields });
  if (!changed.ok) throw changed.error === 'access.notFound' ? notFound() : forbidden();
  return redirect(paths.dataset(changed.value));
}

export default function DatasetEdit({ loaderData: { dataset, typed }, actionData }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.edit, dataset.title)}</title>
      <div className="head">
        <h1>{words.editTitle(dataset.title)}</h1>
      </div>
      <DatasetForm
        typed={actionData?.typed ?? typed}
        errors={actionData?.errors ?? {}}
        answer={actionData}
        submit={words.save}
        cancel={paths.dataset(dataset)}
      />
    </main>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <RefusedPage error={error} isFramed />;
}
