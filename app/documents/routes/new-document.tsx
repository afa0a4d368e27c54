import { data, Form, Link } from 'react-router';
import { z } from 'zod';
import { listOfferedTemplates } from '#db/documents/document-templates.ts';
import type { InputOf } from '#server/kernel/operations.ts';
import { document as documentWords } from '#shared/documents/document.fr.ts';
import { documentList } from '#shared/documents/list/document-list.fr.ts';
import { organising } from '#shared/documents/list/document-organising.fr.ts';
import { outlineOf } from '#shared/documents/text/block-outline.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { type Registered, servicesContext } from '../../context.ts';
import { requireInGroup } from '../../kernel/access.server.ts';
import { frameHandle } from '../../kernel/frame-handle.ts';
import { act, gestureOf, gesturesOf, text } from '../../kernel/gesture.server.ts';
import { parseForm, refuse } from '../../kernel/refusal.server.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { TemplateChoice } from '../list/template-choice.tsx';
import type { Route } from './+types/new-document';

type Data = Route.ComponentProps['loaderData'];
const words = organising.templates;

export const handle = frameHandle<Data>({
  crumbs: ({ group }) => {
    const titled = { id: group.id, title: group.name };
    return [
      { href: paths.group(titled), label: group.name },
      { href: paths.groupDocuments(titled), label: documentWords.documents },
      { href: paths.newDocument(titled), label: words.pageTitle },
    ];
  },
});

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { group } = await requireInGroup(context, params.groupe, 'document.create');
  const offered = await listOfferedTemplates(context.get(servicesContext).db, { groupId: group.id });
  return {
    group,
    folderId: new URL(request.url).searchParams.get('classeur'),
    templates: [
      { key: '', name: words.blank, description: words.blankText, outline: [] },
      ...offered.map(({ blocks, description, ...template }) => ({
        ...template,
        description: description ?? words.ofGroup,
        outline: outlineOf(blocks),
      })),
    ],
  };
}

interface Page {
  readonly groupId: string;
  readonly begins: InputOf<Registered['document.create']>['begins'];
}

const gestures = {
  create: gesturesOf((page: Page) => page)('document.create', {
    fields: { title: text, folderId: text },
    done: (made) => ({ to: paths.document(made), said: documentList.created, focus: 'feuille' }),
  }),
};

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, group } = await requireInGroup(context, params.groupe, 'document.create');
  const form = await request.formData();
  gestureOf(form, gestures);
  const typed = parseForm(z.object({ title: z.string(), template: z.string().max(100).catch('') }), form);
  const { documents } = context.get(servicesContext);
  const begun = await documents.begin(typed.template, group.id, member.id);
  if (!begun.ok) return refuse({ '': begun.error }, typed);
  const refused = await act(context, form, gestures, { groupId: group.id, begins: begun.value });
  return data({ ...refused.data, values: typed }, refused.init ?? undefined);
}

export default function NewDocumentPage({ loaderData, actionData }: Route.ComponentProps) {
  const { group, folderId, templates } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.pageTitle, group.name)}</title>
      <div className="head">
        <div>
          <h1>{words.pageTitle}</h1>
          <p className="lead">{words.lead}</p>
          {group.organisationId && <p className="muted">{words.draft}</p>}
        </div>
      </div>
      <Form method="post" noValidate>
        <ErrorSummary
          title={documentList.refused}
          faults={faultsOf(actionData?.errors)}
          answer={actionData}
        />
        <div className="max-w-2xl mb-8">
          <TextField
            label={documentWords.titleLabel}
            name="title"
            hint={documentList.createHint}
            error={actionData?.errors.title}
            defaultValue={actionData?.values.title}
            autoComplete="off"
            required
          />
        </div>
        <input type="hidden" name="folderId" value={folderId ?? ''} />
        <TemplateChoice templates={templates} chosen={actionData?.values.template ?? ''} />
        <p className="row mt-6">
          <button className="btn primary" type="submit" name="intent" value="create">
            {words.create}
          </button>
          <Link to={paths.groupDocuments({ id: group.id, title: group.name })}>{words.back}</Link>
        </p>
      </Form>
    </main>
  );
}
