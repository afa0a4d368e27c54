import { Form, Link, redirect } from 'react-router';
import { z } from 'zod';
import { saveTemplate } from '#db/documents/document-templates.ts';
import { organising } from '#shared/documents/list/document-organising.fr.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { servicesContext } from '../../context.ts';
import { forbidden } from '../../kernel/access.server.ts';
import { frameHandle } from '../../kernel/frame-handle.ts';
import { parseForm, refuse } from '../../kernel/refusal.server.ts';
import { readRoom } from '../../kernel/room-content.server.ts';
import { TextField } from '../../ui/field.tsx';
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

const TemplateForm = z.object({ name: z.string().max(20_000) });

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, document } = await requireOpenDocument(context, params.document);
  if (!canInGroup(document.groupRole, 'document.create')) throw forbidden();
  const typed = parseForm(TemplateForm, await request.formData());
  const { db, now, newId } = context.get(servicesContext);
  const { value: blocks } = await readRoom(
    context,
    roomName({ kind: 'document', id: document.id }),
    'blocks',
  );
  const saved = await saveTemplate(db, {
    templateId: newId(),
    groupId: document.group.id,
    name: typed.name,
    blocks,
    by: member.id,
    now: now(),
  });
  if (!saved.ok) return refuse({ name: saved.error }, typed);
  throw redirect(paths.groupTemplates({ id: document.group.id, title: document.group.name }));
}

export default function DocumentTemplate({ loaderData: { document }, actionData }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.saveAs, document.title, document.group.name)}</title>
      <div className="head">
        <div>
          <h1>{words.saveTitle(document.title)}</h1>
          <p className="lead">{words.saveLead}</p>
        </div>
      </div>
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
          <button className="btn primary" type="submit">
            {words.save}
          </button>
          <Link to={paths.document(document)}>{organising.cancel}</Link>
        </p>
      </Form>
    </main>
  );
}
