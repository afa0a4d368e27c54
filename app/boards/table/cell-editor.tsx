import { useEffect, useId, useRef } from 'react';
import { board as boardWords } from '#shared/boards/board.fr.ts';
import type { Board, Card } from '#shared/boards/board.ts';
import { boardLayouts } from '#shared/boards/board-layouts.fr.ts';
import { renameCard } from '#shared/boards/card/card-operations.ts';
import { type DayProperty, isDay, propertyIn } from '#shared/boards/card/property/card-properties.ts';
import type { SortField } from '#shared/boards/view/layout-address.ts';
import type { CardRow } from '#shared/boards/view/table-rows.ts';
import { AnchoredMenu, type MenuAction } from '../../ui/late/menu.tsx';
import { useBoardWorld } from '../parts/board-world.ts';
import { DayField } from '../parts/day-field.tsx';
import { DraftError } from '../parts/draft-error.tsx';
import { useTextDraft } from '../parts/text-draft.ts';
import { MembersChoice } from '../property/members-choice.tsx';

const words = boardLayouts.table;

interface CellEditorProps {
  readonly row: CardRow;
  readonly field: SortField;
  readonly columns: Board['columns'];
  /** Back to the cell. */
  readonly onEnd: () => void;
}

/** The control that a cell becomes while it is changed. Escape, Enter and a choice give the cell back. */
export function CellEditor(props: CellEditorProps) {
  const { edit } = useBoardWorld();
  if (!edit) return null;
  const { field, row, onEnd } = props;
  if (field === 'steps') return null;
  if (field === 'title') return <TitleEditor {...props} />;
  const key = propertyIn(field);
  if (!key) return <OneOf {...props} />;
  const label = words.edit[field](row.card.title || boardWords.untitledCard);
  return isDay(key) ? (
    <DayEditor card={row.card} property={key} label={label} />
  ) : (
    <MembersChoice
      card={row.card}
      property={key}
      className="btn quiet sm"
      label={label}
      isOpenAtFirst
      onClose={onEnd}
    />
  );
}

function TitleEditor({ row: { card }, onEnd }: CellEditorProps) {
  const { edit } = useBoardWorld();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const { text, error, onChange, flush, drop } = useTextDraft(card.title, (title) =>
    edit ? renameCard(edit.doc, { cardId: card.id, title }) : { ok: true, value: undefined },
  );
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <>
      <input
        className="input sm"
        ref={field}
        aria-label={boardWords.cardTitle}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? id : undefined}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        onBlur={flush}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') {
            event.preventDefault();
            drop();
            onEnd();
          } else if (event.key === 'Enter') {
            event.preventDefault();
            if (flush()) onEnd();
          }
        }}
      />
      {error && <DraftError id={id}>{boardWords.errors[error]}</DraftError>}
    </>
  );
}

/** Its keys are the cell's: the field writes by itself. */
function DayEditor({ card, property, label }: { card: Card; property: DayProperty; label: string }) {
  const id = useId();
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => box.current?.querySelector('input')?.focus(), []);
  return (
    <span ref={box}>
      <label className="vh" htmlFor={id}>
        {label}
      </label>
      <DayField card={card} which={property} id={id} />
    </span>
  );
}

/** One choice among several, by a menu under the cell. */
function OneOf({ row: { card, column }, columns, onEnd }: CellEditorProps) {
  const { edit } = useBoardWorld();
  const anchor = useRef<HTMLElement>(null);
  const title = card.title || boardWords.untitledCard;
  const entry = (id: string, label: string, isChosen: boolean, onAction: () => void): MenuAction => ({
    id,
    label,
    ...(isChosen && { chosen: words.chosen }),
    onAction,
  });
  const places = columns.map(({ id, name }) =>
    entry(id, name || boardWords.unnamedColumn, id === column.id, () => {
      if (id !== column.id) edit?.actions.move(card.id, { columnId: id });
    }),
  );
  return (
    <>
      <span ref={anchor}>{column.name}</span>
      <AnchoredMenu
        label={words.edit.column(title)}
        actions={places}
        anchor={anchor}
        isOpen
        onClose={onEnd}
      />
    </>
  );
}
