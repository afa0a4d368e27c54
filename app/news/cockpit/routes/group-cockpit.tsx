import { redirect } from 'react-router';
import { z } from 'zod';
import { frame } from '#shared/kernel/frame.fr.ts';
import { SentCount } from '#shared/kernel/sent-values.ts';
import { cockpit as words } from '#shared/news/cockpit/cockpit.fr.ts';
import { paths } from '#shared/paths.ts';
import { group as groupWords } from '#shared/people/group/group.fr.ts';
import { REMINDER_CAUSES, SILENCES, USUAL_SILENCE } from '#shared/people/reminder/reminder.ts';
import { servicesContext } from '../../../context.ts';
import { requireInGroup } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm } from '../../../kernel/refusal.server.ts';
import { GroupHeader } from '../../../people/group/group-header.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { CitiesSection, LateSection, lateWhat, NextSection, WaitingSections } from '../cockpit-screen.tsx';
import { loadCockpit } from '../load-cockpit.server.ts';
import { TextsSection } from '../texts-section.tsx';
import type { Route } from './+types/group-cockpit';

type Data = Route.ComponentProps['loaderData'];

export const handle = frameHandle<Data>({
  crumbs: ({ group }) => [
    { href: paths.groups(), label: groupWords.title },
    { href: paths.group({ id: group.id, title: group.name }), label: group.name },
    { href: paths.groupCockpit({ id: group.id, title: group.name }), label: words.title },
  ],
});

const Asked = z.object({
  semaines: SentCount.refine((weeks) => SILENCES.some((each) => each === weeks)).catch(USUAL_SILENCE),
  relances: z.coerce.number().int().min(0).max(1_000).nullable().catch(null),
});

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { member, group } = await requireInGroup(context, params.groupe, 'group.facilitate');
  const { db, now } = context.get(servicesContext);
  const at = now();
  const query = new URL(request.url).searchParams;
  const { semaines, relances } = Asked.parse({
    semaines: query.get('semaines') ?? USUAL_SILENCE,
    relances: query.get('relances') ?? -1,
  });
  const cockpit = await loadCockpit(db, { groupId: group.id, userId: member.id, now: at });
  return { group, cockpit, by: member.name, weeks: semaines, sent: relances, now: at };
}

const Remind = z.object({ cause: z.enum(REMINDER_CAUSES), subject: z.string().max(200) });

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, group } = await requireInGroup(context, params.groupe, 'group.facilitate');
  const { db, now, reminders } = context.get(servicesContext);
  const { cause, subject } = parseForm(Remind, await request.formData());
  const titled = { id: group.id, title: group.name };
  // Whom to remind is what is so now, never what the form says.
  const asked = { groupId: group.id, userId: member.id, now: now() };
  const { next, cities, late, texts } = await loadCockpit(db, asked);
  const city = cities.find(({ organisation }) => organisation.id === subject);
  const share = late.find(({ organisation }) => (organisation?.id ?? '') === subject);
  const text = texts.find(({ id }) => id === subject);
  const found = {
    answer: next?.id === subject && {
      people: next.unanswered,
      what: next.title,
      path: paths.meeting({ id: next.id, title: next.title }),
    },
    silence: city && { people: city.targets, what: city.organisation.name, path: paths.group(titled) },
    late: share && { people: share.targets, what: lateWhat(share.cards), path: paths.groupTasks(titled) },
    text: text && { people: text.targets, what: text.title, path: paths.document(text) },
  }[cause];
  const sent = found
    ? await reminders.send({
        groupId: group.id,
        by: member,
        cause,
        people: found.people.map(({ id }) => id),
        about: { by: member.name, group: group.name, what: found.what },
        path: found.path,
      })
    : 0;
  throw redirect(`${paths.groupCockpit(titled)}?relances=${sent}`);
}

export default function GroupCockpit({ loaderData }: Route.ComponentProps) {
  const { group, cockpit, weeks, sent, ...shown } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, group.name)}</title>
      <GroupHeader group={group} />
      <p className="muted mb-4">{words.lead}</p>
      {sent !== null && <Notice kind={sent > 0 ? 'success' : 'info'}>{words.sent(sent)}</Notice>}
      <div className="cols lead-right">
        <NextSection next={cockpit.next} group={group} {...shown} />
        <div>
          <CitiesSection cities={cockpit.cities} weeks={weeks} group={group} {...shown} />
          <TextsSection texts={cockpit.texts} group={group} {...shown} />
          <LateSection late={cockpit.late} group={group} {...shown} />
        </div>
        <aside className="stack-lg" aria-label={words.requests}>
          <WaitingSections group={group} {...cockpit} />
        </aside>
      </div>
    </main>
  );
}
