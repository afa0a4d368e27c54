import { z } from 'zod';
import { loadCockpit } from '#db/news/cockpit/load-cockpit.ts';
import type { GroupForMember } from '#db/people/group/groups.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { SentCount } from '#shared/kernel/sent-values.ts';
import { cockpit as words } from '#shared/news/cockpit/cockpit.fr.ts';
import { paths } from '#shared/paths.ts';
import { group as groupWords } from '#shared/people/group/group.fr.ts';
import { REMINDER_CAUSES, SILENCES, USUAL_SILENCE } from '#shared/people/reminder/reminder.ts';
import { servicesContext } from '../../../context.ts';
import { forbidden, requireInGroup } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act, choice, gesturesOf, text } from '../../../kernel/gesture.server.ts';
import { GroupHeader } from '../../../people/group/group-header.tsx';
import { CitiesSection, LateSection, NextSection, WaitingSections } from '../cockpit-screen.tsx';
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
});

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { member, group } = await requireInGroup(context, params.groupe, 'group.facilitate');
  const { db, now } = context.get(servicesContext);
  const at = now();
  const query = new URL(request.url).searchParams;
  const { semaines } = Asked.parse({ semaines: query.get('semaines') ?? USUAL_SILENCE });
  const cockpit = await loadCockpit(db, { group, userId: member.id, now: at });
  if (!cockpit) throw forbidden();
  return { group, cockpit, by: member.name, weeks: semaines, now: at };
}

interface CockpitPage {
  readonly group: GroupForMember;
}
const gestures = {
  remind: gesturesOf(({ group }: CockpitPage) => ({ groupId: group.id }))('reminder.send', {
    fields: { cause: choice(REMINDER_CAUSES), subject: text },
    done: ({ count }, { group: { id, name } }) => ({
      to: paths.groupCockpit({ id, title: name }),
      said: words.sent(count),
      focus: null,
    }),
  }),
};

export async function action({ request, params, context }: Route.ActionArgs) {
  const { group } = await requireInGroup(context, params.groupe, 'group.facilitate');
  return act(context, await request.formData(), gestures, { group });
}

export default function GroupCockpit({ loaderData }: Route.ComponentProps) {
  const { group, cockpit, weeks, ...shown } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, group.name)}</title>
      <GroupHeader group={group} />
      <p className="muted mb-4">{words.lead}</p>
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
