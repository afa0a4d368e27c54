import { Archive, ArrowRight, CalendarDays, Tags, Users, X } from 'lucide-react';
import { useId, useState } from 'react';
import type { Card } from '#shared/board/board.ts';
import { board as words } from '#shared/messages/fr/board.ts';
import { boardGestures } from '#shared/messages/fr/board-gestures.ts';
import { boardPage } from '#shared/messages/fr/board-page.ts';
import { due as days } from '#shared/messages/fr/due.ts';
import { Dialog } from '../ui/dialog.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { FormActions } from '../ui/form-actions.tsx';
import { ChoiceButton } from '../ui/menu.tsx';
import { useBoardWorld } from './board-world.ts';
import { LabelTag } from './label-tag.tsx';
import { useSelection } from './selection.ts';

/** What can be done with the chosen cards together; nothing while none is chosen. */
export function SelectionBar() {
  const { edit, view } = useBoardWorld();
  const { ids, set } = useSelection();
  const [dialog, setDialog] = useState<'move' | 'due' | null>(null);
  if (!edit || ids.size === 0) return null;
  const cards = view
    .getBoard()
    .columns.flatMap((column) => column.cards)
    .filter(({ id }) => ids.has(id));
  const cardIds = cards.map(({ id }) => id);
  const close = () => setDialog(null);
  return (
    <section className="cards-bar" aria-label={boardGestures.selection}>
      <strong>{boardGestures.selected(ids.size)}</strong>
      <button className="btn sm" type="button" aria-haspopup="dialog" onClick={() => setDialog('move')}>
        <ArrowRight className="icon" aria-hidden="true" />
        {words.moveTo}
      </button>
      <LabelsOfAll cards={cards} />
      <PeopleOfAll cards={cards} />
      <button className="btn sm" type="button" aria-haspopup="dialog" onClick={() => setDialog('due')}>
        <CalendarDays className="icon" aria-hidden="true" />
        {words.due}
      </button>
      <button
        className="btn sm"
        type="button"
        onClick={() => edit.batch.change(cardIds, { archived: true }, boardGestures.spoken.archived)}
      >
        <Archive className="icon" aria-hidden="true" />
        {boardPage.archiveShort}
      </button>
      <button
        className="btn quiet sm icon-only"
        type="button"
        aria-label={boardGestures.selectNone}
        title={boardGestures.selectNone}
        onClick={() => set([])}
      >
        <X className="icon" aria-hidden="true" />
      </button>
      {dialog === 'move' && <MoveAll cardIds={cardIds} onClose={close} />}
      {dialog === 'due' && <DueOfAll cardIds={cardIds} onClose={close} />}
    </section>
  );
}

/** What all of them have is ticked; ticking gives it to all, unticking takes it from all. */
function LabelsOfAll({ cards }: { cards: readonly Card[] }) {
  const { edit, labels } = useBoardWorld();
  const all = [...labels.values()];
  const common = all.filter(({ id }) => cards.every((card) => card.labels.includes(id))).map(({ id }) => id);
  return (
    <ChoiceButton
      className="btn sm"
      label={words.labels}
      empty={boardPage.noLabelYet}
      choices={all.map((label) => ({ id: label.id, label: label.name, look: <LabelTag label={label} /> }))}
      chosen={common}
      onChange={(next) => {
        const change = changeOf(common, next);
        const name = labels.get(change.id)?.name ?? '';
        edit?.batch.change(idsOf(cards), { label: change.id, isOn: change.isOn }, (count) =>
          boardGestures.spoken.labelled(count, name, change.isOn),
        );
      }}
    >
      <Tags className="icon" aria-hidden="true" />
      {words.labels}
    </ChoiceButton>
  );
}

function PeopleOfAll({ cards }: { cards: readonly Card[] }) {
  const { edit, people } = useBoardWorld();
  const all = [...people.values()];
  const common = all
    .filter(({ id }) => cards.every((card) => card.assignees.includes(id)))
    .map(({ id }) => id);
  return (
    <ChoiceButton
      className="btn sm"
      label={words.assignees}
      empty={boardPage.noPersonYet}
      choices={all.map(({ id, name }) => ({ id, label: name }))}
      chosen={common}
      onChange={(next) => {
        const change = changeOf(common, next);
        const name = people.get(change.id)?.name ?? '';
        edit?.batch.change(idsOf(cards), { assignee: change.id, isOn: change.isOn }, (count) =>
          boardGestures.spoken.assigned(count, name, change.isOn),
        );
      }}
    >
      <Users className="icon" aria-hidden="true" />
      {words.assignees}
    </ChoiceButton>
  );
}

const idsOf = (cards: readonly Card[]) => cards.map(({ id }) => id);

/** The one that was ticked, or no longer is. */
function changeOf(before: readonly string[], after: readonly string[]): { id: string; isOn: boolean } {
  const on = after.find((id) => !before.includes(id));
  return { id: on ?? before.find((id) => !after.includes(id)) ?? '', isOn: on !== undefined };
}

interface OfCards {
  readonly cardIds: readonly string[];
  readonly onClose: () => void;
}

function MoveAll({ cardIds, onClose }: OfCards) {
  const id = useId();
  const { edit, view, show } = useBoardWorld();
  const { columns } = view.getBoard();
  const [columnId, setColumnId] = useState(columns[0]?.id ?? '');
  const [isFirst, setFirst] = useState(false);
  return (
    <Dialog title={boardGestures.moveSelected(cardIds.length)} isOpen onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!edit?.batch.move(cardIds, columnId, isFirst ? 0 : undefined)) return;
          onClose();
          if (cardIds[0]) show(cardIds[0]);
        }}
      >
        <SelectField
          label={words.column}
          name="column"
          id={`${id}column`}
          value={columnId}
          onChange={(event) => setColumnId(event.target.value)}
        >
          {columns.map(({ id: value, name }) => (
            <option key={value} value={value}>
              {name || words.unnamedColumn}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={words.position}
          name="position"
          id={`${id}position`}
          value={isFirst ? 'first' : 'last'}
          onChange={(event) => setFirst(event.target.value === 'first')}
        >
          <option value="first">{boardGestures.start}</option>
          <option value="last">{boardGestures.end}</option>
        </SelectField>
        <FormActions cancel={words.cancel} submit={words.move} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

function DueOfAll({ cardIds, onClose }: OfCards) {
  const id = useId();
  const { edit, today } = useBoardWorld();
  const [error, setError] = useState<string>();
  return (
    <Dialog title={boardGestures.dueOfSelected(cardIds.length)} isOpen onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const field = event.currentTarget.elements.namedItem('day');
          if (!(field instanceof HTMLInputElement)) return;
          // A day half typed reads as empty: it is not « no day ».
          const isDone =
            !field.validity.badInput &&
            edit?.batch.change(cardIds, { due: field.value || null }, (count) =>
              boardGestures.spoken.due(count, field.value ? days.short(field.value, today) : null),
            );
          if (isDone) onClose();
          else setError(words.errors['board.dueInvalid']);
        }}
      >
        <TextField
          label={boardGestures.dueDay}
          hint={boardGestures.dueNone}
          name="day"
          id={`${id}day`}
          type="date"
          error={error}
        />
        <FormActions cancel={words.cancel} submit={boardGestures.apply} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
