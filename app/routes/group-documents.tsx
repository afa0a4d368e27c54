import { data, Link, redirect } from 'react-router';
import { z } from 'zod';
import { listExcerpts } from '#db/document-texts.ts';
import { listUnread } from '#db/document-visits.ts';
import { createDocument, listDocuments, listTrashedDocuments } from '#db/documents.ts';
import { canInGroup } from '#shared/access.ts';
import { conversionPage } from '#shared/messages/fr/conversion-page.ts';
import { document as documentWords } from '#shared/messages/fr/document.ts';
import { frame } from '#shared/messages/fr/frame.ts';
import { paths } from '#shared/paths.ts';
import { requireInGroup } from '../access.server.ts';
import { servicesContext } from '../context.ts';
import { ExportItem } from '../documents/conversion/export-item.tsx';
import { ImportZone } from '../documents/conversion/import-zone.tsx';
import { DocumentTable } from '../documents/document-table.tsx';
import { NewDocumentForm } from '../documents/new-document-form.tsx';
import { TrashNotice } from '../documents/trash-notice.tsx';
import { frameHandle } from '../frame-handle.ts';
import { GroupHeader } from '../groups/group-header.tsx';
import { Logo } from '../ui/logo.tsx';
import type { Route } from './+types/group-documents';

type Data = Route.ComponentProps['loaderData'];

export const handle = frameHandle<Data>({
  crumbs: ({ group }) => [
    { href: paths.group({ id: group.id, title: group.name }), label: group.name },
    { href: paths.groupDocuments({ id: group.id, title: group.name }), label: documentWords.documents },
  ],
});

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { member, group } = await requireInGroup(context, params.groupe, 'document.read');
  const { db, database, env, now } = context.get(servicesContext);
  const reader = { userId: member.id, now: now() };
  const trashedId = new URL(request.url).searchParams.get('corbeille');
  const [documents, trashed] = await Promise.all([
    listDocuments(db, { groupId: group.id, ...reader }),
    trashedId ? listTrashedDocuments(db, { groupId: group.id, ...reader }) : [],
  ]);
  const documentIds = documents.map(({ id }) => id);
  const [excerpts, unread] = await Promise.all([
    listExcerpts(db, documentIds),
    listUnread(database.run, { documentIds, userId: member.id }),
  ]);
  const listed = documents.map((document) => ({
    ...document,
    excerpt: excerpts.get(document.id) ?? '',
    isUnread: unread.has(document.id),
  }));
  const justTrashed = trashed.find(({ id }) => id === trashedId) ?? null;
  return {
    group,
    documents: listed,
    justTrashed,
    canCreate: canInGroup(group.role, 'document.create'),
    now: now(),
    uploadMegabytes: env.UPLOAD_MAX_MB,
  };
}

const NewDocument = z.object({ title: z.string().catch('') });

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, group } = await requireInGroup(context, params.groupe, 'document.create');
  const { db, now, newId } = context.get(servicesContext);
  const { title } = NewDocument.parse(Object.fromEntries(await request.formData()));
  const change = { documentId: newId(), groupId: group.id, by: member.id, now: now(), activityId: newId() };
  const created = await createDocument(db, { ...change, title });
  if (!created.ok) return data({ error: created.error, title }, { status: 422 });
  return redirect(paths.document(created.value));
}

export default function GroupDocuments({ loaderData, actionData }: Route.ComponentProps) {
  const { group, documents, justTrashed, canCreate, now, uploadMegabytes } = loaderData;
  const trash = paths.groupDocumentsTrash({ id: group.id, title: group.name });
  return (
    <main id="contenu">
      <title>{frame.pageTitle(documentWords.documents, group.name)}</title>
      <GroupHeader group={group} />
      {justTrashed && <TrashNotice document={justTrashed} trash={trash} />}
      <div className="cols">
        <ImportZone
          address={paths.groupDocumentsImport({ id: group.id, title: group.name })}
          megabytes={uploadMegabytes}
          isAllowed={canCreate}
        >
          {(importButton) => (
            <section className="plate" aria-labelledby="documents">
              <header>
                <h2 id="documents">{documentWords.documents}</h2>
                <div className="row">
                  {importButton}
                  {documents.length > 0 && (
                    <ExportItem
                      className="btn quiet sm"
                      title={conversionPage.exportGroupTitle}
                      lead={conversionPage.exportGroupLead}
                      address={(format, withComments) =>
                        paths.groupDocumentsExport({ id: group.id, title: group.name }, format, withComments)
                      }
                    >
                      {conversionPage.exportGroup}
                    </ExportItem>
                  )}
                  {canCreate && <Link to={trash}>{documentWords.trash}</Link>}
                </div>
              </header>
              {documents.length === 0 ? (
                <div className="empty">
                  <Logo />
                  <h3>{documentWords.emptyTitle}</h3>
                  <p>{canCreate ? documentWords.emptyText : documentWords.emptyForReaders}</p>
                </div>
              ) : (
                <DocumentTable documents={documents} now={now} />
              )}
            </section>
          )}
        </ImportZone>
        {canCreate && (
          <section className="plate" aria-labelledby="create">
            <header>
              <h2 id="create">{documentWords.create}</h2>
            </header>
            <NewDocumentForm refused={actionData} />
          </section>
        )}
      </div>
    </main>
  );
}
