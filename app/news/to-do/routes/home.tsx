import { lazy } from 'react';
import { Link } from 'react-router';
import { listOpened, listUnread } from '#db/documents/history/document-visits.ts';
import { findHomeOfCity, findOwnTerritory } from '#db/home-of-city.ts';
import type { Db } from '#db/kernel/client.ts';
import { findFirstMeeting } from '#db/news/cockpit/cockpit.ts';
import { listFacilitated } from '#db/news/cockpit/facilitated-groups.ts';
import { listFavourites } from '#db/news/favourite/favourites.ts';
import { facilitatedBy } from '#db/people/group/facilitator-rights.ts';
import { type GroupForMember, listGroupsForMember } from '#db/people/group/groups.ts';
import { listLatelyTold } from '#db/programme/bulletin/bulletins.ts';
import { listOnHome } from '#db/programme/event/events.ts';
import { findProgrammeReader } from '#db/programme/experiment/experiment-rights.ts';
import { listOwnMissions } from '#db/programme/mission/own-missions.ts';
import { findProgrammeLine } from '#db/programme/steering/programme-line.ts';
import { documentPast } from '#shared/documents/document-past.fr.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { cockpit } from '#shared/news/cockpit/cockpit.fr.ts';
import { home } from '#shared/news/to-do/home.fr.ts';
import { placesToCreate } from '#shared/news/to-do/places-to-create.ts';
import { paths } from '#shared/paths.ts';
import { group as groupWords } from '#shared/people/group/group.fr.ts';
import { workingGroups } from '#shared/people/group/group.ts';
import { servicesContext } from '../../../context.ts';
import { requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { City } from '../../../ui/city.tsx';
import { Plate } from '../../../ui/page/plate.tsx';
import { NextMeetingCard, withoutNames } from '../../cockpit/next-meeting.tsx';
import { FavouritesSection } from '../../favourite/favourites-section.tsx';
import { earliestMark, loadNews } from '../../news/load-news.server.ts';
import { SinceSection } from '../../news/since-section.tsx';
import { CreateMenu } from '../create-menu.tsx';
import { loadStepsLeft } from '../first-steps.server.ts';
import { FacilitatedGroups, LateExperiments, ProgrammeInBrief, ToPrepare } from '../home-by-role.tsx';
import { loadToDo } from '../load-to-do.server.ts';
import { ToDoSection, ToSignSection } from '../to-do-section.tsx';
import { ComingEvents, ToldLately } from '../told-lately.tsx';
import type { Route } from './+types/home';

// What one role begins from comes to whoever has it. Without a boundary of its own, so that it stands in the page that leaves.
const CasesOfCity = lazy(() =>
  import('../../../home-of-city.tsx').then((module) => ({ default: module.CasesOfCity })),
);
const AroundCity = lazy(() =>
  import('../../../home-of-city.tsx').then((module) => ({ default: module.AroundCity })),
);
const Territory = lazy(() =>
  import('../home-of-helpers.tsx').then((module) => ({ default: module.Territory })),
);
const FirstSteps = lazy(() =>
  import('../first-steps.tsx').then((module) => ({ default: module.FirstSteps })),
);
const OwnMissions = lazy(() =>
  import('../home-of-helpers.tsx').then((module) => ({ default: module.OwnMissions })),
);

export const handle = frameHandle({ crumbs: () => [{ href: paths.home(), label: frame.home }] });

const OPENED = 5;
const MEETING_LINKS = 3;

/** The first meeting to come of all these groups, with the group's name. */
async function firstMeeting(
  db: Db,
  groups: readonly Pick<GroupForMember, 'id' | 'name'>[],
  { userId, now }: { userId: string; now: Date },
) {
  const next = await findFirstMeeting(db, { groupIds: groups.map(({ id }) => id), userId, now });
  const group = groups.find(({ id }) => id === next?.groupId);
  return next && group ? { ...withoutNames(next), group: group.name } : null;
}

/** [AE5] What the coordination told all the programme. */
async function loadTold(db: Db, asker: { userId: string; now: Date }) {
  const person = await findProgrammeReader(db, asker);
  if (!person) return { bulletins: [], events: [] };
  const of = { person, now: asker.now };
  return { bulletins: await listLatelyTold(db, of), events: await listOnHome(db, of) };
}

export async function loader({ context }: Route.LoaderArgs) {
  const member = requireMember(context);
  const { db, database, now } = context.get(servicesContext);
  const at = now();
  const all = await listGroupsForMember(db, { userId: member.id, now: at });
  const groups = workingGroups(all);
  const groupIds = all.map(({ id }) => id);
  // [AF3] Whoever follows the programme without coordinating it is there to sign.
  const isReviewing = member.platformRole === 'reviewer';
  const ofCity =
    member.platformRole === 'member'
      ? await findHomeOfCity(db, { groupIds, userId: member.id, now: at })
      : null;
  const facilitated = groups.flatMap((group) => facilitatedBy(group) ?? []);
  const [opened, news, next, { toDo, apart }, groupsToLookAfter, line, firstSteps, told] = await Promise.all([
    listOpened(db, { groupIds, limit: OPENED, userId: member.id, now: at }),
    loadNews(db, { userId: member.id, groupIds, now: at, limit: 5 }),
    firstMeeting(db, groups, { userId: member.id, now: at }),
    loadToDo(db, { member, groups: all, now: at, apart: isReviewing ? ['review'] : [] }),
    facilitated.length === 0 ? [] : listFacilitated(db, { groupIds: facilitated, now: at }),
    isReviewing ? findProgrammeLine(db, { platformRole: member.platformRole, today: parisDay(at) }) : null,
    loadStepsLeft(context),
    loadTold(db, { userId: member.id, now: at }),
  ]);
  const unread = await listUnread(database.run, {
    documentIds: opened.map(({ id }) => id),
    userId: member.id,
  });
  return {
    member,
    groups,
    opened: opened.map((document) => ({ ...document, isUnread: unread.has(document.id) })),
    news: news.map((each) => each.news),
    readAt: earliestMark(news),
    next,
    toDo,
    toSign: apart,
    facilitated: groupsToLookAfter,
    mayInvite: canOnPlatform(member.platformRole, 'people.invite'),
    line,
    territory: await findOwnTerritory(db, {
      organisation: member.organisation,
      userId: member.id,
      now: at,
    }),
    missions:
      member.organisation?.kind === 'consultancy'
        ? await listOwnMissions(db, { userId: member.id, now: at })
        : null,
    today: parisDay(at),
    ofCity,
    spaceId: all.find(({ organisationId }) => organisationId !== null)?.id ?? null,
    favourites: await listFavourites(db, { userId: member.id, now: at, limit: OPENED }),
    firstSteps,
    told,
    places: placesToCreate(all),
    mayCreateGroup: canOnPlatform(member.platformRole, 'group.create'),
    now: at,
  };
}

export default function Home({ loaderData }: Route.ComponentProps) {
  const { member, groups, opened, news, readAt, next, toDo, toSign, facilitated, mayInvite, line, now } =
    loaderData;
  const { firstSteps, mayCreateGroup, places, ...more } = loaderData;
  const { organisation } = member;
  const { ofCity, spaceId, territory, missions, today } = more;
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
                {ofCity?.population && `, ${home.ofCity.people(ofCity.population)}`}
              </>
            )}
          </p>
        </div>
        <CreateMenu places={places} mayCreateGroup={mayCreateGroup} />
      </div>
      {line && <ProgrammeInBrief line={line} />}
      <div className="cols home">
        {next ? (
          <NextMeetingCard meeting={next} now={now} group={next.group} />
        ) : (
          <NoMeetingOf groups={groups} />
        )}
        <div className="at-todo">
          {firstSteps && <FirstSteps {...firstSteps} />}
          <ToSignSection lines={toSign} />
          <ToDoSection toDo={toDo} isLeading={toSign.length === 0 && !firstSteps} />
        </div>
        <div className="at-rest">
          {ofCity && <CasesOfCity home={ofCity} spaceId={spaceId} />}
          {territory && <Territory {...territory} />}
          {missions && <OwnMissions missions={missions} today={today} />}
          {facilitated.length > 0 && <FacilitatedGroups groups={facilitated} />}
          {groups.length > 0 && <SinceSection news={news} readAt={readAt} group={null} now={now} />}
        </div>
        <aside className="stack-lg" aria-label={home.around}>
          {ofCity && <AroundCity home={ofCity} />}
          <ComingEvents events={loaderData.told.events} />
          <ToldLately bulletins={loaderData.told.bulletins} />
          <FavouritesSection favourites={loaderData.favourites} />
          {opened.length > 0 && (
            <Plate id="opened" title={home.opened}>
              <ul className="links">
                {opened.map(({ id, title, at, isUnread }) => (
                  <li key={id}>
                    <Link to={paths.document({ id, title })}>{title}</Link>{' '}
                    {isUnread && <span className="unread">{documentPast.unread}</span>}
                    <p>
                      <time dateTime={at.toISOString()} title={dates.exact(at)}>
                        {dates.relative(at, now)}
                      </time>
                    </p>
                  </li>
                ))}
              </ul>
            </Plate>
          )}
          {line && <LateExperiments late={line.late} />}
          {facilitated[0] ? (
            <ToPrepare group={facilitated[0]} mayInvite={mayInvite} />
          ) : (
            (!ofCity || groups.length > 0) && <MyGroups groups={groups} mayCreate={mayCreateGroup} />
          )}
        </aside>
      </div>
    </main>
  );
}

type Groups = Pick<Route.ComponentProps['loaderData'], 'groups'>;

function MyGroups({ groups, mayCreate }: Groups & { mayCreate: boolean }) {
  return (
    <Plate id="groups" title={home.groups} beside={<Link to={paths.groups()}>{home.allGroups}</Link>}>
      {groups.length === 0 ? (
        <>
          <p className="muted">{mayCreate ? groupWords.emptyMayCreate : groupWords.emptyText}</p>
          {mayCreate && (
            <p className="mt-3">
              <Link className="btn sm" to={paths.newGroup()}>
                {groupWords.emptyCreate}
              </Link>
            </p>
          )}
        </>
      ) : (
        <ul className="links">
          {groups.map(({ id, name, theme }) => (
            <li key={id}>
              <Link to={paths.group({ id, title: name })}>{name}</Link>
              <p>{theme.name}</p>
            </li>
          ))}
        </ul>
      )}
    </Plate>
  );
}

/** [HO1] No meeting is planned in any of their groups: where those of each are, and may be planned by who facilitates it. */
function NoMeetingOf({ groups }: Groups) {
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
