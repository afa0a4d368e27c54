import { useState } from 'react';
import { board as words } from '#shared/boards/board.fr.ts';
import type { BoardError } from '#shared/errors.ts';
import type { Result } from '#shared/kernel/result.ts';
import { DraftError } from './draft-error.tsx';

/** While a year is typed the browser gives 0002, 0020, 0202: none of them is meant. */
const FIRST_YEAR = '1900';

interface DayInputProps {
  readonly id: string;
  /** `YYYY-MM-DD`, or null for none. */
  readonly day: string | null;
  /** Why a day that is none is refused. */
  readonly invalid: BoardError;
  readonly write: (day: string | null) => Result<void, BoardError>;
}

/** A day, by the browser's own date field. What is refused stays in the field, with its reason. */
export function DayInput({ id, day, invalid, write }: DayInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<BoardError | null>(null);

  /** Why the day was not written, or null when it was. */
  function commit({ value, validity }: HTMLInputElement): BoardError | null {
    // A day half typed reads as empty: it is not « no day ».
    if (validity.badInput || (value !== '' && value < FIRST_YEAR)) return invalid;
    const written = write(value || null);
    return written.ok ? null : written.error;
  }

  return (
    <span className="draft">
      <input
        className="input sm"
        type="date"
        id={id}
        value={typed ?? day ?? ''}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={({ target }) => {
          setTyped(target.value);
          const refused = commit(target);
          // A day that is still being typed is not reproached yet.
          if (refused !== invalid) setError(refused);
        }}
        onBlur={({ target }) => {
          const refused = typed === null && !target.validity.badInput ? null : commit(target);
          setError(refused);
          if (refused === null) setTyped(null);
        }}
      />
      {error && <DraftError id={`${id}-error`}>{words.errors[error]}</DraftError>}
    </span>
  );
}
