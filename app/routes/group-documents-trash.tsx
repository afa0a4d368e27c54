import { Form, Link, redirect } from 'react-router';
import { z } from 'zod';
import { listTrashedDocuments, restoreDocument } from '#db/documents.ts';
import { document as words } from '#shared/messages/fr/document.ts';
import { frame } from '#shared/messages/fr/frame.ts';
import { paths } from '#shared/paths.ts';
import { notFound, requireInGroup } from '../access.server.ts';
import { servicesContext } from '../context.ts';
import { When } from '../documents/when.tsx';
import { frameHandle } from '../frame-handle.ts';
import type { Route } from './+types/group-documents-trash';

type Data = Route.ComponentProps['loaderData'];

export const handle = frameHandle<Data>({
  crumbs: ({ group }) => {
    const titled = { id: group.id, title: group.name };
    return [
      { href: paths.group(titled), label: group.name },
      { href: paths.groupDocuments(titled), label: words.documents },
      { href: paths.groupDocumentsTrash(titled), label: words.trash },
    ];
  },
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { member, group } = await requireInGroup(context, params.groupe, 'document.trash');
  const { db, now } = context.get(servicesContext);
  const at = now();
  const documents = await listTrashedDocuments(db, { groupId: group.id, userId: member.id, now: at });
  return { group, documents, now: at };
}

const Restoring = z.object({ document: z.string().catch('') });

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, group } = await requireInGroup(context, params.groupe, 'document.trash');
  const { db, now, newId } = context.get(servicesContext);
  const { document: documentId } = Restoring.parse(Object.fromEntries(await request.formData()));
  const change = { documentId, groupId: group.id, by: member.id, now: now(), activityId: newId() };
  const restored = await restoreDocument(db, change);
  if (!restored.ok) throw notFound();
  return redirect(paths.document({ id: documentId }));
}

export default function Trash({ loaderData: { group, documents, now } }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.trash, words.documents, group.name)}</title>
      <div className="head">
        <div>
          <h1>{words.trash}</h1>
          <p className="lead">{words.trashLead}</p>
        </div>
      </div>
      {documents.length === 0 ? (
        <p className="muted">{words.trashEmpty}</p>
      ) : (
        <table className="records">
          <caption className="vh">{words.trashTable}</caption>
          <thead>
            <tr>
              <th scope="col">{words.title}</th>
              <th scope="col">{words.trashedAt}</th>
              <th scope="col">{words.trashedBy}</th>
              <th scope="col">
                <span className="vh">{words.restore}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {documents.map(({ id, title, trashedAt, trashedBy }) => (
              <tr key={id}>
                <th scope="row">{title}</th>
                <td data-l={words.trashedAt}>
                  <When at={trashedAt} now={now} />
                </td>
                <td data-l={words.trashedBy}>{trashedBy ?? words.formerMember}</td>
                <td>
                  <Form method="post">
                    <input type="hidden" name="document" value={id} />
                    <button className="btn sm" type="submit" aria-label={words.restoreNamed(title)}>
                      {words.restore}
                    </button>
                  </Form>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="mt-6">
        <Link to={paths.groupDocuments({ id: group.id, title: group.name })}>{words.backToDocuments}</Link>
      </p>
    </main>
  );
}
