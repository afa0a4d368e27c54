import { Link } from 'react-router';
import { conversionPage } from '#shared/documents/conversion/conversion-page.fr.ts';
import { document as documentWords } from '#shared/documents/document.fr.ts';
import { documentList } from '#shared/documents/list/document-list.fr.ts';
import { organising } from '#shared/documents/list/document-organising.fr.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../context.ts';
import { requireInGroup } from '../../kernel/access.server.ts';
import { frameHandle } from '../../kernel/frame-handle.ts';
import { act, gestureOf, gesturesOf, text } from '../../kernel/gesture.server.ts';
import { GroupHeader } from '../../people/group/group-header.tsx';
import { AriaFrame } from '../../ui/late/aria-frame.tsx';
import { ExportItem } from '../conversion/export-item.tsx';
import { ImportZone } from '../conversion/import-zone.tsx';
import { loadLibrary } from '../list/library.server.ts';
import { Library } from '../list/library.tsx';
import { NewDocumentForm } from '../list/new-document-form.tsx';
import { organise, organisingGestures } from '../list/organise.server.ts';
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
  const { env, now } = context.get(servicesContext);
  const search = new URL(request.url).searchParams;
  const reader = { groupId: group.id, userId: member.id };
  return {
    group,
    library: await loadLibrary(context, { ...reader, search }),
    canOrganise: canInGroup(group.role, 'document.create'),
    now: now(),
    uploadMegabytes: env.UPLOAD_MAX_MB,
  };
}

interface Page {
  readonly groupId: string;
}

const gestures = {
  ...organisingGestures,
  create: gesturesOf(({ groupId }: Page) => ({ groupId, begins: null }))('document.create', {
    fields: { title: text, folderId: text },
    done: (made) => ({ to: paths.document(made), said: documentList.created, focus: 'feuille' }),
  }),
};

export async function action({ request, params, context }: Route.ActionArgs) {
  const { group } = await requireInGroup(context, params.groupe, 'document.create');
  const [form, page] = [await request.formData(), { groupId: group.id }];
  const gesture = gestureOf(form, gestures);
  return gesture === gestures.create ? act(context, form, gestures, page) : organise(context, form, page);
}

export default function GroupDocuments({ loaderData, actionData }: Route.ComponentProps) {
  const { group, library, canOrganise, now, uploadMegabytes } = loaderData;
  const titled = { id: group.id, title: group.name };
  const trash = paths.groupDocumentsTrash(titled);
  return (
    <main id="contenu">
      <title>{frame.pageTitle(documentWords.documents, group.name)}</title>
      <GroupHeader group={group} />
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
                  {canOrganise && <Link to={trash}>{documentList.trash}</Link>}
                </div>
              </header>
              <AriaFrame>
                <Library
                  key={library.here}
                  {...library}
                  address={paths.groupDocuments(titled)}
                  canOrganise={canOrganise}
                  now={now}
                />
              </AriaFrame>
            </section>
          )}
        </ImportZone>
        {canOrganise && (
          <section className="plate" aria-labelledby="create">
            <header>
              <h2 id="create">{documentList.create}</h2>
            </header>
            <NewDocumentForm
              refused={actionData && 'errors' in actionData ? actionData : null}
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
