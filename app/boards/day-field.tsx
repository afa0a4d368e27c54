import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Card } from '#shared/board/board.ts';
import { setCardDates } from '#shared/board/card-operations.ts';
import type { BoardError } from '#shared/errors.ts';
import { board as words } from '#shared/messages/fr/board.ts';
import { useBoardWorld } from './board-world.ts';

/** While a year is typed the browser gives 0002, 0020, 0202: none of them is meant. */
const FIRST_YEAR = '1900';

const INVALID = { start: 'board.startInvalid', due: 'board.dueInvalid' } as const;

interface DayFieldProps {
  readonly card: Card;
  readonly which: 'start' | 'due';
  readonly id: string;
}

/** A day of a card, by the browser's own date field. What is refused stays in the field, with its reason. */
export function DayField({ card, which, id }: DayFieldProps) {
  const { edit } = useBoardWorld();
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<BoardError | null>(null);
  if (!edit) return null;
  const { doc } = edit;

  /** Why the day was not written, or null when it was. */
  function write({ value, validity }: HTMLInputElement): BoardError | null {
    // A day half typed reads as empty: it is not « no day ».
    if (validity.badInput || (value !== '' && value < FIRST_YEAR)) return INVALID[which];
    const written = setCardDates(doc, { cardId: card.id, [which]: value || null });
    return written.ok ? null : written.error;
  }

  return (
    <span className="draft">
      <input
        className="input sm"
        type="date"
        id={id}
        value={typed ?? card[which] ?? ''}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={({ target }) => {
          setTyped(target.value);
          const refused = write(target);
          // A day that is still being typed is not reproached yet.
          if (refused === null || refused === 'board.startAfterDue') setError(refused);
        }}
        onBlur={({ target }) => {
          const refused = typed === null && !target.validity.badInput ? null : write(target);
          setError(refused);
          if (refused === null) setTyped(null);
        }}
      />
      {error && (
        <span className="draft-error" id={`${id}-error`} role="alert">
          <CircleAlert className="icon" aria-hidden="true" />
          <span>{words.errors[error]}</span>
        </span>
      )}
    </span>
  );
}
