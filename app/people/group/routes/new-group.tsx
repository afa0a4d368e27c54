import { listThemes } from '#db/programme/season/seasons.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { group as groupWords } from '#shared/people/group/group.fr.ts';
import { servicesContext } from '../../../context.ts';
import { requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act, gesturesOf, text } from '../../../kernel/gesture.server.ts';
import { namedOptions } from '../../../ui/choices.tsx';
import { SelectField } from '../../../ui/field.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { GroupForm } from '../group-form.tsx';
import type { Route } from './+types/new-group';

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.groups(), label: groupWords.title },
    { href: paths.newGroup(), label: groupWords.newGroup },
  ],
});

export async function loader({ context }: Route.LoaderArgs) {
  requirePlatform(context, 'group.create');
  return { themes: await listThemes(context.get(servicesContext).db) };
}

const gestures = {
  create: gesturesOf(() => ({}))('group.create', {
    fields: { name: text, purpose: text, themeId: text },
    done: ({ id, name }) => ({ to: paths.group({ id, title: name }), said: groupWords.created, focus: null }),
  }),
};

export async function action({ request, context }: Route.ActionArgs) {
  requirePlatform(context, 'group.create');
  return act(context, await request.formData(), gestures, null);
}

export default function NewGroupPage({ loaderData: { themes }, actionData }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(groupWords.newGroup)}</title>
      <PageHead title={groupWords.newGroup} lead={groupWords.newGroupLead} />
      <GroupForm
        initial={{ name: '', purpose: '' }}
        refused={actionData}
        intent="create"
        submit={groupWords.create}
      >
        {(errors) => (
          <SelectField
            label={groupWords.theme}
            name="themeId"
            error={errors.themeId}
            defaultValue={actionData?.values.themeId ?? themes[0]?.id}
          >
            {namedOptions(themes)}
          </SelectField>
        )}
      </GroupForm>
    </main>
  );
}
