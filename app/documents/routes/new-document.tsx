import { Form, Link, redirect } from 'react-router';
import { z } from 'zod';
import { listOfferedTemplates } from '#db/documents/document-templates.ts';
import { document as documentWords } from '#shared/documents/document.fr.ts';
import { organising } from '#shared/documents/list/document-organising.fr.ts';
import { outlineOf } from '#shared/documents/text/block-outline.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../context.ts';
import { requireInGroup } from '../../kernel/access.server.ts';
import { frameHandle } from '../../kernel/frame-handle.ts';
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

const NewDocument = z.object({
  title: z.string().max(20_000).catch(''),
  template: z.string().max(100).catch(''),
  folderId: z.string().max(64).catch(''),
});

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, group } = await requireInGroup(context, params.groupe, 'document.create');
  const typed = parseForm(NewDocument, await request.formData());
  const { documents } = context.get(servicesContext);
  const made = await documents.create({ ...typed, groupId: group.id, by: member.id });
  if (made.ok) throw redirect(paths.document(made.value));
  return refuse({ [made.error === 'template.notFound' ? '' : 'title']: made.error }, typed);
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
        </div>
      </div>
      <Form method="post" noValidate>
        <ErrorSummary
          title={documentWords.refused}
          faults={faultsOf(actionData?.errors)}
          answer={actionData}
        />
        <div className="max-w-2xl mb-8">
          <TextField
            label={documentWords.titleLabel}
            name="title"
            hint={documentWords.createHint}
            error={actionData?.errors.title}
            defaultValue={actionData?.values.title}
            autoComplete="off"
            required
          />
        </div>
        <input type="hidden" name="folderId" value={folderId ?? ''} />
        <TemplateChoice templates={templates} chosen={actionData?.values.template ?? ''} />
        <p className="row mt-6">
          <button className="btn primary" type="submit">
            {words.create}
          </button>
          <Link to={paths.groupDocuments({ id: group.id, title: group.name })}>{words.back}</Link>
        </p>
      </Form>
    </main>
  );
}
