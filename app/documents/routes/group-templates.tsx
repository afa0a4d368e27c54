import { Form, Link } from 'react-router';
import { listGroupTemplates } from '#db/documents/document-templates.ts';
import { document as documentWords } from '#shared/documents/document.fr.ts';
import { organising } from '#shared/documents/list/document-organising.fr.ts';
import { outlineOf } from '#shared/documents/text/block-outline.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../context.ts';
import { requireInGroup } from '../../kernel/access.server.ts';
import { frameHandle } from '../../kernel/frame-handle.ts';
import { act, gesturesOf, text } from '../../kernel/gesture.server.ts';
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

export async function loader({ params, context }: Route.LoaderArgs) {
  const { group } = await requireInGroup(context, params.groupe, 'document.create');
  const own = await listGroupTemplates(context.get(servicesContext).db, { groupId: group.id });
  return {
    group,
    templates: own.map(({ blocks, ...template }) => ({ ...template, outline: outlineOf(blocks) })),
  };
}

interface Page {
  readonly group: { readonly id: string; readonly name: string };
}
const here = ({ group }: Page) => paths.groupTemplates({ id: group.id, title: group.name });
const ofGroup = gesturesOf(({ group }: Page) => ({ groupId: group.id }));
const focus = 'templates';

const gestures = {
  rename: ofGroup('template.rename', {
    fields: { templateId: text, name: text },
    done: (_made, page, { name }) => ({ to: here(page), said: words.renamed(name.trim()), focus }),
  }),
  remove: ofGroup('template.remove', {
    fields: { templateId: text },
    done: ({ name }, page, { templateId }) => ({
      to: here(page),
      said: words.removed(name),
      focus,
      undo: { label: organising.undo, fields: { intent: 'restore', templateId } },
    }),
  }),
  restore: ofGroup('template.restore', {
    fields: { templateId: text },
    done: ({ name }, page) => ({ to: here(page), said: words.restored(name), focus }),
  }),
};

export async function action({ request, params, context }: Route.ActionArgs) {
  const { group } = await requireInGroup(context, params.groupe, 'document.create');
  return act(context, await request.formData(), gestures, { group });
}

export default function GroupTemplates({ loaderData, actionData }: Route.ComponentProps) {
  const { group, templates } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.manage, group.name)}</title>
      <GroupHeader group={group} />
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
