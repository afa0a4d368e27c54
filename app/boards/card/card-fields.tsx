import { Fragment, useId } from 'react';
import { board } from '#shared/boards/board.fr.ts';
import type { Card } from '#shared/boards/board.ts';
import { boardFields as words } from '#shared/boards/board-fields.fr.ts';
import { boardPage } from '#shared/boards/board-page.fr.ts';
import { type Field, type FieldValue, heldIn } from '#shared/boards/field/field.ts';
import { setCardField } from '#shared/boards/field/field-operations.ts';
import type { BoardError } from '#shared/errors.ts';
import type { Result } from '#shared/kernel/result.ts';
import { fieldText } from '../field/field-text.ts';
import { useBoardWorld } from '../parts/board-world.ts';
import { DayInput } from '../parts/day-input.tsx';
import { DraftError } from '../parts/draft-error.tsx';
import { useTextDraft } from '../parts/text-draft.ts';

/** What the open card holds in the fields of its board. */
export function CardFields({ card }: { card: Card }) {
  const world = useBoardWorld();
  const id = useId();
  if (world.fields.length === 0) return null;
  return (
    <dl className="facts card-fields">
      {world.fields.map((field) => {
        const value = heldIn(card, field.id);
        const name = field.name || words.unnamed;
        return (
          <Fragment key={field.id}>
            <dt>{world.edit ? <label htmlFor={id + field.id}>{name}</label> : name}</dt>
            <dd>
              {world.edit ? (
                <FieldControl cardId={card.id} field={field} value={value} id={id + field.id} />
              ) : (
                <span className={value === null ? 'muted' : undefined}>
                  {value === null ? words.noValue : fieldText(field, value, world)}
                </span>
              )}
            </dd>
          </Fragment>
        );
      })}
    </dl>
  );
}

interface ControlProps {
  readonly cardId: string;
  readonly field: Field;
  readonly value: FieldValue | null;
  readonly id: string;
}

function FieldControl({ cardId, field, value, id }: ControlProps) {
  const { edit } = useBoardWorld();
  if (!edit) return null;
  const write = (text: string) => setCardField(edit.doc, { cardId, fieldId: field.id, text });
  switch (field.kind) {
    case 'text':
      return <LineControl id={id} shown={String(value ?? '')} write={write} />;
    case 'number':
      return (
        <LineControl
          id={id}
          shown={typeof value === 'number' ? words.number(value) : ''}
          inputMode="decimal"
          write={write}
        />
      );
    case 'date':
      return (
        <DayInput
          id={id}
          day={value === null ? null : String(value)}
          invalid="board.dueInvalid"
          write={(day) => write(day ?? '')}
        />
      );
    default:
      return <ChoiceControl id={id} field={field} value={value} write={write} />;
  }
}

type Write = (text: string) => Result<void, BoardError>;

/** One line; a refusal is told under it, and what was typed stays. */
function LineControl({
  id,
  shown,
  inputMode,
  write,
}: {
  id: string;
  shown: string;
  inputMode?: 'decimal';
  write: Write;
}) {
  const { text, error, onChange, flush, drop } = useTextDraft(shown, write);
  return (
    <span className="draft">
      <input
        className="input sm"
        id={id}
        inputMode={inputMode}
        autoComplete="off"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        onBlur={flush}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') flush();
          else if (event.key === 'Escape' && text !== shown) {
            event.preventDefault();
            drop();
          }
        }}
      />
      {error && <DraftError id={`${id}-error`}>{board.errors[error]}</DraftError>}
    </span>
  );
}

function ChoiceControl({
  id,
  field,
  value,
  write,
}: {
  id: string;
  field: Field;
  value: FieldValue | null;
  write: Write;
}) {
  const { people, organisations } = useBoardWorld();
  const byKind = { person: [...people.values()], city: [...organisations.values()] };
  const choices = field.kind === 'person' || field.kind === 'city' ? byKind[field.kind] : field.options;
  const isGone = value !== null && !choices.some((choice) => choice.id === value);
  return (
    <select className="input sm" id={id} value={value ?? ''} onChange={({ target }) => write(target.value)}>
      <option value="">{words.noValue}</option>
      {isGone && (
        <option value={value}>{field.kind === 'person' ? boardPage.formerMember : words.formerCity}</option>
      )}
      {choices.map((choice) => (
        <option key={choice.id} value={choice.id}>
          {choice.name || words.unnamed}
        </option>
      ))}
    </select>
  );
}
