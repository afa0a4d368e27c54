import { Form, redirect } from 'react-router';
import { z } from 'zod';
import {
  addToCollection,
  findCollection,
  listCollectionItems,
  moveInCollection,
  removeFromCollection,
  renameCollection,
  setCollectionRemoved,
} from '#db/library/resource/collections.ts';
import { listReadableResources } from '#db/library/resource/resources.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { resource } from '#shared/library/resource/resource.fr.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import { forbidden, notFound, requireInGroup } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm, refuse } from '../../../kernel/refusal.server.ts';
import { SelectField } from '../../../ui/field.tsx';
import { PostButton } from '../../../ui/post-button.tsx';
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

const INTENTS = ['up', 'down', 'takeOut', 'add', 'rename', 'remove'] as const;
const ChangeForm = z.object({
  intent: z.enum(INTENTS),
  resourceId: z.string().max(64).catch(''),
  name: z.string().max(20_000).catch(''),
});

export async function action({ request, params, context }: Route.ActionArgs) {
  const { group } = await requireInGroup(context, params.groupe, 'resource.read');
  if (!canInGroup(group.role, 'resource.share')) throw forbidden();
  const { db, now } = context.get(servicesContext);
  const { intent, resourceId, name } = parseForm(ChangeForm, await request.formData());
  const key = { collectionId: params.collection, groupId: group.id };
  const item = { ...key, resourceId };
  if (intent === 'rename') {
    const renamed = await renameCollection(db, { ...key, name });
    if (renamed.ok) return null;
    if (renamed.error === 'collection.notFound') throw notFound();
    return refuse({ name: renamed.error }, { name });
  }
  if (intent === 'remove') {
    const removed = await setCollectionRemoved(db, { ...key, removedAt: now() });
    if (!removed.ok) throw notFound();
    const list = paths.groupResources({ id: group.id, title: group.name });
    return redirect(`${list}?supprimee=${key.collectionId}`);
  }
  const done =
    intent === 'add'
      ? await addToCollection(db, item)
      : intent === 'takeOut'
        ? await removeFromCollection(db, item)
        : await moveInCollection(db, { ...item, step: intent === 'up' ? -1 : 1 });
  if (!done.ok && done.error === 'collection.full') return refuse({ resourceId: done.error }, { name: '' });
  if (!done.ok && done.error !== 'collection.already') throw notFound();
  return null;
}

export default function Collection({ loaderData, actionData }: Route.ComponentProps) {
  const { group, collection, items, others, canShare } = loaderData;
  const renaming = actionData?.errors.name ? actionData : undefined;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(collection.name, group.name)}</title>
      <div className="head">
        <div>
          <h1>{collection.name}</h1>
          <p className="lead">{words.lead}</p>
        </div>
      </div>
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
        {others.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </SelectField>
      <p className="mt-3">
        <button className="btn" type="submit" name="intent" value="add">
          {words.addSubmit}
        </button>
      </p>
    </Form>
  );
}
