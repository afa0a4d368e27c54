import { useId, useState } from 'react';
import { board as words } from '#shared/boards/board.fr.ts';
import { type Column, LABEL_COLOURS } from '#shared/boards/board.ts';
import { boardGestures } from '#shared/boards/board-gestures.fr.ts';
import { boardPage } from '#shared/boards/board-page.fr.ts';
import { setColumn } from '#shared/boards/column-operations.ts';
import { optionsOf } from '../../ui/choices.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Dialog } from '../../ui/late/dialog.tsx';
import { useBoardWorld } from '../parts/board-world.ts';

/** Name of a column, its colour, how many cards it should hold, and whether they are finished there. */
export default function ColumnDialog({ column, onClose }: { column: Column; onClose: () => void }) {
  const id = useId();
  const { edit } = useBoardWorld();
  const [name, setName] = useState(column.name);
  const [limit, setLimit] = useState(column.limit === null ? '' : String(column.limit));
  const [isDone, setDone] = useState(column.done);
  const [colour, setColour] = useState(column.colour);
  const [errors, setErrors] = useState<{ name?: string; limit?: string }>({});
  if (!edit) return null;
  const { doc } = edit;

  function save() {
    const saved = setColumn(doc, {
      columnId: column.id,
      name,
      limit: limit.trim() === '' ? null : Number(limit),
      done: isDone,
      colour,
    });
    if (saved.ok) return onClose();
    const field = saved.error === 'board.limitInvalid' ? 'limit' : 'name';
    setErrors({ [field]: words.errors[saved.error] });
  }

  return (
    <Dialog title={words.columnActions(column.name || words.unnamedColumn)} isOpen onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          label={words.columnName}
          name="name"
          required
          id={`${id}name`}
          error={errors.name}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label={boardPage.limit}
          hint={boardPage.limitHint}
          name="limit"
          id={`${id}limit`}
          inputMode="numeric"
          error={errors.limit}
          value={limit}
          onChange={(event) => setLimit(event.target.value)}
        />
        <SelectField
          label={boardGestures.columnColour}
          hint={boardGestures.columnColourHint}
          name="colour"
          id={`${id}colour`}
          value={colour ?? ''}
          onChange={(event) => setColour(LABEL_COLOURS.find((known) => known === event.target.value) ?? null)}
        >
          <option value="">{boardGestures.noColour}</option>
          {optionsOf(LABEL_COLOURS, words.labelColours)}
        </SelectField>
        <label className="check mt-3">
          <input type="checkbox" checked={isDone} onChange={(event) => setDone(event.target.checked)} />
          {words.doneColumn}
        </label>
        <FormActions cancel={words.cancel} submit={boardPage.save} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
