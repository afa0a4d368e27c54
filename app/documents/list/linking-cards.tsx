import { Link } from 'react-router';
import { cardRelations } from '#shared/boards/card/card-relations.fr.ts';
import type { LinkingCard } from '#shared/boards/card/linking-card.ts';
import { paths } from '#shared/paths.ts';

/** [B31] The cards that point to this document, of the boards that one may read; nothing without one. */
export function LinkingCards({ cards }: { cards: readonly LinkingCard[] }) {
  if (cards.length === 0) return null;
  return (
    <section className="linking-cards" aria-labelledby="cartes-liees">
      <h2 id="cartes-liees">{cardRelations.onDocument}</h2>
      <ul className="ruled small">
        {cards.map(({ boardId, boardTitle, cardId, title, columnName }) => (
          <li key={`${boardId}/${cardId}`}>
            <Link to={paths.boardCard({ id: boardId, title: boardTitle }, cardId)}>
              {title || cardRelations.untitled}
            </Link>{' '}
            <span className="muted">{cardRelations.where(boardTitle, columnName)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
