import { useId, useState } from 'react';
import { board as words } from '#shared/boards/board.fr.ts';
import { TextField } from '../../ui/field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Dialog } from '../../ui/late/dialog.tsx';
import { useBoardWorld } from '../parts/board-world.ts';

/** A new column, from the menu of the board: on small screens there is no room for one more beside the others. */
export function AddColumnDialog({ onClose }: { onClose: () => void }) {
  const id = useId();
  const { edit } = useBoardWorld();
  const [name, setName] = useState('');
  const [error, setError] = useState<string>();
  return (
    <Dialog title={words.addColumn} isOpen onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const added = edit?.actions.addColumn(name);
          if (added?.ok) onClose();
          else setError(added && words.errors[added.error]);
        }}
      >
        <TextField
          label={words.columnName}
          name="name"
          required
          id={`${id}name`}
          error={error}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <FormActions cancel={words.cancel} submit={words.addColumn} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
