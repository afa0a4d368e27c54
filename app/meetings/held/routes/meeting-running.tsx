import { lazy, Suspense } from 'react';
import { frame } from '#shared/kernel/frame.fr.ts';
import { meetingHeld as words } from '#shared/meetings/held/meeting-held.fr.ts';
import { meeting as meetingWords } from '#shared/meetings/meeting/meeting.fr.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { Prose } from '../../../ui/prose.tsx';
import { ThemeChip } from '../../../ui/theme-chip.tsx';
import { requireMeeting } from '../../meeting/require-meeting.server.ts';
import { AgendaAside } from '../agenda-aside.tsx';
import { AttendancePanel } from '../attendance-panel.tsx';
import { HandsPanel } from '../hands-panel.tsx';
import { heldGestures } from '../held-gestures.server.ts';
import { HeldHeader } from '../held-header.tsx';
import { refusalWith } from '../held-refusal.ts';
import { loadRunning } from '../load-running.server.ts';
import { MinutesPanel } from '../minutes-panel.tsx';
import { PartsNav } from '../parts-nav.tsx';
import { ProxiesPanel } from '../proxies-panel.tsx';
import { useKeptFocus } from '../use-kept-focus.ts';
import { useLiveMeeting } from '../use-live-meeting.ts';
import { VotesPanel } from '../votes-panel.tsx';
import type { Route } from './+types/meeting-running';

type Data = Route.ComponentProps['loaderData'];

// The meeting is there before the editor of its minutes; without it, they are read.
const TextInPage = lazy(() =>
  import('../../../documents/document-page.tsx').then(
    ({ TextInPage: Text }) => ({ default: Text }),
    () => ({ default: ReadText }),
  ),
);

export const handle = frameHandle<Data>({
  crumbs: ({ group, meeting }) => [
    { href: paths.group({ id: group.id, title: group.name }), label: group.name },
    { href: paths.groupMeetings({ id: group.id, title: group.name }), label: meetingWords.listTitle },
    { href: paths.meeting(meeting), label: meeting.title },
    { href: paths.meetingRunning(meeting), label: words.running },
  ],
  isWorking: true,
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { member, meeting } = await requireMeeting(context, params.seance, 'meeting.read');
  const { env } = context.get(servicesContext);
  return {
    ...(await loadRunning(context, { meeting, userId: member.id })),
    writer: { id: member.id, name: member.name, colour: member.organisation?.colour ?? 0 },
    uploadMegabytes: env.UPLOAD_MAX_MB,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { member, meeting } = await requireMeeting(context, params.seance, 'meeting.read');
  return act(context, await request.formData(), heldGestures, { meeting, userId: member.id });
}

export default function MeetingRunning({ loaderData, actionData }: Route.ComponentProps) {
  const { meeting, group, state, can, me, now, minutes } = loaderData;
  useLiveMeeting(paths.meetingRunningState(meeting), loaderData.revision);
  const page = useKeptFocus<HTMLElement>(loaderData);
  const isOpen = state === 'open';
  const refusal = refusalWith(actionData, loaderData.votes);
  return (
    <main id="contenu" className="held" ref={page}>
      <title>{frame.pageTitle(words.running, meeting.title, group.name)}</title>
      <PartsNav {...loaderData} />
      <HeldHeader {...loaderData} canRun={can.run} theme={<ThemeChip theme={group.theme} />} />
      <AgendaAside {...loaderData} canRun={can.run && isOpen} />
      <article className="sheet-paper">
        {refusal && (
          <ErrorSummary title={words.refused} faults={faultsOf(refusal.errors)} answer={actionData} />
        )}
        <VotesPanel
          votes={loaderData.votes}
          isOpen={isOpen}
          can={can}
          isHere={me?.isHere ?? false}
          refusal={refusal}
        />
        <MinutesPanel meeting={meeting} minutes={minutes} canBegin={can.write} state={state}>
          {minutes && (
            <Suspense fallback={<ReadText drawn={minutes.drawn} />}>
              <TextInPage
                key={minutes.document.id}
                {...minutes}
                me={loaderData.writer}
                uploadMegabytes={loaderData.uploadMegabytes}
              />
            </Suspense>
          )}
        </MinutesPanel>
      </article>
      <aside aria-label={words.attendance.title}>
        <AttendancePanel
          {...loaderData}
          isOpen={isOpen}
          canRun={can.run}
          canAttend={can.attend}
          refusal={refusal}
        />
        <HandsPanel hands={loaderData.hands} me={me} isOpen={isOpen} can={can} now={now} />
        <ProxiesPanel
          proxies={loaderData.proxies}
          voters={loaderData.voters}
          isOpen={state === 'open' || state === 'planned'}
          canGive={can.vote || can.run}
          refusal={refusal}
        />
      </aside>
    </main>
  );
}

function ReadText({ drawn }: { drawn: { readonly blocks: readonly string[] } }) {
  return <Prose className="prose" html={drawn.blocks.join('')} />;
}
