import { data, Link, redirect } from 'react-router';
import { z } from 'zod';
import { listTrashedDocuments } from '#db/documents/documents.ts';
import { conversionPage } from '#shared/documents/conversion/conversion-page.fr.ts';
import { document as documentWords } from '#shared/documents/document.fr.ts';
import { organising } from '#shared/documents/list/document-organising.fr.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../context.ts';
import { requireInGroup } from '../../kernel/access.server.ts';
import { frameHandle } from '../../kernel/frame-handle.ts';
import { notOurs, parseForm } from '../../kernel/refusal.server.ts';
import { GroupHeader } from '../../people/group/group-header.tsx';
import { AriaFrame } from '../../ui/late/aria-frame.tsx';
import { Toasts } from '../../ui/toast.tsx';
import { ExportItem } from '../conversion/export-item.tsx';
import { ImportZone } from '../conversion/import-zone.tsx';
import { loadLibrary } from '../list/library.server.ts';
import { Library } from '../list/library.tsx';
import { NewDocumentForm } from '../list/new-document-form.tsx';
import { OrganiseForm, organise } from '../list/organise.server.ts';
import { TrashNotice } from '../trash/trash-notice.tsx';
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
  const { db, env, now } = context.get(servicesContext);
  const search = new URL(request.url).searchParams;
  const reader = { groupId: group.id, userId: member.id };
  const trashedId = search.get('corbeille');
  const [library, trashed] = await Promise.all([
    loadLibrary(context, { ...reader, search }),
    trashedId ? listTrashedDocuments(db, { ...reader, now: now() }) : [],
  ]);
  const justTrashed = trashed.find(({ id }) => id === trashedId) ?? null;
  return {
    group,
    library,
    justTrashed,
    canOrganise: canInGroup(group.role, 'document.create'),
    now: now(),
    uploadMegabytes: env.UPLOAD_MAX_MB,
  };
}

const NewDocument = z.object({
  intent: z.literal('create'),
  title: z.string().catch(''),
  folder: z.string().catch(''),
});
const ListForm = z.union([OrganiseForm, NewDocument]);

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, group } = await requireInGroup(context, params.groupe, 'document.create');
  const asked = parseForm(ListForm, await request.formData());
  if (asked.intent !== 'create') return organise(context, { groupId: group.id, by: member.id }, asked);
  const { title, folder } = asked;
  const { documents } = context.get(servicesContext);
  const created = await documents.create({ groupId: group.id, by: member.id, title, folderId: folder });
  if (created.ok) return redirect(paths.document(created.value));
  if (created.error === 'template.notFound') throw notOurs();
  return data({ refused: { error: created.error, title } }, { status: 422 });
}

export default function GroupDocuments({ loaderData, actionData }: Route.ComponentProps) {
  const { group, library, justTrashed, canOrganise, now, uploadMegabytes } = loaderData;
  const titled = { id: group.id, title: group.name };
  const trash = paths.groupDocumentsTrash(titled);
  return (
    <main id="contenu">
      <title>{frame.pageTitle(documentWords.documents, group.name)}</title>
      <GroupHeader group={group} />
      {justTrashed && <TrashNotice trashed={justTrashed} trash={trash} />}
      <div className="cols">
        <ImportZone
          address={paths.groupDocumentsImport(titled)}
          megabytes={uploadMegabytes}
          isAllowed={canOrganise}
        >
          {(importButton) => (
            <section className="plate" aria-labelledby="documents">
              <header>
                <h2 id="documents">{documentWords.documents}</h2>
                <div className="row">
                  {importButton}
                  {!library.isEmpty && (
                    <ExportItem
                      className="btn quiet sm"
                      title={conversionPage.exportGroupTitle}
                      lead={conversionPage.exportGroupLead}
                      address={(format, withComments) =>
                        paths.groupDocumentsExport(titled, format, withComments)
                      }
                    >
                      {conversionPage.exportGroup}
                    </ExportItem>
                  )}
                  {canOrganise && <Link to={trash}>{documentWords.trash}</Link>}
                </div>
              </header>
              <AriaFrame>
                <Toasts closeLabel={organising.close}>
                  <Library
                    key={library.here}
                    {...library}
                    address={paths.groupDocuments(titled)}
                    canOrganise={canOrganise}
                    now={now}
                  />
                </Toasts>
              </AriaFrame>
            </section>
          )}
        </ImportZone>
        {canOrganise && (
          <section className="plate" aria-labelledby="create">
            <header>
              <h2 id="create">{documentWords.create}</h2>
            </header>
            <NewDocumentForm
              refused={actionData && 'refused' in actionData ? actionData.refused : undefined}
              folder={library.path.at(-1) ?? null}
            />
            <p className="mt-4">
              <Link to={paths.newDocument(titled, library.here)}>{organising.templates.choose}</Link>
            </p>
            <p className="mt-2 small">
              <Link to={paths.groupTemplates(titled)}>{organising.templates.manage}</Link>
            </p>
          </section>
        )}
      </div>
    </main>
  );
}
