import { type LucideIcon, Plus } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { board as words } from '#shared/boards/board.fr.ts';
import type { BoardError } from '#shared/errors.ts';
import type { Result } from '#shared/kernel/result.ts';
import { Field } from '../../ui/field.tsx';

interface QuickAddProps {
  /** What the button says, and what it says to screen readers when several say the same. */
  readonly label: string;
  readonly longLabel?: string;
  readonly fieldLabel: string;
  readonly icon?: LucideIcon;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onAdd: (text: string) => Result<void, BoardError>;
}

/** A button that becomes a field: Enter adds and stays for the next one, Escape puts the button back. */
export function QuickAdd({
  label,
  longLabel,
  fieldLabel,
  icon: Icon = Plus,
  isOpen,
  onOpenChange,
  onAdd,
}: QuickAddProps) {
  const [text, setText] = useState('');
  const [error, setError] = useState<BoardError | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();

  useEffect(() => {
    if (isOpen) field.current?.focus();
  }, [isOpen]);

  function add() {
    const added = onAdd(text);
    setError(added.ok ? null : added.error);
    if (added.ok) setText('');
    field.current?.focus();
  }

  function close() {
    setError(null);
    onOpenChange(false);
    requestAnimationFrame(() => button.current?.focus());
  }

  if (!isOpen) {
    return (
      <button
        className="btn quiet sm quick-add"
        type="button"
        ref={button}
        aria-label={longLabel}
        onClick={() => onOpenChange(true)}
      >
        <Icon className="icon" aria-hidden="true" />
        {label}
      </button>
    );
  }
  return (
    <form
      noValidate
      className="quick-add-form"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Field label={fieldLabel} name="title" required id={id} error={error ? words.errors[error] : undefined}>
        {(control) => (
          <textarea
            {...control}
            className="input grows"
            rows={2}
            ref={field}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') {
                // Escape means this field, not the panel around it.
                event.preventDefault();
                close();
              } else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
                event.preventDefault();
                add();
              }
            }}
          />
        )}
      </Field>
      <p className="row mt-2">
        <button className="btn primary sm" type="submit">
          {label}
        </button>
        <button className="btn quiet sm" type="button" onClick={close}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}
