import { useId, useState } from 'react';
import type { ShownFolder } from '#shared/documents/folder.ts';
import { organising as words } from '#shared/documents/list/document-organising.fr.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Dialog } from '../../ui/late/dialog.tsx';

/** « Déplacer vers… »: the same as dragging, in one choice. `without` and what stands in it are not offered. */
export function MoveToDialog({
  title,
  tree,
  from,
  without = null,
  onMove,
  onClose,
}: {
  title: string;
  tree: readonly ShownFolder[];
  from: string | null;
  without?: string | null;
  onMove: (folderId: string | null) => void;
  onClose: () => void;
}) {
  const id = useId();
  const [chosen, setChosen] = useState(from ?? '');
  const open = withoutSubtree(tree, without);
  return (
    <Dialog title={words.moveTitle(title)} isOpen onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onMove(chosen || null);
        }}
      >
        <SelectField
          label={words.destination}
          name="folder"
          id={`${id}folder`}
          value={chosen}
          onChange={({ target }) => setChosen(target.value)}
        >
          <option value="">{words.topOption}</option>
          {open.map(({ id: value, name, depth }) => (
            <option key={value} value={value}>
              {'\u2003'.repeat(depth)}
              {name}
            </option>
          ))}
        </SelectField>
        <FormActions cancel={words.cancel} submit={words.move} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

/** The name of a folder that is made or renamed. */
export function FolderNameDialog({
  title,
  initial = '',
  submit,
  onName,
  onClose,
}: {
  title: string;
  initial?: string;
  submit: string;
  onName: (name: string) => void;
  onClose: () => void;
}) {
  const id = useId();
  const [name, setName] = useState(initial);
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onName(name);
        }}
      >
        <TextField
          label={words.folderName}
          name="name"
          id={`${id}name`}
          value={name}
          maxLength={200}
          autoComplete="off"
          required
          onChange={({ target }) => setName(target.value)}
        />
        <FormActions cancel={words.cancel} submit={submit} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

function withoutSubtree(tree: readonly ShownFolder[], without: string | null): readonly ShownFolder[] {
  if (without === null) return tree;
  const gone = new Set([without]);
  // Each stands after its parent.
  return tree.filter(({ id, parentId }) => {
    if (parentId !== null && gone.has(parentId)) gone.add(id);
    return !gone.has(id);
  });
}
