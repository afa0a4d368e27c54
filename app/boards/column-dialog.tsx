import { useId, useState } from 'react';
import type { Column } from '#shared/board/board.ts';
import { renameColumn, setColumnDone, setColumnLimit } from '#shared/board/column-operations.ts';
import { board as words } from '#shared/messages/fr/board.ts';
import { boardPage } from '#shared/messages/fr/board-page.ts';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { useBoardWorld } from './board-world.ts';

/** Name of a column, how many cards it should hold, and whether they are finished there. */
export function ColumnDialog({ column, onClose }: { column: Column; onClose: () => void }) {
  const id = useId();
  const { edit } = useBoardWorld();
  const [name, setName] = useState(column.name);
  const [limit, setLimit] = useState(column.limit === null ? '' : String(column.limit));
  const [isDone, setDone] = useState(column.done);
  const [errors, setErrors] = useState<{ name?: string; limit?: string }>({});
  if (!edit) return null;
  const { doc } = edit;

  function save() {
    const columnId = column.id;
    const limited = setColumnLimit(doc, { columnId, limit: limit.trim() === '' ? null : Number(limit) });
    const renamed = renameColumn(doc, { columnId, name });
    setColumnDone(doc, { columnId, done: isDone });
    if (limited.ok && renamed.ok) return onClose();
    setErrors({
      ...(renamed.ok ? {} : { name: words.errors[renamed.error] }),
      ...(limited.ok ? {} : { limit: words.errors[limited.error] }),
    });
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
        <label className="check mt-3">
          <input type="checkbox" checked={isDone} onChange={(event) => setDone(event.target.checked)} />
          {words.doneColumn}
        </label>
        <div className="actions">
          <button className="btn" type="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button className="btn primary" type="submit">
            {boardPage.save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
