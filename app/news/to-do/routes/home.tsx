import { Columns3, FileText } from 'lucide-react';
import { Link } from 'react-router';
import { listCardsOfPerson } from '#db/boards/card/card-lists.ts';
import { listUnread } from '#db/documents/history/document-visits.ts';
import type { Db } from '#db/kernel/client.ts';
import { findNextMeeting } from '#db/news/cockpit/cockpit.ts';
import { listAwaited } from '#db/news/to-do/to-do.ts';
import { listGroupsForMember } from '#db/people/group/groups.ts';
import { listRecentObjects } from '#db/search/recent.ts';
import { documentPast } from '#shared/documents/document-past.fr.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { cockpit } from '#shared/news/cockpit/cockpit.fr.ts';
import { home } from '#shared/news/to-do/home.fr.ts';
import { paths } from '#shared/paths.ts';
import { group as groupWords } from '#shared/people/group/group.fr.ts';
import { TaskList } from '../../../boards/task/task-list.tsx';
import { servicesContext } from '../../../context.ts';
import { requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { GroupSummary } from '../../../people/group/group-summary.tsx';
import { City } from '../../../ui/city.tsx';
import { NextMeetingCard, withoutNames } from '../../cockpit/next-meeting.tsx';
import { earliestMark, loadNews } from '../../news/load-news.server.ts';
import { SinceSection } from '../../news/since-section.tsx';
import { AwaitedSection } from '../to-do-section.tsx';
import type { Route } from './+types/home';

export const handle = frameHandle({ crumbs: () => [{ href: paths.home(), label: frame.home }] });

const CARDS = 5;
const MEETING_LINKS = 3;
/** Of each kind. */
const AWAITED = 4;

/** The first meeting to come of all these groups, with the group's name. */
async function firstMeeting(db: Db, groups: readonly { id: string; name: string }[], now: Date) {
  const found = await Promise.all(
    groups.map(async ({ id, name }) => {
      const next = await findNextMeeting(db, { groupId: id, now });
      return next ? [{ ...withoutNames(next), group: name }] : [];
    }),
  );
  return found.flat().sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())[0] ?? null;
}

export async function loader({ context }: Route.LoaderArgs) {
  const member = requireMember(context);
  const { db, database, now } = context.get(servicesContext);
  const at = now();
  const groups = await listGroupsForMember(db, { userId: member.id, now: at });
  const groupIds = groups.map(({ id }) => id);
  const [recent, news, cards, next, awaited] = await Promise.all([
    listRecentObjects(db, { groupIds, limit: 8, userId: member.id, now: at }),
    loadNews(db, { userId: member.id, groupIds, now: at, limit: 5 }),
    listCardsOfPerson(db, { userId: member.id, now: at }),
    firstMeeting(db, groups, at),
    listAwaited(db, { userId: member.id, now: at, groups, limit: AWAITED }),
  ]);
  const documentIds = recent.filter(({ kind }) => kind === 'document').map(({ id }) => id);
  const unread = await listUnread(database.run, { documentIds, userId: member.id });
  const withUnread = recent.map((object) => ({ ...object, isUnread: unread.has(object.id) }));
  const today = dates.iso(at);
  const late = cards.filter(({ due }) => due !== null && due < today).length;
  return {
    member,
    groups,
    recent: withUnread,
    news: news.map((each) => each.news),
    readAt: earliestMark(news),
    cards: { first: cards.slice(0, CARDS), total: cards.length, late },
    today,
    next,
    awaited,
    now: at,
  };
}

export default function Home({
  loaderData: { member, groups, recent, news, readAt, cards, today, next, awaited, now },
}: Route.ComponentProps) {
  const { organisation } = member;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(frame.home)}</title>
      <div className="head">
        <div>
          <h1>{home.hello(member.name.split(' ')[0] ?? member.name)}</h1>
          <p className="lead">
            {home.today(dates.day(now))}{' '}
            {organisation && (
              <>
                {home.yours(organisation.kind)} <City {...organisation} />
              </>
            )}
          </p>
        </div>
      </div>
      <div className={groups.length > 0 ? 'cols lead-right' : 'cols'}>
        {next ? <NextMeetingCard meeting={next} group={next.group} /> : <NoMeetingOf groups={groups} />}
        <div>
          {groups.length > 0 && <SinceSection news={news} readAt={readAt} group={null} now={now} />}
          {groups.length > 0 && (
            <>
              <AwaitedSection awaited={awaited} now={now} />
              <section className="plate" aria-labelledby="my-actions">
                <header>
                  <h2 id="my-actions">{home.actions}</h2>
                  {cards.late > 0 && <span className="badge danger">{home.late(cards.late)}</span>}
                  <Link to={paths.myCards()}>
                    {cards.total > 0 ? home.allActions(cards.total) : home.toMyCards}
                  </Link>
                </header>
                {cards.total === 0 && <p className="muted">{home.noAction}</p>}
                <TaskList tasks={cards.first} today={today} showGroup />
              </section>
            </>
          )}
          <section className="plate" aria-labelledby="recent">
            <header>
              <h2 id="recent">{home.recent}</h2>
            </header>
            {recent.length === 0 ? (
              <p className="muted">{home.noRecent}</p>
            ) : (
              <RecentList recent={recent} now={now} />
            )}
          </section>
        </div>
        <aside className="stack-lg" aria-label={home.around}>
          <section className="plate" aria-labelledby="groups">
            <header>
              <h2 id="groups">{home.groups}</h2>
              <Link to={paths.groups()}>{home.allGroups}</Link>
            </header>
            {groups.length === 0 ? (
              <p className="muted">{groupWords.emptyText}</p>
            ) : (
              <ul className="ruled">
                {groups.map((group) => (
                  <GroupSummary key={group.id} group={group} />
                ))}
              </ul>
            )}
          </section>
        </aside>
      </div>
    </main>
  );
}

/** [HO1] No meeting is planned in any of their groups: where those of each are, and may be planned by who facilitates it. */
function NoMeetingOf({ groups }: Pick<Route.ComponentProps['loaderData'], 'groups'>) {
  if (groups.length === 0) return null;
  return (
    <section className="card meet" aria-labelledby="next-meeting">
      <h2 id="next-meeting" className="over text-sm">
        {cockpit.next}
      </h2>
      <p>{home.noMeeting}</p>
      <ul className="small">
        {groups.slice(0, MEETING_LINKS).map(({ id, name }) => (
          <li key={id}>
            <Link to={paths.groupMeetings({ id, title: name })}>{home.seeMeetings(name)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function RecentList({ recent, now }: Pick<Route.ComponentProps['loaderData'], 'recent' | 'now'>) {
  return (
    <ul className="ruled">
      {recent.map(({ kind, id, title, groupName, modifiedAt, isUnread }) => {
        const Icon = kind === 'document' ? FileText : Columns3;
        return (
          <li className="item" key={id}>
            <Icon className="icon" aria-hidden="true" />
            <div>
              <Link to={kind === 'document' ? paths.document({ id, title }) : paths.board({ id, title })}>
                {title}
              </Link>{' '}
              {isUnread && <span className="unread">{documentPast.unread}</span>}
              <p className="muted">
                {home.kinds[kind]} · {groupName}
              </p>
            </div>
            <time className="muted small" dateTime={modifiedAt.toISOString()} title={dates.exact(modifiedAt)}>
              {dates.relative(modifiedAt, now)}
            </time>
          </li>
        );
      })}
    </ul>
  );
}
