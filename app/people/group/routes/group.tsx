import { Eye } from 'lucide-react';
import { Link, redirect } from 'react-router';
import { findNextMeeting } from '#db/news/cockpit/cockpit.ts';
import { findWatchLevel } from '#db/news/notification/watches.ts';
import { listActivities } from '#db/people/activity/activities.ts';
import { listGroupPeople } from '#db/people/group/groups.ts';
import { listWriters } from '#db/realtime/writers.ts';
import { listRecentBoards, listRecentDocuments } from '#db/search/recent.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { following } from '#shared/news/following.fr.ts';
import { paths } from '#shared/paths.ts';
import { foldRepeated } from '#shared/people/activity/activity.ts';
import { group as groupWords } from '#shared/people/group/group.fr.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { servicesContext } from '../../../context.ts';
import { requireInGroup } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { NextMeetingCard, NoMeeting, withoutNames } from '../../../news/cockpit/next-meeting.tsx';
import { loadNews } from '../../../news/news/load-news.server.ts';
import { SinceSection } from '../../../news/news/since-section.tsx';
import { OrganisationMarks } from '../../../ui/organisation-marks.tsx';
import { ActivityList } from '../../activity/activity-list.tsx';
import { GroupHeader } from '../group-header.tsx';
import { MemberList } from '../member-list.tsx';
import type { Route } from './+types/group';

type Data = Route.ComponentProps['loaderData'];

export const handle = frameHandle<Data>({
  crumbs: ({ group }) => [
    { href: paths.groups(), label: groupWords.title },
    { href: paths.group({ id: group.id, title: group.name }), label: group.name },
  ],
});

const ACTIVITIES_SHOWN = 6;
/** What somebody does again and again is one line: more is read than is shown. */
const ACTIVITIES_READ = 60;

export async function loader({ params, context }: Route.LoaderArgs) {
  const { member, group } = await requireInGroup(context, params.groupe, 'group.read');
  if (group.organisationId) throw redirect(paths.ownSpace());
  const { db, operations, now } = context.get(servicesContext);
  const at = now();
  const groupIds = [group.id];
  const reader = { userId: member.id, now: at };
  await operations.run('group.visit', { userId: member.id }, { groupId: group.id });
  const [documents, boards, people, activities, [loaded], next, watchLevel] = await Promise.all([
    listRecentDocuments(db, { groupIds, limit: 5, ...reader }),
    listRecentBoards(db, { groupIds, limit: 5 }),
    listGroupPeople(db, { groupId: group.id, now: at }),
    listActivities(db, { groupIds, limit: ACTIVITIES_READ, ...reader }),
    loadNews(db, { groupIds, limit: 5, ...reader }),
    findNextMeeting(db, { groupId: group.id, now: at }),
    findWatchLevel(db, { userId: member.id, objectId: group.id, groupId: group.id }),
  ]);
  const writers = await listWriters(
    db,
    documents.map(({ id }) => roomName({ kind: 'document', id })),
  );
  const withWriters = documents.map((document) => ({
    ...document,
    writers: writers.get(roomName({ kind: 'document', id: document.id })) ?? [],
  }));
  return {
    group,
    documents: withWriters,
    boards,
    people,
    activities: foldRepeated(activities).slice(0, ACTIVITIES_SHOWN),
    loaded,
    next: next && withoutNames(next),
    follows: following.link(watchLevel),
    now: at,
  };
}

export default function Group({ loaderData }: Route.ComponentProps) {
  const { group, boards, people, activities, loaded, next, follows, now } = loaderData;
  const titled = { id: group.id, title: group.name };
  return (
    <main id="contenu">
      <title>{frame.pageTitle(group.name)}</title>
      <GroupHeader group={group}>
        <Link className="btn" to={paths.notificationWatch('group', group.id)}>
          <Eye className="icon" aria-hidden="true" />
          {follows}
        </Link>
      </GroupHeader>
      <div className="cols lead-right">
        {next ? <NextMeetingCard meeting={next} now={now} /> : <NoMeeting group={group} />}
        <div>
          {loaded && <SinceSection news={[loaded.news]} readAt={loaded.readAt} group={group} now={now} />}
          <RecentDocuments {...loaderData} />
          <section className="plate" aria-labelledby="boards">
            <header>
              <h2 id="boards">{groupWords.boardsTitle}</h2>
              <Link to={paths.groupBoards(titled)}>{groupWords.allBoards}</Link>
            </header>
            {boards.length === 0 ? (
              <p className="muted">{groupWords.noBoard}</p>
            ) : (
              <ul className="ruled">
                {boards.map(({ id, title, modifiedAt }) => (
                  <li className="row" key={id}>
                    <Link className="font-semibold" to={paths.board({ id, title })}>
                      {title}
                    </Link>
                    <time
                      className="muted small push"
                      dateTime={modifiedAt.toISOString()}
                      title={dates.exact(modifiedAt)}
                    >
                      {dates.relative(modifiedAt, now)}
                    </time>
                  </li>
                ))}
              </ul>
            )}
          </section>
        </div>
        <aside className="stack-lg" aria-label={groupWords.who}>
          <section className="plate" aria-labelledby="who">
            <header>
              <h2 id="who">{groupWords.who}</h2>
              <Link to={paths.groupMembers(titled)}>{groupWords.allMembers(people.length)}</Link>
            </header>
            <MemberList people={people} />
          </section>
          <section className="plate" aria-labelledby="activity">
            <header>
              <h2 id="activity">{groupWords.activity}</h2>
            </header>
            {activities.length === 0 ? (
              <p className="muted small">{groupWords.noActivity}</p>
            ) : (
              <ActivityList activities={activities} now={now} showGroup={false} />
            )}
          </section>
        </aside>
      </div>
    </main>
  );
}

function RecentDocuments({ group, documents, now }: Pick<Data, 'group' | 'documents' | 'now'>) {
  return (
    <section className="plate" aria-labelledby="documents">
      <header>
        <h2 id="documents">{groupWords.recentDocuments}</h2>
        <Link to={paths.groupDocuments({ id: group.id, title: group.name })}>{groupWords.documents}</Link>
      </header>
      {documents.length === 0 ? (
        <p className="muted">{groupWords.noDocument}</p>
      ) : (
        <table className="records">
          <caption className="vh">{groupWords.documentsTable}</caption>
          <thead>
            <tr>
              <th scope="col">{groupWords.document}</th>
              <th scope="col">{groupWords.writingCities}</th>
              <th scope="col">{groupWords.modified}</th>
            </tr>
          </thead>
          <tbody>
            {documents.map(({ id, title, writers, modifiedAt }) => (
              <tr key={id}>
                <th scope="row">
                  <Link to={paths.document({ id, title })}>{title}</Link>
                </th>
                <td data-l={groupWords.writingCities}>
                  <OrganisationMarks organisations={writers} />
                </td>
                <td data-l={groupWords.modified} className="nowrap">
                  <time dateTime={modifiedAt.toISOString()} title={dates.exact(modifiedAt)}>
                    {dates.relative(modifiedAt, now)}
                  </time>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
