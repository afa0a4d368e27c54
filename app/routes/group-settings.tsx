import { CircleCheck } from 'lucide-react';
import { data, redirect } from 'react-router';
import { z } from 'zod';
import { editGroup } from '#db/groups.ts';
import { frame } from '#shared/messages/fr/frame.ts';
import { group as groupWords } from '#shared/messages/fr/group.ts';
import { paths } from '#shared/paths.ts';
import { requireInGroup } from '../access.server.ts';
import { servicesContext } from '../context.ts';
import { frameHandle } from '../frame-handle.ts';
import { GroupForm } from '../groups/group-form.tsx';
import { GroupHeader } from '../groups/group-header.tsx';
import type { Route } from './+types/group-settings';

type Data = Route.ComponentProps['loaderData'];

export const handle = frameHandle<Data>({
  crumbs: ({ group: { id, name } }) => [
    { href: paths.group({ id, title: name }), label: name },
    { href: paths.groupSettings({ id, title: name }), label: groupWords.settings },
  ],
});

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { group } = await requireInGroup(context, params.groupe, 'group.edit');
  return { group, isSaved: new URL(request.url).searchParams.has('enregistre') };
}

const text = z.string().max(20_000).catch('');
const Settings = z.object({ name: text, purpose: text });

export async function action({ request, params, context }: Route.ActionArgs) {
  const { group } = await requireInGroup(context, params.groupe, 'group.edit');
  const typed = Settings.parse(Object.fromEntries(await request.formData()));
  const edited = await editGroup(context.get(servicesContext).db, { groupId: group.id, ...typed });
  if (!edited.ok) return data({ error: edited.error, typed }, { status: 422 });
  return redirect(`${paths.groupSettings({ id: group.id, title: edited.value.name })}?enregistre`);
}

export default function GroupSettings({ loaderData: { group, isSaved }, actionData }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{frame.pageTitle(groupWords.settings, group.name)}</title>
      <GroupHeader group={group} />
      <section className="plate stack" aria-labelledby="settings">
        <h2 id="settings">{groupWords.settings}</h2>
        <p className="muted">{groupWords.settingsLead}</p>
        {isSaved && !actionData && (
          <p className="note success max-w-2xl" role="status">
            <CircleCheck className="icon" aria-hidden="true" />
            <span>{groupWords.saved}</span>
          </p>
        )}
        <GroupForm initial={group} refused={actionData} submit={groupWords.save} />
      </section>
    </main>
  );
}
