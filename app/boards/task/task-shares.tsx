import { Link } from 'react-router';
import { tasks as words } from '#shared/boards/task/tasks.fr.ts';
import { byUrgency, type Share } from '#shared/boards/task/tasks.ts';
import { urgencies } from '#shared/boards/task/urgency.fr.ts';
import { URGENCIES } from '#shared/boards/task/urgency.ts';
import { type Task, TaskList } from './task-list.tsx';

export interface NamedShare extends Share<Task> {
  readonly name: string;
  /** The city of a person, or the colour of a city. */
  readonly about: string | null;
  /** Address of this share alone. */
  readonly path: string;
}

/** Cards of one share that are listed beside the others. */
const FIRST = 8;

interface TaskSharesProps {
  readonly caption: string;
  readonly heading: string;
  readonly shares: readonly NamedShare[];
  readonly today: string;
}

/** How much everybody has to do, as figures. */
export function TaskCounts({ caption, heading, shares, today }: TaskSharesProps) {
  return (
    <table className="records task-counts">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          {URGENCIES.map((urgency) => (
            <th scope="col" className="num" key={urgency}>
              {urgencies[urgency]}
            </th>
          ))}
          <th scope="col" className="num">
            {words.total}
          </th>
        </tr>
      </thead>
      <tbody>
        {shares.map(({ id, name, about, path, cards }) => (
          <tr key={id ?? ''}>
            <th scope="row">
              <Link to={path}>{name}</Link>
              {about && <small className="muted"> {about}</small>}
            </th>
            {byUrgency(cards, today).map(({ urgency, cards: urgent }) => (
              <td
                className={urgent.length === 0 ? 'num zero' : urgency === 'late' ? 'num danger' : 'num'}
                data-l={urgencies[urgency]}
                key={urgency}
              >
                {words.figure(urgent.length)}
              </td>
            ))}
            <td className="num" data-l={words.total}>
              {words.figure(cards.length)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What everybody has to do, the most urgent first; all of it when one share is looked at alone. */
export function TaskLists({
  shares,
  today,
  isAlone,
}: Pick<TaskSharesProps, 'shares' | 'today'> & { isAlone: boolean }) {
  return shares.map(({ id, name, cards, path }) => (
    <section className="plate" key={id ?? ''} aria-labelledby={`share-${id ?? ''}`}>
      <header>
        <h2 id={`share-${id ?? ''}`}>{name}</h2>
        <span className="muted small">{words.count(cards.length)}</span>
      </header>
      {cards.length === 0 ? (
        <p className="muted">{words.nothing}</p>
      ) : (
        <TaskList tasks={isAlone ? cards : cards.slice(0, FIRST)} today={today} showGroup={false} />
      )}
      {!isAlone && cards.length > FIRST && (
        <p className="mt-2">
          <Link to={path}>{words.all(cards.length)}</Link>
        </p>
      )}
    </section>
  ));
}
