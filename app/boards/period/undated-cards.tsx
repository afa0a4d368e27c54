import { Link, useLocation } from 'react-router';
import { boardLayouts } from '#shared/boards/board-layouts.fr.ts';
import { readTable, withLayout, withTable } from '#shared/boards/view/layout-address.ts';
import type { PlacedCard } from '#shared/boards/view/schedule.ts';
import { useBoardAddress } from '../parts/use-board-address.ts';
import { DayCard } from './day-card.tsx';
import { useDueChanges } from './due-changes.ts';

const words = boardLayouts.calendar;
/** More would be a list: it is shown there. */
const SHOWN = 30;

/** The cards without a due day; a card dropped here loses its own. */
export function UndatedCards({ cards, hint }: { cards: readonly PlacedCard[]; hint: string }) {
  const canChange = useDueChanges() !== null;
  return (
    <section className="undated" aria-labelledby="undated" data-day="">
      <h2 id="undated">
        {words.undated} <span className="count">{cards.length}</span>
      </h2>
      <p className="muted small">{cards.length === 0 ? words.noUndated : canChange && hint}</p>
      <ul>
        {cards.slice(0, SHOWN).map((placed) => (
          <DayCard key={placed.card.id} {...placed} />
        ))}
      </ul>
      {cards.length > SHOWN && <InList count={cards.length - SHOWN} />}
    </section>
  );
}

/** What does not fit here is in the list, by due day. */
export function InList({ count, label }: { count: number; label?: string }) {
  const { params } = useBoardAddress();
  const { pathname } = useLocation();
  const byDue = withTable(withLayout(params, 'table'), { ...readTable(params), grouping: 'due' });
  return (
    <Link className="small" to={{ pathname, search: byDue.toString() }} aria-label={label}>
      {words.more(count)}
    </Link>
  );
}
