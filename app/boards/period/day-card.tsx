import { CalendarClock, CircleCheck, Ellipsis } from 'lucide-react';
import { Link } from 'react-router';
import { board as boardWords } from '#shared/boards/board.fr.ts';
import { dueStateOf } from '#shared/boards/card/due.ts';
import type { PlacedCard } from '#shared/boards/view/schedule.ts';
import { useOpenCardId } from '../card/open-card.ts';
import { useBoardWorld } from '../parts/board-world.ts';
import { useDueChanges } from './due-changes.ts';

/** A card on its day: its title, which opens it, and its menu. What is late or finished has an icon and a word. */
export function DayCard({ card, column }: PlacedCard) {
  const { today } = useBoardWorld();
  const changes = useDueChanges();
  const isOpen = useOpenCardId() === card.id;
  const state = dueStateOf(card.due, today, column.done);
  return (
    <li
      className={`day-card ${state}`}
      draggable={changes !== null}
      data-drag={card.id}
      data-open={isOpen || undefined}
    >
      <DayCardLink card={card} column={column} />
      {changes && <DayCardMenu card={card} />}
    </li>
  );
}

/** The title of a card as a link that opens it and takes the focus of the card. */
export function DayCardLink({ card, column }: PlacedCard) {
  const { cardPath, today } = useBoardWorld();
  const state = dueStateOf(card.due, today, column.done);
  const title = card.title || boardWords.untitledCard;
  return (
    <Link
      className="day-link"
      to={cardPath(card.id)}
      preventScrollReset
      data-card={card.id}
      title={title}
      draggable={false}
    >
      {state === 'late' && <CalendarClock className="icon" aria-hidden="true" />}
      {column.done && <CircleCheck className="icon" aria-hidden="true" />}
      <span>{title}</span>
      {state === 'late' && <span className="vh">, {boardWords.late}</span>}
      {column.done && <span className="vh">, {column.name || boardWords.unnamedColumn}</span>}
    </Link>
  );
}

/** The button of a card's menu; nothing while the board only reads. */
export function DayCardMenu({ card }: Pick<PlacedCard, 'card'>) {
  const changes = useDueChanges();
  if (!changes) return null;
  return (
    <button
      className="btn quiet sm icon-only"
      type="button"
      aria-label={boardWords.cardActions(card.title || boardWords.untitledCard)}
      aria-haspopup="menu"
      onClick={(event) => changes.openMenu(card.id, event.currentTarget)}
    >
      <Ellipsis className="icon" aria-hidden="true" />
    </button>
  );
}
