import { Link } from 'react-router';
import { listDatasetsOfResource } from '#db/library/dataset/dataset-resources.ts';
import { listCollectionsFor } from '#db/library/resource/collections.ts';
import { listVersions } from '#db/library/resource/resource-versions.ts';
import type { ResourceForMember } from '#db/library/resource/resources.ts';
import { listGroupsForMember } from '#db/people/group/groups.ts';
import { canInGroup, canOnPlatform, type GroupRole } from '#shared/kernel/access/access.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { resource as words } from '#shared/library/resource/resource.fr.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { Plate } from '../../../ui/page/plate.tsx';
import { PostButton } from '../../../ui/post-button.tsx';
import { ThemeChip } from '../../../ui/theme-chip.tsx';
import { changeResource } from '../change-resource.server.ts';
import { NewVersion } from '../new-version.tsx';
import { previewOf } from '../preview.server.ts';
import { requireResource } from '../require-resource.server.ts';
import { ResourceBadges } from '../resource-badges.tsx';
import { ResourceCollections } from '../resource-collections.tsx';
import { ResourceContent } from '../resource-content.tsx';
import { ResourceFactList } from '../resource-facts.tsx';
import { fileLimits } from '../resource-form.server.ts';
import { ResourcePreview } from '../resource-preview.tsx';
import { VersionList } from '../version-list.tsx';
import type { Route } from './+types/resource';

type Data = Route.ComponentProps['loaderData'];

export const handle = frameHandle<Data>({
  crumbs: ({ resource, isOfGroup }) => [
    isOfGroup
      ? {
          href: paths.groupResources({ id: resource.group.id, title: resource.group.name }),
          label: resource.group.name,
        }
      : { href: paths.resources(), label: words.title },
    { href: paths.resource(resource), label: resource.title },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { member, resource } = await requireResource(context, params.ressource);
  const { db, now } = context.get(servicesContext);
  const versions = resource.version ? await listVersions(db, { resourceId: resource.id }) : [];
  const canShare = canInGroup(resource.groupRole, 'resource.share');
  return {
    resource,
    versions,
    preview: await previewOf(context, resource),
    datasets: await listDatasetsOfResource(db, { resourceId: resource.id, userId: member.id, now: now() }),
    collections: await collectionsOf(context, member.id, resource),
    isOfGroup: resource.groupRole !== null,
    canShare,
    canShareWithAll: canShare && canOnPlatform(member.platformRole, 'resource.shareWithAll'),
    limits: fileLimits(context),
    now: now(),
  };
}

/** Those of this person's groups that may read it. */
async function collectionsOf(
  context: Route.LoaderArgs['context'],
  userId: string,
  { id, group, isForAll }: Pick<ResourceForMember, 'id' | 'group' | 'isForAll'>,
) {
  const { db, now } = context.get(servicesContext);
  const own = (await listGroupsForMember(db, { userId, now: now() })).filter(
    (one) => isForAll || one.id === group.id,
  );
  const found = await listCollectionsFor(db, { resourceId: id, groupIds: own.map((one) => one.id) });
  const roles = new Map<string, GroupRole>(own.map((one) => [one.id, one.role]));
  return found.map((collection) => ({
    ...collection,
    canShare: canInGroup(roles.get(collection.group.id) ?? null, 'resource.share'),
  }));
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, resource } = await requireResource(context, params.ressource, 'resource.share');
  return changeResource(context, request, { resource, by: member.id });
}

export default function Resource({ loaderData, actionData }: Route.ComponentProps) {
  const { resource, versions, preview, datasets, collections, isOfGroup, canShare, limits, now } = loaderData;
  const { version } = resource;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(resource.title, words.title)}</title>
      <div className="head">
        <div>
          <p className="over row">
            {words.kinds[resource.kind]}
            <ResourceBadges resource={resource} today={dates.iso(now)} />
          </p>
          <h1>{resource.title}</h1>
          <p className="muted">{words.sharedBy(resource.sharedBy, resource.organisation?.name ?? null)}</p>
        </div>
      </div>
      <div className="cols">
        <div>
          <ResourceContent resource={resource} now={now} />
          {resource.description && (
            <p className="resource-description mt-4 mb-6" id="description">
              {resource.description}
            </p>
          )}
          {version && preview && (
            <ResourcePreview key={version.id} resource={resource} version={version} preview={preview} />
          )}
          {version && (
            <Plate id="versions" title={words.page.versions}>
              <VersionList resource={resource} versions={versions} canShare={canShare} now={now} />
              {canShare && (
                <details className="fold mt-4" open={actionData != null} key={version.number}>
                  <summary className="btn sm">{words.page.add}</summary>
                  <NewVersion groupId={resource.group.id} limits={limits} refused={actionData ?? undefined} />
                </details>
              )}
            </Plate>
          )}
        </div>
        <aside className="stack-lg" aria-label={words.page.facts}>
          <Plate
            id="facts"
            title={words.page.facts}
            beside={canShare && <Link to={paths.editResource(resource)}>{words.form.edit}</Link>}
          >
            <ResourceFactList
              resource={resource}
              isOfGroup={isOfGroup}
              themes={
                resource.themes.length > 0 && (
                  <span className="row">
                    {resource.themes.map((theme) => (
                      <ThemeChip key={theme.id} theme={theme} />
                    ))}
                  </span>
                )
              }
            />
          </Plate>
          {datasets.length > 0 && (
            <Plate id="datasets" title={words.page.datasets}>
              <ul className="ruled">
                {datasets.map((dataset) => (
                  <li key={dataset.id} className="min-w-0 break-words">
                    <Link to={paths.dataset(dataset)}>{dataset.title}</Link>
                  </li>
                ))}
              </ul>
            </Plate>
          )}
          <ResourceCollections resourceId={resource.id} collections={collections} />
          {canShare && <Gestures {...loaderData} />}
        </aside>
      </div>
    </main>
  );
}

function Gestures({ resource, canShareWithAll }: Data) {
  const { isForAll } = resource;
  return (
    <div className="stack">
      {isForAll && <p className="muted small">{words.page.forAllText}</p>}
      {canShareWithAll && (
        <PostButton fields={{ intent: isForAll ? 'keepToGroup' : 'shareWithAll' }}>
          {isForAll ? words.page.keepToGroup : words.page.shareWithAll}
        </PostButton>
      )}
      <PostButton fields={{ intent: 'trash' }}>{words.page.toTrash}</PostButton>
    </div>
  );
}
