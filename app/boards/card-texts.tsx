import { useId } from 'react';
import type { Card } from '#shared/board/board.ts';
import { renameCard, setCardDescription } from '#shared/board/card-operations.ts';
import { board as words } from '#shared/messages/fr/board.ts';
import { boardPage } from '#shared/messages/fr/board-page.ts';
import { useBoardWorld } from './board-world.ts';
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

/** What the card asks for. */
export function CardDescription({ card }: { card: Card }) {
  const { edit } = useBoardWorld();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{boardPage.instructions}</h3>
      {edit ? (
        <DraftArea
          label={boardPage.instructions}
          className="side-text"
          placeholder={boardPage.addInstructions}
          value={card.description}
          write={(description) => setCardDescription(edit.doc, { cardId: card.id, description })}
        />
      ) : (
        <p className="side-text">{card.description || boardPage.noInstructions}</p>
      )}
    </section>
  );
}
