import { Form } from 'react-router';
import { findCollection, listCollectionItems } from '#db/library/resource/collections.ts';
import { listReadableResources } from '#db/library/resource/resources.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { resource } from '#shared/library/resource/resource.fr.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requireInGroup } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { namedOptions } from '../../../ui/choices.tsx';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { SelectField } from '../../../ui/field.tsx';
import { PostButton } from '../../../ui/post-button.tsx';
import { collectionGestures } from '../collection-gestures.server.ts';
import { CollectionItems } from '../collection-items.tsx';
import { CollectionNameForm } from '../name-form.tsx';
import type { Route } from './+types/collection';

const words = resource.collection;

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ group, collection }) => {
    const titled = { id: group.id, title: group.name };
    return [
      { href: paths.group(titled), label: group.name },
      { href: paths.groupResources(titled), label: resource.title },
      { href: paths.collection(titled, collection.id), label: collection.name },
    ];
  },
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { group } = await requireInGroup(context, params.groupe, 'resource.read');
  const { db } = context.get(servicesContext);
  const key = { collectionId: params.collection, groupId: group.id };
  const collection = await findCollection(db, key);
  if (!collection || collection.isRemoved) throw notFound();
  const [items, all] = await Promise.all([
    listCollectionItems(db, key),
    listReadableResources(db, { groupIds: [group.id] }),
  ]);
  const held = new Set(items.map(({ id }) => id));
  const others = all.flatMap(({ id, title }) => (held.has(id) ? [] : [{ id, title }]));
  return { group, collection, items, others, canShare: canInGroup(group.role, 'resource.share') };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { group } = await requireInGroup(context, params.groupe, 'resource.share');
  const collectionId = idOfSegment(params.collection);
  if (!collectionId) throw notFound();
  return act(context, await request.formData(), collectionGestures, { group, collectionId });
}

export default function Collection({ loaderData, actionData }: Route.ComponentProps) {
  const { group, collection, items, others, canShare } = loaderData;
  const renaming = actionData?.values.form === 'rename' ? actionData : undefined;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(collection.name, group.name)}</title>
      <div className="head">
        <div>
          <h1 id="collection">{collection.name}</h1>
          <p className="lead">{words.lead}</p>
        </div>
      </div>
      {actionData?.values.form === '' && (
        <ErrorSummary title={words.faults} faults={faultsOf(actionData.errors)} answer={actionData} />
      )}
      <div className="cols">
        <CollectionItems items={items} canShare={canShare} />
        {canShare && (
          <aside className="stack-lg" aria-label={resource.collections}>
            <AddForm others={others} error={actionData?.errors.resourceId} />
            <details className="fold" open={renaming !== undefined}>
              <summary className="btn sm">{words.rename}</summary>
              <div className="card mt-3">
                <CollectionNameForm
                  key={collection.name}
                  intent="rename"
                  submit={words.rename}
                  name={collection.name}
                  refused={renaming}
                />
              </div>
            </details>
            <PostButton fields={{ intent: 'remove' }}>{words.remove}</PostButton>
          </aside>
        )}
      </div>
    </main>
  );
}

function AddForm({
  others,
  error,
}: {
  others: readonly { id: string; title: string }[];
  error: string | undefined;
}) {
  if (others.length === 0) return <p className="muted">{words.nothingToAdd}</p>;
  return (
    <Form method="post" className="card" key={others.length}>
      <SelectField label={words.add} name="resourceId" error={error}>
        {namedOptions(others)}
      </SelectField>
      <p className="mt-3">
        <button className="btn" type="submit" name="intent" value="add">
          {words.addSubmit}
        </button>
      </p>
    </Form>
  );
}
