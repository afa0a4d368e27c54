import { Link } from 'react-router';
import { listReadableResources } from '#db/library/resource/resources.ts';
import { listGroupsForMember } from '#db/people/group/groups.ts';
import { listThemes } from '#db/programme/season/seasons.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { resource as words } from '#shared/library/resource/resource.fr.ts';
import { filterOf, filterResources } from '#shared/library/resource/resource-filter.ts';
import { paths } from '#shared/paths.ts';
import { group as groupWords } from '#shared/people/group/group.fr.ts';
import { servicesContext } from '../../../context.ts';
import { requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { ResourceLibrary } from '../library.tsx';
import { ResourceFilterForm } from '../resource-filter-form.tsx';
import type { Route } from './+types/resources';

export const handle = frameHandle({ crumbs: () => [{ href: paths.resources(), label: words.title }] });

export async function loader({ request, context }: Route.LoaderArgs) {
  const member = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const at = now();
  const filter = filterOf(new URL(request.url).searchParams);
  const groups = await listGroupsForMember(db, { userId: member.id, now: at });
  const [all, themes] = await Promise.all([
    listReadableResources(db, { groupIds: groups.map(({ id }) => id) }),
    listThemes(db),
  ]);
  return {
    filter,
    resources: filterResources(all, filter),
    themes,
    groups: groups.map(({ id, name }) => ({ id, name })),
    now: at,
  };
}

export default function Resources({ loaderData }: Route.ComponentProps) {
  const { filter, resources, themes, groups, now } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title)}</title>
      <PageHead title={words.title} lead={words.lead} />
      <ResourceLibrary
        resources={resources}
        filter={filter}
        now={now}
        showGroup
        form={
          <ResourceFilterForm filter={filter} themes={themes} groups={groups} address={paths.resources()} />
        }
        firstStep={
          <Link className="btn" to={paths.groups()}>
            {groupWords.title}
          </Link>
        }
      />
    </main>
  );
}
