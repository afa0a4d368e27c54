import { Link, redirect } from 'react-router';
import { z } from 'zod';
import { listAgenda } from '#db/meetings/meeting/agenda-lists.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { meetingHeld } from '#shared/meetings/held/meeting-held.fr.ts';
import { minutes as words } from '#shared/meetings/held/minutes.fr.ts';
import { meeting as meetingWords } from '#shared/meetings/meeting/meeting.fr.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { parseForm, refuse } from '../../../kernel/refusal.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { PostButton } from '../../../ui/post-button.tsx';
import { ThemeChip } from '../../../ui/theme-chip.tsx';
import { requireMeeting } from '../../meeting/require-meeting.server.ts';
import { loadMinutes } from '../load-minutes.server.ts';
import { MinutesSteps } from '../minutes-steps.tsx';
import type { Route } from './+types/meeting-minutes';

type Data = Route.ComponentProps['loaderData'];

export const handle = frameHandle<Data>({
  crumbs: ({ group, meeting }) => [
    { href: paths.group({ id: group.id, title: group.name }), label: group.name },
    { href: paths.groupMeetings({ id: group.id, title: group.name }), label: meetingWords.listTitle },
    { href: paths.meeting(meeting), label: meeting.title },
    { href: paths.meetingMinutes(meeting), label: words.title },
  ],
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { member, meeting } = await requireMeeting(context, params.seance, 'meeting.read');
  return loadMinutes(context, { meeting, userId: member.id });
}

const Gesture = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('begin') }),
  z.object({ intent: z.literal('sheet') }),
  z.object({ intent: z.literal('submit') }),
  z.object({ intent: z.literal('approve'), at: z.string().max(64) }),
  z.object({ intent: z.literal('takeBack') }),
]);

export async function action({ request, params, context }: Route.ActionArgs) {
  const gesture = parseForm(Gesture, await request.formData());
  const isApproval = gesture.intent === 'approve' || gesture.intent === 'takeBack';
  const right = isApproval ? 'minutes.approve' : 'minutes.write';
  const { member, meeting } = await requireMeeting(context, params.seance, right);
  const { db, meetingMinutes, now } = context.get(servicesContext);
  const run = async () => {
    switch (gesture.intent) {
      case 'begin': {
        const items = await listAgenda(db, { meetingId: meeting.id, userId: member.id, now: now() });
        const accepted = items.filter(({ status }) => status === 'accepted');
        return meetingMinutes.begin(meeting, member.id, accepted);
      }
      case 'sheet':
        return meetingMinutes.addSheet(meeting, member.id);
      case 'submit':
        return meetingMinutes.submit(meeting, member.id);
      case 'approve':
        return meetingMinutes.approve(meeting, member.id, gesture.at);
      case 'takeBack':
        return meetingMinutes.takeBack(meeting, member.id);
    }
  };
  const done = await run();
  if (done.ok) throw redirect(paths.meetingMinutes(meeting));
  if (done.error === 'access.notFound') throw notFound();
  return refuse({ '': done.error }, gesture);
}

export default function MeetingMinutes({ loaderData, actionData }: Route.ComponentProps) {
  const { meeting, group, minutes, canWrite } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, meeting.title, group.name)}</title>
      <div className="head">
        <div>
          <p className="over row">
            <ThemeChip theme={group.theme} />
            {minutes && <span className="badge">{words.status[minutes.status]}</span>}
          </p>
          <h1>{words.of(meeting.title)}</h1>
          <p className="lead">{words.lead}</p>
        </div>
        <Link className="btn" to={paths.meetingRunning(meeting)}>
          {meetingHeld.running}
        </Link>
      </div>
      <ErrorSummary title={words.refused} faults={faultsOf(actionData?.errors)} answer={actionData} />
      {minutes ? (
        <MinutesSteps {...loaderData} minutes={minutes} />
      ) : (
        <div className="empty">
          <h2>{words.none}</h2>
          <p>{canWrite ? words.noneText : words.noneReader}</p>
          {canWrite && (
            <PostButton fields={{ intent: 'begin' }} className="btn primary">
              {words.begin}
            </PostButton>
          )}
        </div>
      )}
    </main>
  );
}
