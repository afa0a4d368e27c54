import { Trash2 } from 'lucide-react';
import { Form, Link, redirect } from 'react-router';
import { z } from 'zod';
import { PostButton } from '#app/ui/post-button.tsx';
import { listGroupTemplates, renameTemplate, setTemplateRemoved } from '#db/documents/document-templates.ts';
import { document as documentWords } from '#shared/documents/document.fr.ts';
import { organising } from '#shared/documents/list/document-organising.fr.ts';
import { outlineOf } from '#shared/documents/text/block-outline.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../context.ts';
import { requireInGroup } from '../../kernel/access.server.ts';
import { frameHandle } from '../../kernel/frame-handle.ts';
import { parseForm, refuse } from '../../kernel/refusal.server.ts';
import { GroupHeader } from '../../people/group/group-header.tsx';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import type { Route } from './+types/group-templates';

type Data = Route.ComponentProps['loaderData'];
const words = organising.templates;

export const handle = frameHandle<Data>({
  crumbs: ({ group }) => {
    const titled = { id: group.id, title: group.name };
    return [
      { href: paths.group(titled), label: group.name },
      { href: paths.groupDocuments(titled), label: documentWords.documents },
      { href: paths.groupTemplates(titled), label: words.manage },
    ];
  },
});

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { group } = await requireInGroup(context, params.groupe, 'document.create');
  const search = new URL(request.url).searchParams;
  const own = await listGroupTemplates(context.get(servicesContext).db, { groupId: group.id });
  const [id, name] = [search.get('supprime'), search.get('nom')];
  return {
    group,
    removed: id && name ? { id, name } : null,
    templates: own.map(({ blocks, ...template }) => ({ ...template, outline: outlineOf(blocks) })),
  };
}

const Change = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('rename'), templateId: z.uuid(), name: z.string().max(20_000) }),
  z.object({ intent: z.literal('remove'), templateId: z.uuid() }),
  z.object({ intent: z.literal('restore'), templateId: z.uuid() }),
]);

export async function action({ request, params, context }: Route.ActionArgs) {
  const { group } = await requireInGroup(context, params.groupe, 'document.create');
  const asked = parseForm(Change, await request.formData());
  const { db, now } = context.get(servicesContext);
  const template = { templateId: asked.templateId, groupId: group.id };
  const done =
    asked.intent === 'rename'
      ? await renameTemplate(db, { ...template, name: asked.name })
      : await setTemplateRemoved(db, { ...template, removedAt: asked.intent === 'remove' ? now() : null });
  if (!done.ok) return refuse({ '': done.error }, asked);
  const page = paths.groupTemplates({ id: group.id, title: group.name });
  const undo = new URLSearchParams({ supprime: asked.templateId, nom: done.value.name });
  throw redirect(asked.intent === 'remove' ? `${page}?${undo}` : page);
}

export default function GroupTemplates({ loaderData, actionData }: Route.ComponentProps) {
  const { group, templates, removed } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.manage, group.name)}</title>
      <GroupHeader group={group} />
      {removed && <RemovedNotice {...removed} />}
      <ErrorSummary title={organising.refused} faults={faultsOf(actionData?.errors)} answer={actionData} />
      <section className="plate max-w-3xl" aria-labelledby="templates">
        <header>
          <h2 id="templates">{words.manage}</h2>
          <Link to={paths.groupDocuments({ id: group.id, title: group.name })}>{words.back}</Link>
        </header>
        {templates.length === 0 ? (
          <p className="muted">{words.manageEmpty}</p>
        ) : (
          <ul className="ruled">
            {templates.map((template) => (
              <TemplateItem key={template.id} {...template} />
            ))}
          </ul>
        )}
      </section>
    </main>
  );
}

function TemplateItem({ id, name, outline }: Data['templates'][number]) {
  return (
    <li>
      <p className="font-semibold">{name}</p>
      <p className="muted small">{outline.join(' · ')}</p>
      <Form method="post" className="row mt-2">
        <input type="hidden" name="templateId" value={id} />
        <input className="input max-w-xs" name="name" defaultValue={name} aria-label={words.renameOf(name)} />
        <button className="btn sm" type="submit" name="intent" value="rename">
          {words.rename}
          <span className="vh">, {name}</span>
        </button>
        <button
          className="btn quiet sm"
          type="submit"
          name="intent"
          value="remove"
          aria-label={words.removeNamed(name)}
        >
          {words.remove}
        </button>
      </Form>
    </li>
  );
}

function RemovedNotice({ id, name }: { id: string; name: string }) {
  return (
    <div className="note mb-6" role="status">
      <Trash2 className="icon" aria-hidden="true" />
      <div className="row">
        <p>{words.removed(name)}</p>
        <PostButton fields={{ intent: 'restore', templateId: id }}>{organising.undo}</PostButton>
      </div>
    </div>
  );
}
