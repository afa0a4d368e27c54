import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Card } from '#shared/board/board.ts';
import { setCardDue } from '#shared/board/card-operations.ts';
import { board as words } from '#shared/messages/fr/board.ts';
import { useBoardWorld } from './board-world.ts';

/** While a year is typed the browser gives 0002, 0020, 0202: none of them is meant. */
const FIRST_YEAR = '1900';

/** The due day of a card, by the browser's own date field. */
export function DueField({ card, id }: { card: Card; id: string }) {
  const { edit } = useBoardWorld();
  const [typed, setTyped] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  if (!edit) return null;
  const { doc } = edit;

  function write(day: string): boolean {
    const isPlausible = day === '' || day >= FIRST_YEAR;
    return isPlausible && setCardDue(doc, { cardId: card.id, due: day || null }).ok;
  }

  return (
    <span className="draft">
      <input
        className="input sm"
        type="date"
        id={id}
        value={typed ?? card.due ?? ''}
        aria-invalid={isWrong ? true : undefined}
        aria-describedby={isWrong ? `${id}-error` : undefined}
        onChange={({ target: { value, validity } }) => {
          setTyped(value);
          if (!validity.badInput && write(value)) setWrong(false);
        }}
        onBlur={({ target: { value, validity } }) => {
          // A day half typed reads as empty: it is not « no day ».
          const isWritten = !validity.badInput && (typed === null || write(value));
          setWrong(!isWritten);
          if (isWritten) setTyped(null);
        }}
      />
      {isWrong && (
        <span className="draft-error" id={`${id}-error`} role="alert">
          <CircleAlert className="icon" aria-hidden="true" />
          <span>{words.errors['board.dueInvalid']}</span>
        </span>
      )}
    </span>
  );
}
