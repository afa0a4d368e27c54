import { useEffect, useId, useRef } from 'react';
import type * as Y from 'yjs';
import { board as boardWords } from '#shared/boards/board.fr.ts';
import type { Board, Card } from '#shared/boards/board.ts';
import { boardLayouts } from '#shared/boards/board-layouts.fr.ts';
import { boardPage } from '#shared/boards/board-page.fr.ts';
import {
  renameCard,
  setCardAssignees,
  setCardLabels,
  setCardOrganisations,
} from '#shared/boards/card/card-operations.ts';
import type { SortField } from '#shared/boards/view/layout-address.ts';
import type { CardRow } from '#shared/boards/view/table-rows.ts';
import { City } from '../../ui/city.tsx';
import { AnchoredMenu, ChoiceButton, type MenuAction } from '../../ui/late/menu.tsx';
import { type BoardWorld, useBoardWorld } from '../parts/board-world.ts';
import { DayField } from '../parts/day-field.tsx';
import { DraftError } from '../parts/draft-error.tsx';
import { LabelTag } from '../parts/label-tag.tsx';
import { useTextDraft } from '../parts/text-draft.ts';

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
  switch (props.field) {
    case 'title':
      return <TitleEditor {...props} />;
    case 'due':
      return <DueEditor {...props} />;
    case 'column':
      return <OneOf {...props} />;
    case 'city':
    case 'people':
    case 'labels':
      return <SomeOf {...props} />;
    case 'steps':
      return null;
  }
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
function DueEditor({ row: { card } }: CellEditorProps) {
  const id = useId();
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => box.current?.querySelector('input')?.focus(), []);
  return (
    <span ref={box}>
      <label className="vh" htmlFor={id}>
        {words.edit.due(card.title || boardWords.untitledCard)}
      </label>
      <DayField card={card} which="due" id={id} />
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

/** Several among many: the list stays open while one ticks. */
function SomeOf({ row: { card }, field, onEnd }: CellEditorProps) {
  const world = useBoardWorld();
  const { edit } = world;
  if (!edit) return null;
  const { label, choices, chosen, gone, empty, write } = choicesOf(card, field, edit.doc, world);
  return (
    <ChoiceButton
      className="btn quiet sm"
      label={label(card.title || boardWords.untitledCard)}
      choices={choices}
      chosen={chosen}
      empty={empty}
      // What left the group cannot be chosen again, and is not taken away by choosing others.
      onChange={(ids) => write([...ids, ...gone])}
      isOpenAtFirst
      onClose={onEnd}
    >
      {boardPage.choose}
    </ChoiceButton>
  );
}

/** What a cell of several values offers, what of it the card has, and how it is written. */
function choicesOf(
  { id: cardId, ...card }: Card,
  field: SortField,
  doc: Y.Doc,
  { people, organisations, labels }: BoardWorld,
) {
  if (field === 'people') {
    return {
      label: words.edit.people,
      choices: [...people.values()].map(({ id, name }) => ({ id, label: name })),
      chosen: card.assignees.filter((id) => people.has(id)),
      gone: card.assignees.filter((id) => !people.has(id)),
      empty: boardPage.noPersonYet,
      write: (assignees: readonly string[]) => setCardAssignees(doc, { cardId, assignees }),
    };
  }
  if (field === 'city') {
    return {
      label: words.edit.city,
      choices: [...organisations.values()].map(({ id, name, colour }) => ({
        id,
        label: name,
        look: <City name={name} colour={colour} />,
      })),
      chosen: card.organisations.filter((id) => organisations.has(id)),
      gone: card.organisations.filter((id) => !organisations.has(id)),
      empty: boardPage.noOrganisationYet,
      write: (ids: readonly string[]) => setCardOrganisations(doc, { cardId, organisations: ids }),
    };
  }
  return {
    label: words.edit.labels,
    choices: [...labels.values()].map((label) => ({
      id: label.id,
      label: label.name,
      look: <LabelTag label={label} />,
    })),
    chosen: card.labels,
    gone: [],
    empty: boardPage.noLabelYet,
    write: (ids: readonly string[]) => setCardLabels(doc, { cardId, labels: ids }),
  };
}
