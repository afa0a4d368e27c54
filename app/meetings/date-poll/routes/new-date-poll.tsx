import { frame } from '#shared/kernel/frame.fr.ts';
import { datePoll as words } from '#shared/meetings/date-poll/date-poll.fr.ts';
import { SLOTS_MAX } from '#shared/meetings/date-poll/date-poll.ts';
import { datePollPaths } from '#shared/meetings/date-poll/date-poll-paths.ts';
import { meeting as meetingWords } from '#shared/meetings/meeting/meeting.fr.ts';
import { paths } from '#shared/paths.ts';
import { requireInGroup } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { openGestures } from '../date-poll-gestures.server.ts';
import { NewDatePollForm } from '../new-date-poll-form.tsx';
import type { Route } from './+types/new-date-poll';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ group: { id, name } }) => [
    { href: paths.group({ id, title: name }), label: name },
    { href: paths.groupMeetings({ id, title: name }), label: meetingWords.listTitle },
    { href: datePollPaths.newPoll({ id, title: name }), label: words.newTitle },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { group } = await requireInGroup(context, params.groupe, 'meeting.manage');
  return { group: { id: group.id, name: group.name } };
}

/** Lines that a form shows first, and that its button adds. */
const LINES = 4;

export async function action({ request, params, context }: Route.ActionArgs) {
  const { group } = await requireInGroup(context, params.groupe, 'meeting.manage');
  const form = await request.formData();
  if (form.get('intent') !== 'more') return act(context, form, openGestures, { group });
  const values: Record<string, string> = {};
  for (const name of new Set(form.keys())) values[name] = form.getAll(name).map(String).join(' ');
  return { errors: {}, values, lines: Math.min(SLOTS_MAX, form.getAll('slotDay').length + LINES) };
}

export default function NewDatePoll({ loaderData: { group }, actionData }: Route.ComponentProps) {
  const values: Partial<Record<string, string>> = actionData?.values ?? {};
  const more = actionData && 'lines' in actionData ? actionData.lines : 0;
  const filled = values.slotDay === undefined ? 0 : values.slotDay.split(' ').length;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.newTitle, group.name)}</title>
      <PageHead title={words.newTitle} lead={words.newLead} />
      <NewDatePollForm
        values={values}
        errors={actionData?.errors ?? {}}
        answer={more ? null : actionData}
        lines={Math.max(LINES, filled, more)}
        listPath={paths.groupMeetings({ id: group.id, title: group.name })}
      />
    </main>
  );
}
