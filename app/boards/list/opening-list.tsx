import { TriangleAlert } from 'lucide-react';
import { Link } from 'react-router';
import { board as words } from '#shared/boards/board.fr.ts';
import { NoScript } from '../../ui/no-script.tsx';
import { CardFace } from '../card/card-face.tsx';
import { useOpenCardId } from '../card/open-card.ts';
import { ColumnCount } from '../column/column-count.tsx';
import { useBoardWorld } from '../parts/board-world.ts';
import type { BoardOpening, OpeningColumn } from './opening.ts';

/** The board as lists: the first paint, and the whole of it for readers without script. */
export function OpeningList({ opening, current }: { opening: BoardOpening; current: string | undefined }) {
  return (
    <div className="board">
      {opening.columns.map((column) => (
        <OpeningSection key={column.id} column={column} isCurrent={column.id === current} />
      ))}
    </div>
  );
}

function OpeningSection({ column, isCurrent }: { column: OpeningColumn; isCurrent: boolean }) {
  const { cardPath } = useBoardWorld();
  const openCardId = useOpenCardId();
  const isOver = column.limit !== null && column.total > column.limit;
  const headingId = `column-${column.id}`;
  const classes = ['col', isOver && 'over-limit', isCurrent && 'is-shown'].filter(Boolean).join(' ');
  return (
    <section
      className={classes}
      id={columnAnchor(column.id)}
      aria-labelledby={headingId}
      data-colour={column.colour ?? undefined}
    >
      <header>
        <h2 id={headingId}>{column.name || words.unnamedColumn}</h2>
        <ColumnCount count={column.total} limit={column.limit} />
      </header>
      {isOver && (
        <p className="note warning small">
          <TriangleAlert className="icon" aria-hidden="true" />
          <span>{words.overLimit(column.total, column.limit ?? 0)}</span>
        </p>
      )}
      {column.total === 0 && <p className="cards-empty">{words.emptyColumn}</p>}
      <ol className="cards">
        {column.cards.map((card) => (
          <li className="kcard" key={card.id}>
            <article className="kcard-inside" data-open={card.id === openCardId || undefined}>
              <CardFace
                card={card}
                isDone={column.done}
                title={
                  <h3 className="kcard-title">
                    <Link to={cardPath(card.id)}>{card.title || words.untitledCard}</Link>
                  </h3>
                }
              />
            </article>
          </li>
        ))}
      </ol>
      {column.rest.length > 0 && (
        <NoScript>
          <ol className="cards" start={column.cards.length + 1}>
            {column.rest.map(({ id, title }) => (
              <li className="kcard" key={id}>
                <a href={cardPath(id)}>{title || words.untitledCard}</a>
              </li>
            ))}
          </ol>
        </NoScript>
      )}
    </section>
  );
}

/** The fragment under which a column is found without script, on small screens. */
export function columnAnchor(columnId: string): string {
  return `colonne-${columnId}`;
}
