import { Link } from 'react-router';
import { listCollections } from '#db/library/resource/collections.ts';
import { listGroupResources } from '#db/library/resource/resources.ts';
import { listThemes } from '#db/programme/season/seasons.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { resource as words } from '#shared/library/resource/resource.fr.ts';
import { filterOf, filterResources } from '#shared/library/resource/resource-filter.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import { requireInGroup } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { GroupHeader } from '../../../people/group/group-header.tsx';
import { collectionListGestures } from '../collection-gestures.server.ts';
import { CollectionList } from '../collection-list.tsx';
import { ResourceLibrary } from '../library.tsx';
import { CollectionNameForm } from '../name-form.tsx';
import { ResourceFilterForm } from '../resource-filter-form.tsx';
import type { Route } from './+types/group-resources';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ group }) => [
    { href: paths.group({ id: group.id, title: group.name }), label: group.name },
    { href: paths.groupResources({ id: group.id, title: group.name }), label: words.title },
  ],
});

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { group } = await requireInGroup(context, params.groupe, 'resource.read');
  const { db, now } = context.get(servicesContext);
  const asked = new URL(request.url).searchParams;
  const filter = { ...filterOf(asked), groupId: '' };
  const inGroup = { groupId: group.id };
  const [all, themes, collections] = await Promise.all([
    listGroupResources(db, inGroup),
    listThemes(db),
    listCollections(db, inGroup),
  ]);
  return {
    group,
    filter,
    resources: filterResources(all, filter),
    themes,
    collections,
    canShare: canInGroup(group.role, 'resource.share'),
    now: now(),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { group } = await requireInGroup(context, params.groupe, 'resource.share');
  return act(context, await request.formData(), collectionListGestures, { group });
}

export default function GroupResources({ loaderData, actionData }: Route.ComponentProps) {
  const { group, filter, resources, themes, collections, canShare, now } = loaderData;
  const titled = { id: group.id, title: group.name };
  const share = (
    <Link className="btn primary" to={paths.newResource(titled)}>
      {words.share}
    </Link>
  );
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, group.name)}</title>
      <GroupHeader group={group} />
      <div className="cols">
        <section className="plate" aria-labelledby="resources">
          <header>
            <h2 id="resources">{words.groupLead}</h2>
            {canShare && (
              <div className="row">
                {(resources.length > 0 || collections.length > 0) && share}
                <Link to={paths.groupResourcesTrash(titled)}>{words.trash}</Link>
              </div>
            )}
          </header>
          <ResourceLibrary
            resources={resources}
            filter={filter}
            now={now}
            form={
              <ResourceFilterForm filter={filter} themes={themes} address={paths.groupResources(titled)} />
            }
            firstStep={canShare && share}
          />
        </section>
        <aside className="stack-lg" aria-label={words.collections}>
          <section className="plate" aria-labelledby="collections">
            <header>
              <h2 id="collections">{words.collections}</h2>
            </header>
            <CollectionList group={titled} collections={collections} />
            {canShare && (
              <details className="fold mt-4" open={actionData !== undefined}>
                <summary className="btn sm">{words.collection.new}</summary>
                <div className="card mt-3">
                  <CollectionNameForm
                    intent="createCollection"
                    submit={words.collection.create}
                    refused={actionData}
                  />
                </div>
              </details>
            )}
          </section>
        </aside>
      </div>
    </main>
  );
}
