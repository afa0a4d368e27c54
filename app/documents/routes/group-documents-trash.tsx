import { Link, redirect } from 'react-router';
import { listTrash } from '#db/documents/trash/trash.ts';
import { document as words } from '#shared/documents/document.fr.ts';
import { trash as trashWords } from '#shared/documents/trash/trash.fr.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../context.ts';
import { requireInGroup } from '../../kernel/access.server.ts';
import { frameHandle } from '../../kernel/frame-handle.ts';
import { Notice } from '../../ui/notice.tsx';
import { changeTrash } from '../trash/change-trash.server.ts';
import { TrashList } from '../trash/trash-list.tsx';
import type { Route } from './+types/group-documents-trash';

type Data = Route.ComponentProps['loaderData'];

export const handle = frameHandle<Data>({
  crumbs: ({ group }) => {
    const titled = { id: group.id, title: group.name };
    return [
      { href: paths.group(titled), label: group.name },
      { href: paths.groupDocuments(titled), label: words.documents },
      { href: paths.groupDocumentsTrash(titled), label: trashWords.title },
    ];
  },
});

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { member, group } = await requireInGroup(context, params.groupe, 'document.trash');
  const { db, now } = context.get(servicesContext);
  const at = now();
  return {
    group,
    trashed: await listTrash(db, { kind: 'document', groupId: group.id, userId: member.id, now: at }),
    canDelete: canInGroup(group.role, 'trash.delete'),
    isDeleted: new URL(request.url).searchParams.has('supprime'),
    now: at,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, group } = await requireInGroup(context, params.groupe, 'document.trash');
  const form = await request.formData();
  const { intent, id } = await changeTrash(context, { kind: 'document', group, by: member.id }, form);
  if (intent === 'restore') return redirect(paths.document({ id }));
  return redirect(`${paths.groupDocumentsTrash({ id: group.id, title: group.name })}?supprime`);
}

export default function Trash({ loaderData }: Route.ComponentProps) {
  const { group, trashed, canDelete, isDeleted, now } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(trashWords.title, words.documents, group.name)}</title>
      <div className="head">
        <div>
          <h1>{trashWords.title}</h1>
          <p className="lead">{trashWords.lead}</p>
        </div>
      </div>
      {isDeleted && <Notice kind="success">{trashWords.deleted}</Notice>}
      <div className="max-w-3xl">
        <TrashList trashed={trashed} canDelete={canDelete} now={now} />
      </div>
      <p className="mt-6">
        <Link to={paths.groupDocuments({ id: group.id, title: group.name })}>{words.backToDocuments}</Link>
      </p>
    </main>
  );
}
