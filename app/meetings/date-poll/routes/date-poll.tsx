import { Link } from 'react-router';
import { findDatePollForMember } from '#db/meetings/date-poll/date-polls.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { datePoll as words } from '#shared/meetings/date-poll/date-poll.fr.ts';
import { datePollPaths } from '#shared/meetings/date-poll/date-poll-paths.ts';
import { meeting as meetingWords } from '#shared/meetings/meeting/meeting.fr.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { act } from '../../../kernel/gesture.server.ts';
import { ErrorSummary, faultsOf } from '../../../ui/error-summary.tsx';
import { PostButton } from '../../../ui/post-button.tsx';
import { ThemeChip } from '../../../ui/theme-chip.tsx';
import { ChooseSlot } from '../choose-slot.tsx';
import { datePollGestures, gatherAnswers } from '../date-poll-gestures.server.ts';
import { type LoadedDatePoll, loadDatePoll } from '../load-date-poll.server.ts';
import { SlotAnswers } from '../slot-answers.tsx';
import { SlotResults } from '../slot-results.tsx';
import type { Route } from './+types/date-poll';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ group: { id, name }, poll }) => [
    { href: paths.group({ id, title: name }), label: name },
    { href: paths.groupMeetings({ id, title: name }), label: meetingWords.listTitle },
    { href: datePollPaths.poll(poll), label: poll.title },
  ],
});

/** The poll of an address, if this person may see it, who they are and when it is. */
async function requirePoll({ context, params }: Pick<Route.LoaderArgs, 'context' | 'params'>) {
  const { id: userId } = requireMember(context);
  const services = context.get(servicesContext);
  const now = services.now();
  const pollId = idOfSegment(params.sondage);
  const poll = pollId ? await findDatePollForMember(services.db, { pollId, userId, now }) : null;
  if (!poll) throw notFound();
  return { db: services.db, poll, userId, now };
}

export async function loader(args: Route.LoaderArgs) {
  const { db, ...asked } = await requirePoll(args);
  return loadDatePoll(db, asked);
}

export async function action({ request, ...args }: Route.ActionArgs) {
  const { poll } = await requirePoll(args);
  return act(args.context, gatherAnswers(await request.formData()), datePollGestures, { poll });
}

export default function DatePoll({ loaderData, actionData }: Route.ComponentProps) {
  const { poll, group, phase, slots, mine, canManage } = loaderData;
  const isManaged = canManage && (phase === 'open' || phase === 'closed');
  const ofAnswer = actionData?.values.form === 'answer' ? actionData : undefined;
  const errors = ofAnswer ? {} : (actionData?.errors ?? {});
  return (
    <main id="contenu">
      <title>{frame.pageTitle(poll.title, words.newTitle, group.name)}</title>
      <div className="head">
        <div>
          <p className="over row">
            <ThemeChip theme={group.theme} />
            <span className={`badge ${phase === 'open' ? 'info' : phase === 'chosen' ? 'success' : ''}`}>
              {words.phases[phase]}
            </span>
          </p>
          <h1>{poll.title}</h1>
          <Standing {...loaderData} />
        </div>
      </div>
      <ErrorSummary title={words.refused} faults={faultsOf(errors)} answer={ofAnswer ? null : actionData} />
      <div className={isManaged ? 'cols' : ''}>
        <div className="stack-lg">
          {phase === 'open' && mine && (
            <SlotAnswers
              slots={slots}
              mine={mine}
              typed={ofAnswer?.values.answers}
              errors={ofAnswer?.errors ?? {}}
              refusal={ofAnswer}
            />
          )}
          <SlotResults {...loaderData} />
        </div>
        {isManaged && (
          <aside className="stack-lg" aria-label={words.manage}>
            <ChooseSlot {...loaderData} errors={errors} />
          </aside>
        )}
      </div>
    </main>
  );
}

/** Until when, or what became of it. */
function Standing({ poll, phase, canManage }: Pick<LoadedDatePoll, 'poll' | 'phase' | 'canManage'>) {
  return (
    <>
      {phase === 'open' && <p className="lead">{words.until(poll.closesOn)}</p>}
      {phase === 'closed' && (
        <p className="lead">
          {words.closedSince(poll.closesOn)} {words.toChoose}
        </p>
      )}
      {phase === 'chosen' && (
        <p className="lead">
          {words.became}{' '}
          {poll.meetingId && (
            <Link to={paths.meeting({ id: poll.meetingId, title: poll.title })}>{words.seeMeeting}</Link>
          )}
        </p>
      )}
      {phase === 'withdrawn' && (
        <>
          <p className="lead">{words.withdrawnText}</p>
          {canManage && <PostButton fields={{ intent: 'restore' }}>{words.restore}</PostButton>}
        </>
      )}
      {poll.description && <p className="meeting-description mt-3">{poll.description}</p>}
    </>
  );
}
