import { Link } from 'react-router';
import { listCardsOfGroup } from '#db/boards/card/card-lists.ts';
import { listGroupPeople } from '#db/people/group/groups.ts';
import { tasks as words } from '#shared/boards/task/tasks.fr.ts';
import { sharesOf } from '#shared/boards/task/tasks.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../context.ts';
import { requireInGroup } from '../../kernel/access.server.ts';
import { frameHandle } from '../../kernel/frame-handle.ts';
import { GroupHeader } from '../../people/group/group-header.tsx';
import { organisationsOf } from '../list/opening.ts';
import { type NamedShare, TaskCounts, TaskLists } from '../task/task-shares.tsx';
import { useFreshList } from '../use-fresh-list.ts';
import type { Route } from './+types/group-tasks';

type Data = Route.ComponentProps['loaderData'];

export const handle = frameHandle<Data>({
  crumbs: ({ group }) => [
    { href: paths.group({ id: group.id, title: group.name }), label: group.name },
    { href: paths.groupTasks({ id: group.id, title: group.name }), label: words.who },
  ],
});

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { group } = await requireInGroup(context, params.groupe, 'board.read');
  const { db, now } = context.get(servicesContext);
  const { searchParams } = new URL(request.url);
  const at = now();
  const [people, cards] = await Promise.all([
    listGroupPeople(db, { groupId: group.id, now: at }),
    listCardsOfGroup(db, { groupId: group.id }),
  ]);
  return {
    group,
    people,
    cards,
    isByCity: searchParams.get('par') === 'ville',
    only: searchParams.get('de'),
    today: dates.iso(at),
  };
}

/** Says « nobody » in an address. */
const NOBODY = 'personne';

export default function GroupTasks({ loaderData }: Route.ComponentProps) {
  useFreshList();
  const { group, cards, isByCity, only, today } = loaderData;
  const titled = { id: group.id, title: group.name };
  const shares = isByCity ? cityShares(loaderData) : peopleShares(loaderData);
  const alone = shares.filter(({ id }) => (id ?? NOBODY) === only);
  const isAlone = alone.length > 0;
  const tab = (by: 'ville' | undefined, label: string) => (
    <Link
      to={paths.groupTasks(titled, by ? { by } : {})}
      aria-current={isByCity === (by !== undefined) ? 'true' : undefined}
    >
      {label}
    </Link>
  );
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.who, group.name)}</title>
      <GroupHeader group={group} />
      {cards.length === 0 ? (
        <div className="empty">
          <h2>{words.noneTitle}</h2>
          <p>{words.noneText}</p>
          <Link className="btn" to={paths.groupBoards(titled)}>
            {words.toBoards}
          </Link>
        </div>
      ) : (
        <>
          <p className="muted">{words.whoLead}</p>
          <nav className="tabs mb-4" aria-label={words.view}>
            {tab(undefined, words.byPerson)}
            {tab('ville', words.byCity)}
          </nav>
          <TaskCounts
            caption={isByCity ? words.table.cities : words.table.people}
            heading={isByCity ? words.city : words.person}
            shares={shares}
            today={today}
          />
          {isAlone && (
            <p className="mt-4">
              <Link to={paths.groupTasks(titled, isByCity ? { by: 'ville' } : {})}>
                {isByCity ? words.allCities : words.everybody}
              </Link>
            </p>
          )}
          <div className="task-shares">
            <TaskLists
              shares={isAlone ? alone : shares.filter((share) => share.cards.length > 0)}
              today={today}
              isAlone={isAlone}
            />
          </div>
        </>
      )}
    </main>
  );
}

function peopleShares({ group, people, cards }: Data): NamedShare[] {
  const byId = new Map(people.map((person) => [person.id, person]));
  return sharesOf(cards, [...byId.keys()], ({ assigneeIds }) => assigneeIds).map(({ id, cards: own }) => ({
    id,
    cards: own,
    name: (id !== null && byId.get(id)?.name) || words.nobody,
    about: (id !== null && byId.get(id)?.organisation?.name) || null,
    path: paths.groupTasks({ id: group.id, title: group.name }, { of: id ?? NOBODY }),
  }));
}

function cityShares({ group, people, cards }: Data): NamedShare[] {
  const byId = new Map(organisationsOf(people).map((organisation) => [organisation.id, organisation]));
  return sharesOf(cards, [...byId.keys()], ({ organisationIds }) => organisationIds).map(
    ({ id, cards: own }) => ({
      id,
      cards: own,
      name: (id !== null && byId.get(id)?.name) || words.noCity,
      about: null,
      path: paths.groupTasks({ id: group.id, title: group.name }, { by: 'ville', of: id ?? NOBODY }),
    }),
  );
}
