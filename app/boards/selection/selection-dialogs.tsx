import { useId, useState } from 'react';
import { board as words } from '#shared/boards/board.fr.ts';
import { boardGestures } from '#shared/boards/board-gestures.fr.ts';
import { due as days } from '#shared/boards/card/due.fr.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Dialog } from '../../ui/late/dialog.tsx';
import { ColumnField } from '../column/column-field.tsx';
import { useBoardWorld } from '../parts/board-world.ts';

export type SelectionDialog = 'move' | 'due';

interface OfCards {
  readonly cardIds: readonly string[];
  readonly onClose: () => void;
}

/** What the bar of the chosen cards opens. */
export default function SelectionDialogs({ dialog, ...cards }: OfCards & { dialog: SelectionDialog }) {
  return dialog === 'move' ? <MoveAll {...cards} /> : <DueOfAll {...cards} />;
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
        <ColumnField columns={columns} value={columnId} onChange={setColumnId} />
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
