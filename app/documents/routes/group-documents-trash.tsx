import { Link } from 'react-router';
import { listTrash } from '#db/documents/trash/trash.ts';
import { document as words } from '#shared/documents/document.fr.ts';
import { documentList } from '#shared/documents/list/document-list.fr.ts';
import { trash as trashWords } from '#shared/documents/trash/trash.fr.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../context.ts';
import { requireInGroup } from '../../kernel/access.server.ts';
import { frameHandle } from '../../kernel/frame-handle.ts';
import { act } from '../../kernel/gesture.server.ts';
import { PageHead } from '../../ui/page/page-head.tsx';
import { trashGestures } from '../trash/trash-gestures.server.ts';
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

export async function loader({ params, context }: Route.LoaderArgs) {
  const { member, group } = await requireInGroup(context, params.groupe, 'document.trash');
  const { db, now } = context.get(servicesContext);
  const at = now();
  return {
    group,
    trashed: await listTrash(db, { kind: 'document', groupId: group.id, userId: member.id, now: at }),
    canDelete: canInGroup(group.role, 'trash.delete'),
    now: at,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { group } = await requireInGroup(context, params.groupe, 'document.trash');
  return act(context, await request.formData(), trashGestures, { kind: 'document', group });
}

export default function Trash({ loaderData }: Route.ComponentProps) {
  const { group, trashed, canDelete, now } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(trashWords.title, words.documents, group.name)}</title>
      <PageHead title={trashWords.title} lead={trashWords.lead} />
      <div className="max-w-3xl">
        <TrashList trashed={trashed} canDelete={canDelete} now={now} />
      </div>
      <p className="mt-6">
        <Link to={paths.groupDocuments({ id: group.id, title: group.name })}>
          {documentList.backToDocuments}
        </Link>
      </p>
    </main>
  );
}
