import { listTrashedResources } from '#db/library/resource/resource-trash.ts';
import { trash } from '#shared/documents/trash/trash.fr.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { resource as words } from '#shared/library/resource/resource.fr.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import { TrashList } from '../../../documents/trash/trash-list.tsx';
import { requireInGroup } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act, type Gesture, gesturesOf, text } from '../../../kernel/gesture.server.ts';
import { notOurs, refuseBy } from '../../../kernel/refusal.server.ts';
import { GroupHeader } from '../../../people/group/group-header.tsx';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { Plate } from '../../../ui/page/plate.tsx';
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

interface TrashPage {
  readonly group: { readonly id: string; readonly name: string };
  readonly by: string;
}

/** [RS12] Their bytes go once nothing names them any more. */
const remove: Gesture<TrashPage> = {
  async perform(context, { group, by }, form) {
    const id = text(form.getAll('id'));
    if (id === null) throw notOurs();
    const { operations, resources } = context.get(servicesContext);
    const deleted = await operations.run('resource.delete', { userId: by }, { groupId: group.id, id });
    if (!deleted.ok) return refuseBy(deleted, { form: '' });
    await resources.remove(deleted.value);
    const to = paths.groupResourcesTrash({ id: group.id, title: group.name });
    return { to, said: words.deleted, focus: 'trash' };
  },
};

const gestures = {
  restore: gesturesOf(({ group }: TrashPage) => ({ groupId: group.id }))('resource.restore', {
    fields: { id: text },
    form: () => '',
    done: ({ id, title }) => ({
      to: paths.resource({ id, title }),
      said: words.restored(title),
      focus: null,
    }),
  }),
  delete: remove,
};

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, group } = await requireInGroup(context, params.groupe, 'resource.share');
  return act(context, await request.formData(), gestures, { group, by: member.id });
}

export default function ResourcesTrash({
  loaderData: { group, trashed, now },
  actionData,
}: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(trash.title, words.title, group.name)}</title>
      <GroupHeader group={group} />
      <ErrorSummary title={trash.title} faults={faultsOf(actionData?.errors)} answer={actionData} />
      <Plate id="trash" title={trash.title} className="max-w-3xl">
        <p className="muted mb-4">{trash.lead}</p>
        <TrashList
          trashed={trashed}
          canDelete={canInGroup(group.role, 'trash.delete')}
          warning={words.deleteWarning}
          now={now}
        />
      </Plate>
    </main>
  );
}
