import { frame } from '#shared/kernel/frame.fr.ts';
import { dataset as words } from '#shared/library/dataset/dataset.fr.ts';
import { paths } from '#shared/paths.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act, gesturesOf } from '../../../kernel/gesture.server.ts';
import { RefusedPage } from '../../../kernel/refused-page.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { recordFields, requireOwnDataset, typedOf } from '../dataset.server.ts';
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

interface EditPage {
  readonly dataset: { readonly id: string; readonly title: string };
}
const gestures = {
  save: gesturesOf(({ dataset }: EditPage) => ({ datasetId: dataset.id }))('dataset.change', {
    fields: recordFields,
    done: (changed) => ({ to: paths.dataset(changed), said: words.saved, focus: null }),
  }),
};

export async function action({ request, params, context }: Route.ActionArgs) {
  const { dataset } = await requireOwnDataset(context, params.jeu);
  return act(context, await request.formData(), gestures, { dataset });
}

export default function DatasetEdit({ loaderData: { dataset, typed }, actionData }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.edit, dataset.title)}</title>
      <PageHead title={words.editTitle(dataset.title)} />
      <DatasetForm
        known={typed}
        answer={actionData}
        intent="save"
        submit={words.save}
        cancel={paths.dataset(dataset)}
      />
    </main>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <RefusedPage error={error} isFramed />;
}
