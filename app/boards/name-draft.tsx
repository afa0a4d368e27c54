import { type ReactNode, useId } from 'react';
import { board } from '#shared/boards/board.fr.ts';
import type { BoardError } from '#shared/errors.ts';
import type { Result } from '#shared/kernel/result.ts';
import { DraftError } from './parts/draft-error.tsx';
import { useTextDraft } from './parts/text-draft.ts';

/** A name in a list of a dialog, changed where it stands; what else can be done with it stands beside. */
export function NameDraft({
  value,
  label,
  write,
  children,
}: {
  readonly value: string;
  readonly label: string;
  readonly write: (name: string) => Result<void, BoardError>;
  readonly children: ReactNode;
}) {
  const id = useId();
  const { text, error, onChange, flush } = useTextDraft(value, write);
  return (
    <li>
      <span className="row nowrap">
        <input
          className="input sm"
          aria-label={label}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? id : undefined}
          autoComplete="off"
          value={text}
          onChange={(event) => onChange(event.target.value)}
          onBlur={flush}
        />
        {children}
      </span>
      {error && <DraftError id={id}>{board.errors[error]}</DraftError>}
    </li>
  );
}
