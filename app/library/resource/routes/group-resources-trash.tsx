import { redirect } from 'react-router';
import { z } from 'zod';
import {
  deleteResource,
  listTrashedResources,
  restoreResource,
} from '#db/library/resource/resource-trash.ts';
import { trash } from '#shared/documents/trash/trash.fr.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { resource as words } from '#shared/library/resource/resource.fr.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import { TrashList } from '../../../documents/trash/trash-list.tsx';
import { forbidden, notFound, requireInGroup } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm } from '../../../kernel/refusal.server.ts';
import { GroupHeader } from '../../../people/group/group-header.tsx';
import type { Route } from './+types/group-resources-trash';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ group }) => {
    const titled = { id: group.id, title: group.name };
    return [
      { href: paths.group(titled), label: group.name },
      { href: paths.groupResources(titled), label: words.title },
      { href: paths.groupResourcesTrash(titled), label: trash.title },
    ];
  },
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { group } = await requireInGroup(context, params.groupe, 'resource.share');
  const { db, now } = context.get(servicesContext);
  return { group, trashed: await listTrashedResources(db, { groupId: group.id }), now: now() };
}

const TrashForm = z.object({ intent: z.enum(['restore', 'delete']), id: z.string().max(64) });

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, group } = await requireInGroup(context, params.groupe, 'resource.share');
  const { db, resources, now, newId } = context.get(servicesContext);
  const { intent, id } = parseForm(TrashForm, await request.formData());
  if (intent === 'delete') {
    if (!canInGroup(group.role, 'trash.delete')) throw forbidden();
    const deleted = await deleteResource(db, { resourceId: id, groupId: group.id });
    if (!deleted.ok) throw notFound();
    await resources.remove(deleted.value);
    return redirect(paths.groupResourcesTrash({ id: group.id, title: group.name }));
  }
  const change = { resourceId: id, groupId: group.id, by: member.id, now: now(), activityId: newId() };
  const restored = await restoreResource(db, change);
  if (!restored.ok) throw notFound();
  return redirect(paths.resource({ id }));
}

export default function ResourcesTrash({ loaderData: { group, trashed, now } }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(trash.title, words.title, group.name)}</title>
      <GroupHeader group={group} />
      <section className="plate max-w-3xl" aria-labelledby="trash">
        <header>
          <h2 id="trash">{trash.title}</h2>
        </header>
        <p className="muted mb-4">{trash.lead}</p>
        <TrashList
          trashed={trashed}
          canDelete={canInGroup(group.role, 'trash.delete')}
          warning={words.deleteWarning}
          now={now}
        />
      </section>
    </main>
  );
}
