import { Link } from 'react-router';
import { frame } from '#shared/kernel/frame.fr.ts';
import { meetingHeld } from '#shared/meetings/held/meeting-held.fr.ts';
import { minutes as words } from '#shared/meetings/held/minutes.fr.ts';
import { meeting as meetingWords } from '#shared/meetings/meeting/meeting.fr.ts';
import { paths } from '#shared/paths.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { PostButton } from '../../../ui/post-button.tsx';
import { ThemeChip } from '../../../ui/theme-chip.tsx';
import { requireMeeting } from '../../meeting/require-meeting.server.ts';
import { loadMinutes } from '../load-minutes.server.ts';
import { minutesGestures } from '../minutes-gestures.server.ts';
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

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, meeting } = await requireMeeting(context, params.seance, 'meeting.read');
  return act(context, await request.formData(), minutesGestures, { meeting, userId: member.id });
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
          <h1 id="compte-rendu">{words.of(meeting.title)}</h1>
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
