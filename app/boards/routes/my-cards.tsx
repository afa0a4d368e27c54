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
import { Logo } from '../../ui/logo.tsx';
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
      <div className="head">
        <div>
          <h1>{words.mine}</h1>
          <p className="lead">{words.mineLead}</p>
        </div>
      </div>
      {groups.length === 0 && (
        <div className="empty">
          <Logo />
          <h2>{words.emptyTitle}</h2>
          <p>{words.emptyText}</p>
          <Link className="btn" to={paths.groups()}>
            {words.toGroups}
          </Link>
        </div>
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
