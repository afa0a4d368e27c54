import { useId } from 'react';
import { board as words } from '#shared/boards/board.fr.ts';
import type { BoardError } from '#shared/errors.ts';
import type { Result } from '#shared/kernel/result.ts';
import { takeFocus } from '../../ui/take-focus.ts';
import { DraftError } from '../parts/draft-error.tsx';
import { useTextDraft } from '../parts/text-draft.ts';

interface DraftAreaProps {
  readonly label: string;
  readonly className: string;
  readonly value: string;
  readonly write: (text: string) => Result<void, BoardError>;
  readonly placeholder?: string;
  /** Enter ends the writing instead of making a line. */
  readonly isOneLine?: boolean;
  /** The field was opened to be written in: it takes the focus, and this is called once it is left with nothing refused. */
  readonly onDone?: () => void;
}

/** A text of the board that is written where it stands; a refusal is told under it, and what was typed stays. */
export function DraftArea({
  label,
  className,
  value,
  write,
  placeholder,
  isOneLine = false,
  onDone,
}: DraftAreaProps) {
  const id = useId();
  const { text, error, onChange, flush, drop } = useTextDraft(value, write);
  return (
    <div className="draft">
      <textarea
        ref={onDone && takeFocus}
        className={`grows ${className}`}
        rows={1}
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? id : undefined}
        placeholder={placeholder}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        onBlur={() => flush() && onDone?.()}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter' && isOneLine) {
            event.preventDefault();
            if (flush()) onDone?.();
          } else if (event.key === 'Escape' && (text !== value || onDone)) {
            event.preventDefault();
            drop();
            onDone?.();
          }
        }}
      />
      {error && <DraftError id={id}>{words.errors[error]}</DraftError>}
    </div>
  );
}
