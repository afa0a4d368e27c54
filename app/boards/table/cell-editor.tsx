import { CircleAlert } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import type { Board } from '#shared/board/board.ts';
import {
  renameCard,
  setCardAssignees,
  setCardLabels,
  setCardOrganisation,
} from '#shared/board/card-operations.ts';
import type { SortField } from '#shared/board/layout-address.ts';
import type { CardRow } from '#shared/board/table-rows.ts';
import { board as boardWords } from '#shared/messages/fr/board.ts';
import { boardLayouts } from '#shared/messages/fr/board-layouts.ts';
import { boardPage } from '#shared/messages/fr/board-page.ts';
import { AnchoredMenu, ChoiceButton, type MenuAction } from '../../ui/menu.tsx';
import { useBoardWorld } from '../board-world.ts';
import { DueField } from '../due-field.tsx';
import { LabelTag } from '../label-tag.tsx';
import { useTextDraft } from '../text-draft.ts';

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
    case 'city':
      return <OneOf {...props} />;
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
  useEffect(() => field.current?.select(), []);
  return (
    <>
      <input
        className="input sm"
        ref={field}
        // biome-ignore lint/a11y/noAutofocus: the cell that had the focus becomes this field
        autoFocus
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
      {error && (
        <span className="draft-error cell-error" id={id} role="alert">
          <CircleAlert className="icon" aria-hidden="true" />
          <span>{boardWords.errors[error]}</span>
        </span>
      )}
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
      <DueField card={card} id={id} />
    </span>
  );
}

/** One choice among several, by a menu under the cell. */
function OneOf({ row: { card, column }, field, columns, onEnd }: CellEditorProps) {
  const { edit, organisations } = useBoardWorld();
  const anchor = useRef<HTMLElement>(null);
  const title = card.title || boardWords.untitledCard;
  const entry = (id: string, label: string, isChosen: boolean, onAction: () => void): MenuAction => ({
    id,
    label,
    ...(isChosen && { chosen: words.chosen }),
    onAction,
  });
  const cities = [
    entry('none', boardPage.noCity, card.organisationId === null, () => setCity(null)),
    ...[...organisations.values()].map(({ id, name }) =>
      entry(id, name, id === card.organisationId, () => setCity(id)),
    ),
  ];
  const setCity = (organisationId: string | null) => {
    if (edit) setCardOrganisation(edit.doc, { cardId: card.id, organisationId });
  };
  const places = columns.map(({ id, name }) =>
    entry(id, name || boardWords.unnamedColumn, id === column.id, () => {
      if (id !== column.id) edit?.actions.move(card.id, { columnId: id });
    }),
  );
  return (
    <>
      <span ref={anchor}>
        {field === 'city' ? organisations.get(card.organisationId ?? '')?.name : column.name}
      </span>
      <AnchoredMenu
        label={field === 'city' ? words.edit.city(title) : words.edit.column(title)}
        actions={field === 'city' ? cities : places}
        anchor={anchor}
        isOpen
        onClose={onEnd}
      />
    </>
  );
}

/** Several among many: the list stays open while one ticks. */
function SomeOf({ row: { card }, field, onEnd }: CellEditorProps) {
  const { edit, people, labels } = useBoardWorld();
  if (!edit) return null;
  const title = card.title || boardWords.untitledCard;
  const isPeople = field === 'people';
  const choices = isPeople
    ? [...people.values()].map(({ id, name }) => ({ id, label: name }))
    : [...labels.values()].map((label) => ({
        id: label.id,
        label: label.name,
        look: <LabelTag label={label} />,
      }));
  const gone = isPeople ? card.assignees.filter((id) => !people.has(id)) : [];
  const write = (ids: readonly string[]) =>
    isPeople
      ? // Those who left the group cannot be chosen again, and are not taken away by choosing others.
        setCardAssignees(edit.doc, { cardId: card.id, assignees: [...ids, ...gone] })
      : setCardLabels(edit.doc, { cardId: card.id, labels: ids });
  return (
    <ChoiceButton
      className="btn quiet sm"
      label={isPeople ? words.edit.people(title) : words.edit.labels(title)}
      choices={choices}
      chosen={isPeople ? card.assignees.filter((id) => people.has(id)) : card.labels}
      empty={isPeople ? boardPage.noPersonYet : boardPage.noLabelYet}
      onChange={write}
      isOpenAtFirst
      onClose={onEnd}
    >
      {boardPage.choose}
    </ChoiceButton>
  );
}
