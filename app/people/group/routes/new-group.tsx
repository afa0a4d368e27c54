import { data, redirect } from 'react-router';
import { z } from 'zod';
import { createGroup } from '#db/people/group/groups.ts';
import { listThemes } from '#db/programme/season/seasons.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { group as groupWords } from '#shared/people/group/group.fr.ts';
import { servicesContext } from '../../../context.ts';
import { requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { SelectField } from '../../../ui/field.tsx';
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

const text = z.string().max(20_000).catch('');
const NewGroup = z.object({ name: text, purpose: text, theme: text });

export async function action({ request, context }: Route.ActionArgs) {
  const member = requirePlatform(context, 'group.create');
  const { db, now, newId } = context.get(servicesContext);
  const { theme, ...typed } = NewGroup.parse(Object.fromEntries(await request.formData()));
  const change = { groupId: newId(), by: member.id, activityId: newId(), now: now() };
  const created = await createGroup(db, { ...typed, ...change, themeId: theme });
  if (!created.ok) return data({ error: created.error, typed, theme }, { status: 422 });
  return redirect(paths.group({ id: created.value.id, title: created.value.name }));
}

export default function NewGroupPage({ loaderData: { themes }, actionData }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(groupWords.newGroup)}</title>
      <div className="head">
        <div>
          <h1>{groupWords.newGroup}</h1>
          <p className="lead">{groupWords.newGroupLead}</p>
        </div>
      </div>
      <GroupForm initial={{ name: '', purpose: '' }} refused={actionData} submit={groupWords.create}>
        {(errors) => (
          <SelectField
            label={groupWords.theme}
            name="theme"
            error={errors.theme}
            defaultValue={actionData?.theme ?? themes[0]?.id}
          >
            {themes.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
      </GroupForm>
    </main>
  );
}
