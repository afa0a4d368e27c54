import { listGroupPeople } from '#db/people/group/groups.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { meeting as words } from '#shared/meetings/meeting/meeting.fr.ts';
import { paths } from '#shared/paths.ts';
import { group as groupWords } from '#shared/people/group/group.fr.ts';
import { servicesContext } from '../../../context.ts';
import { requireInGroup } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { loadPlanPreview } from '../load-plan-preview.server.ts';
import { NewMeetingForm } from '../new-meeting-form.tsx';
import { planGestures } from '../plan-gestures.server.ts';
import { PlanPreview } from '../plan-preview.tsx';
import type { Route } from './+types/new-meeting';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ group }) => [
    { href: paths.groups(), label: groupWords.title },
    { href: paths.group({ id: group.id, title: group.name }), label: group.name },
    { href: paths.groupMeetings({ id: group.id, title: group.name }), label: words.listTitle },
    { href: paths.newMeeting({ id: group.id, title: group.name }), label: words.newTitle },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { group } = await requireInGroup(context, params.groupe, 'meeting.manage');
  const { db, now } = context.get(servicesContext);
  const people = await listGroupPeople(db, { groupId: group.id, now: now() });
  return { group: { id: group.id, name: group.name }, people: people.length };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, group } = await requireInGroup(context, params.groupe, 'meeting.manage');
  const form = await request.formData();
  if (form.get('intent') === 'preview')
    return loadPlanPreview(context, form, { groupId: group.id, userId: member.id });
  return act(context, form, planGestures, { group });
}

export default function NewMeeting({ loaderData: { group, people }, actionData }: Route.ComponentProps) {
  const preview = actionData && 'preview' in actionData ? actionData.preview : null;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.newTitle, group.name)}</title>
      <div className="head">
        <h1>{words.newTitle}</h1>
      </div>
      <div className={preview ? 'cols' : ''}>
        <NewMeetingForm
          values={actionData?.values ?? {}}
          errors={actionData?.errors ?? {}}
          answer={preview ? null : actionData}
          people={people}
          listPath={paths.groupMeetings({ id: group.id, title: group.name })}
        />
        {preview && (
          <aside>
            <PlanPreview preview={preview} />
          </aside>
        )}
      </div>
    </main>
  );
}
