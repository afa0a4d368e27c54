import { Link } from 'react-router';
import { listCardsOfPerson } from '#db/boards/card/card-lists.ts';
import { tasks as words } from '#shared/boards/task/tasks.fr.ts';
import { byUrgency } from '#shared/boards/task/tasks.ts';
import { urgencies } from '#shared/boards/task/urgency.fr.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../context.ts';
import { requireMember } from '../../kernel/access.server.ts';
import { frameHandle } from '../../kernel/frame-handle.ts';
import { Empty } from '../../ui/page/empty.tsx';
import { PageHead } from '../../ui/page/page-head.tsx';
import { TaskList } from '../task/task-list.tsx';
import { useFreshList } from '../use-fresh-list.ts';
import type { Route } from './+types/my-cards';

export const handle = frameHandle({ crumbs: () => [{ href: paths.myCards(), label: words.mine }] });

export async function loader({ context }: Route.LoaderArgs) {
  const { id: userId } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const at = now();
  return { cards: await listCardsOfPerson(db, { userId, now: at }), today: dates.iso(at) };
}

export default function MyCards({ loaderData: { cards, today } }: Route.ComponentProps) {
  useFreshList();
  const groups = byUrgency(cards, today).filter((group) => group.cards.length > 0);
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.mine)}</title>
      <PageHead title={words.mine} lead={words.mineLead} />
      {groups.length === 0 && (
        <Empty title={words.emptyTitle} text={words.emptyText}>
          <Link className="btn" to={paths.groups()}>
            {words.toGroups}
          </Link>
        </Empty>
      )}
      <div className="measure">
        {groups.map(({ urgency, cards: urgent }) => (
          <section className="plate" key={urgency} aria-labelledby={urgency}>
            <header>
              <h2 id={urgency}>{urgencies[urgency]}</h2>
              <span className="muted small">{words.count(urgent.length)}</span>
            </header>
            <TaskList tasks={urgent} today={today} showGroup />
          </section>
        ))}
      </div>
    </main>
  );
}
