import { Columns3, FileText } from 'lucide-react';
import { Link } from 'react-router';
import { listActivities } from '#db/activities.ts';
import { listUnread } from '#db/document-visits.ts';
import { listGroupsForMember } from '#db/groups.ts';
import { listRecentObjects } from '#db/recent.ts';
import { dates } from '#shared/messages/fr/dates.ts';
import { documentPast } from '#shared/messages/fr/document-past.ts';
import { frame } from '#shared/messages/fr/frame.ts';
import { group as groupWords } from '#shared/messages/fr/group.ts';
import { home } from '#shared/messages/fr/home.ts';
import { paths } from '#shared/paths.ts';
import { requireMember } from '../access.server.ts';
import { ActivityList } from '../activity/activity-list.tsx';
import { servicesContext } from '../context.ts';
import { frameHandle } from '../frame-handle.ts';
import { GroupSummary } from '../groups/group-summary.tsx';
import { City } from '../ui/city.tsx';
import type { Route } from './+types/home';

export const handle = frameHandle({ crumbs: () => [{ href: paths.home(), label: frame.home }] });

export async function loader({ context }: Route.LoaderArgs) {
  const member = requireMember(context);
  const { db, database, now } = context.get(servicesContext);
  const at = now();
  const groups = await listGroupsForMember(db, { userId: member.id, now: at });
  const groupIds = groups.map(({ id }) => id);
  const [recent, activities] = await Promise.all([
    listRecentObjects(db, { groupIds, limit: 8, userId: member.id, now: at }),
    listActivities(db, { groupIds, limit: 6, userId: member.id, now: at }),
  ]);
  const documentIds = recent.filter(({ kind }) => kind === 'document').map(({ id }) => id);
  const unread = await listUnread(database.run, { documentIds, userId: member.id });
  const withUnread = recent.map((object) => ({ ...object, isUnread: unread.has(object.id) }));
  return { member, groups, recent: withUnread, activities, now: at };
}

export default function Home({
  loaderData: { member, groups, recent, activities, now },
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
                {organisation.colour > 0 ? home.yourCity : home.yourOrganisation} <City {...organisation} />
              </>
            )}
          </p>
        </div>
      </div>
      <div className="cols">
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
        <div className="stack-lg">
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
          {activities.length > 0 && (
            <section className="plate" aria-labelledby="activity">
              <header>
                <h2 id="activity">{home.activity}</h2>
              </header>
              <ActivityList activities={activities} now={now} showGroup />
            </section>
          )}
        </div>
      </div>
    </main>
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
