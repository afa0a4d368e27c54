import { board as words } from '#shared/boards/board.fr.ts';
import type { Card } from '#shared/boards/board.ts';
import { renameCard } from '#shared/boards/card/card-operations.ts';
import { useBoardWorld } from '../parts/board-world.ts';
import { DraftArea } from './draft-area.tsx';

/** The title of the open card, written where it is read. */
export function CardTitle({ card }: { card: Card }) {
  const { edit } = useBoardWorld();
  if (!edit) return <p className="side-title">{card.title || words.untitledCard}</p>;
  const { doc } = edit;
  return (
    <DraftArea
      label={words.cardTitle}
      className="side-title"
      isOneLine
      value={card.title}
      write={(title) => renameCard(doc, { cardId: card.id, title })}
    />
  );
}
