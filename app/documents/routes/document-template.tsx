import { Form, Link } from 'react-router';
import type { DocumentForMember } from '#db/documents/documents.ts';
import { organising } from '#shared/documents/list/document-organising.fr.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { forbidden } from '../../kernel/access.server.ts';
import { frameHandle } from '../../kernel/frame-handle.ts';
import { act, gestureOf, gesturesOf, text } from '../../kernel/gesture.server.ts';
import { readRoom } from '../../kernel/room-content.server.ts';
import { TextField } from '../../ui/field.tsx';
import { PageHead } from '../../ui/page/page-head.tsx';
import { documentCrumbs } from '../document-crumbs.ts';
import { requireDocument } from '../require-document.server.ts';
import type { Route } from './+types/document-template';

type Data = Route.ComponentProps['loaderData'];
const words = organising.templates;

export const handle = frameHandle<Data>({
  crumbs: ({ document }) => [
    ...documentCrumbs(document),
    { href: paths.documentTemplate(document), label: words.saveAs },
  ],
});

/** A restricted text would be read by the whole group as a template: only what the group sees becomes one. */
async function requireOpenDocument(context: Route.LoaderArgs['context'], segment: string | undefined) {
  const found = await requireDocument(context, segment, 'document.organise');
  if (found.document.visibility === 'restricted') throw forbidden();
  return found;
}

export async function loader({ params, context }: Route.LoaderArgs) {
  return { document: (await requireOpenDocument(context, params.document)).document };
}

interface Page {
  readonly document: DocumentForMember;
  readonly blocks: readonly BlockJson[];
}

const gestures = {
  save: gesturesOf(({ document, blocks }: Page) => ({ documentId: document.id, blocks: [...blocks] }))(
    'template.save',
    {
      fields: { name: text },
      done: (_made, { document: { group } }) => ({
        to: paths.groupTemplates({ id: group.id, title: group.name }),
        said: words.saved,
        focus: null,
      }),
    },
  ),
};

export async function action({ request, params, context }: Route.ActionArgs) {
  const { document } = await requireOpenDocument(context, params.document);
  const form = await request.formData();
  gestureOf(form, gestures);
  const room = roomName({ kind: 'document', id: document.id });
  const { value: blocks } = await readRoom(context, room, 'blocks');
  return act(context, form, gestures, { document, blocks });
}

export default function DocumentTemplate({ loaderData: { document }, actionData }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.saveAs, document.title, document.group.name)}</title>
      <PageHead title={words.saveTitle(document.title)} lead={words.saveLead} />
      <Form method="post" className="max-w-2xl" noValidate>
        <TextField
          label={words.name}
          name="name"
          defaultValue={actionData?.values.name ?? document.title}
          error={actionData?.errors.name}
          autoComplete="off"
          required
        />
        <p className="row mt-4">
          <button className="btn primary" type="submit" name="intent" value="save">
            {words.save}
          </button>
          <Link to={paths.document(document)}>{organising.cancel}</Link>
        </p>
      </Form>
    </main>
  );
}
