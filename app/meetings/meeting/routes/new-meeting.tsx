import { redirect } from 'react-router';
import { listOverlaps } from '#db/meetings/meeting/meeting-people.ts';
import { listGroupPeople, listGroupsForMember } from '#db/people/group/groups.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { passageOf } from '#shared/meetings/meeting/local-time.ts';
import { meeting as words } from '#shared/meetings/meeting/meeting.fr.ts';
import { checkSpan, statusAtPlanning } from '#shared/meetings/meeting/meeting.ts';
import { fieldOf, planSpans } from '#shared/meetings/meeting/plan.ts';
import { paths } from '#shared/paths.ts';
import { group as groupWords } from '#shared/people/group/group.fr.ts';
import { servicesContext } from '../../../context.ts';
import { requireInGroup } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm, refuse } from '../../../kernel/refusal.server.ts';
import { NewMeetingForm as MeetingFormView } from '../new-meeting-form.tsx';
import { NewMeetingForm, wishOf } from '../plan-form.server.ts';
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
  const { db, meetings, now, newId } = context.get(servicesContext);
  const form = parseForm(NewMeetingForm, await request.formData());
  const wish = wishOf(form);
  const isHeld = form.isHeld !== undefined;
  const spans = planSpans(wish);
  if (!spans.ok) return refuse({ [fieldOf(spans.error, wish)]: spans.error }, form);
  if (form.intent === 'preview') {
    const at = now();
    for (const span of spans.value) {
      const checked = [checkSpan(span), statusAtPlanning(span, { isHeld, now: at })].find(({ ok }) => !ok);
      if (checked && !checked.ok) return refuse({ [fieldOf(checked.error, wish)]: checked.error }, form);
    }
    const seen = await listGroupsForMember(db, { userId: member.id, now: at });
    const overlaps = await listOverlaps(db, {
      groupId: group.id,
      spans: spans.value,
      exceptIds: [],
      seenGroupIds: seen.map(({ id }) => id),
      now: at,
    });
    const planned = spans.value.map((span) => ({ ...span, passage: passageOf(span.startsAt) }));
    const { repeat, when } = wish;
    const preview = { frequency: repeat?.frequency ?? null, day: when.day, spans: planned, overlaps };
    return { errors: {}, values: form, preview };
  }
  const planned = await meetings.plan({
    groupId: group.id,
    by: member.id,
    title: form.title,
    place: form.place,
    link: form.link,
    description: form.description,
    occasions: spans.value.map((span) => ({ ...span, id: newId() })),
    series: wish.repeat && { id: newId(), frequency: wish.repeat.frequency },
    isHeld,
    isInviting: form.invite !== undefined,
  });
  if (!planned.ok) return refuse({ [fieldOf(planned.error, wish)]: planned.error }, form);
  throw redirect(
    wish.repeat
      ? `${paths.groupMeetings({ id: group.id, title: group.name })}?etat=serie`
      : `${paths.meeting(planned.value)}?etat=planifiee`,
  );
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
        <MeetingFormView
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
