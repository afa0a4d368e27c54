import { CalendarPlus } from 'lucide-react';
import { Link } from 'react-router';
import { listDatePolls } from '#db/meetings/date-poll/date-polls.ts';
import { countItems } from '#db/meetings/meeting/agenda-lists.ts';
import { listAnswers } from '#db/meetings/meeting/meeting-people.ts';
import { listMeetings } from '#db/meetings/meeting/meetings.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { datePoll as pollWords } from '#shared/meetings/date-poll/date-poll.fr.ts';
import { datePollPhase } from '#shared/meetings/date-poll/date-poll.ts';
import { datePollPaths } from '#shared/meetings/date-poll/date-poll-paths.ts';
import { meetingFigures } from '#shared/meetings/held/minutes.fr.ts';
import { meeting as words } from '#shared/meetings/meeting/meeting.fr.ts';
import { phaseOf } from '#shared/meetings/meeting/meeting.ts';
import { paths } from '#shared/paths.ts';
import { group as groupWords } from '#shared/people/group/group.fr.ts';
import { servicesContext } from '../../../context.ts';
import { requireInGroup } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { GroupHeader } from '../../../people/group/group-header.tsx';
import { DatePollList } from '../../date-poll/date-poll-list.tsx';
import { CancelledMeetings, NextMeetings, PastMeetings } from '../meeting-cards.tsx';
import type { Route } from './+types/group-meetings';

export const handle = frameHandle<Route.ComponentProps['loaderData']>({
  crumbs: ({ group }) => [
    { href: paths.groups(), label: groupWords.title },
    { href: paths.group({ id: group.id, title: group.name }), label: group.name },
    { href: paths.groupMeetings({ id: group.id, title: group.name }), label: words.listTitle },
  ],
});

/** Looked at when one opens the list: the last ones. */
const POLLS_MAX = 20;

export async function loader({ params, context }: Route.LoaderArgs) {
  const { member, group } = await requireInGroup(context, params.groupe, 'meeting.read');
  const { db, now } = context.get(servicesContext);
  const at = now();
  const found = await listMeetings(db, { groupIds: [group.id] });
  const meetingIds = found.map(({ id }) => id);
  const [polls, points, answers] = await Promise.all([
    listDatePolls(db, { groupId: group.id, limit: POLLS_MAX }),
    countItems(db, { meetingIds }),
    listAnswers(db, { meetingIds }),
  ]);
  const listed = found.map(({ id, title, startsAt, endsAt, place, link, cancelReason, ...state }) => {
    const own = answers.filter(({ meetingId }) => meetingId === id);
    return {
      ...{ id, title, startsAt, endsAt, place, link, cancelReason },
      phase: phaseOf({ startsAt, endsAt, ...state }, at),
      points: points.get(id) ?? 0,
      coming: own.filter(({ answer }) => answer === 'yes').length,
      answer: own.find(({ userId }) => userId === member.id)?.answer ?? null,
    };
  });
  const shownPolls = polls.map(({ id, title, closesOn, slots, ...state }) => ({
    ...{ id, title, closesOn },
    phase: datePollPhase({ closesOn, ...state }, slots, at),
  }));
  return {
    group,
    polls: shownPolls.filter(({ phase }) => phase === 'open' || phase === 'closed'),
    next: listed.filter(({ phase }) => phase === 'next' || phase === 'running'),
    past: listed.filter(({ phase }) => phase === 'past').reverse(),
    cancelled: listed.filter(({ phase }) => phase === 'cancelled').reverse(),
    canManage: canInGroup(group.role, 'meeting.manage'),
  };
}

export default function GroupMeetings({ loaderData }: Route.ComponentProps) {
  const { group, polls, next, past, cancelled, canManage } = loaderData;
  const titled = { id: group.id, title: group.name };
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.listTitle, group.name)}</title>
      <GroupHeader group={group}>
        {canManage && (
          <p className="actions">
            <Link className="btn primary" to={paths.newMeeting(titled)}>
              <CalendarPlus className="icon" aria-hidden="true" />
              {words.plan}
            </Link>
            <Link className="btn" to={datePollPaths.newPoll(titled)}>
              {pollWords.look}
            </Link>
          </p>
        )}
      </GroupHeader>
      <div className="cols">
        <div>
          <DatePollList polls={polls} />
          <section className="plate" aria-labelledby="next">
            <header>
              <h2 id="next">{words.next}</h2>
            </header>
            {next.length > 0 ? (
              <NextMeetings meetings={next} />
            ) : (
              <>
                <p>{words.none}</p>
                <p className="muted mt-1">{words.noneHint}</p>
                {!canManage && <p className="muted mt-1">{words.noneFacilitator}</p>}
              </>
            )}
          </section>
          <section className="plate" aria-labelledby="past">
            <header>
              <h2 id="past">{words.past}</h2>
              <Link to={paths.groupMeetingFigures(titled)}>{meetingFigures.title}</Link>
            </header>
            {past.length > 0 ? <PastMeetings meetings={past} /> : <p className="muted">{words.noPast}</p>}
          </section>
        </div>
        <aside className="stack-lg" aria-label={words.subscribe}>
          <section className="card" aria-labelledby="subscribe">
            <h2 id="subscribe" className="mb-2">
              {words.subscribe}
            </h2>
            <p className="muted small">{words.subscribeLead}</p>
            <p className="mt-3">
              <Link to={paths.accountCalendars(undefined, group.id)}>{words.subscribeLink}</Link>
            </p>
          </section>
          {cancelled.length > 0 && (
            <section className="plate" aria-labelledby="cancelled">
              <header>
                <h2 id="cancelled">{words.cancelled}</h2>
              </header>
              <CancelledMeetings meetings={cancelled} />
            </section>
          )}
        </aside>
      </div>
    </main>
  );
}
