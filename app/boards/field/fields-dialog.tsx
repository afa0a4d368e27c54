import { uuidv4 } from 'lib0/random';
import { ArrowDown, ArrowUp, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { board } from '#shared/boards/board.fr.ts';
import { boardFields as words } from '#shared/boards/board-fields.fr.ts';
import { boardPage } from '#shared/boards/board-page.fr.ts';
import { FIELD_KINDS, type Field, type FieldKind } from '#shared/boards/field/field.ts';
import { addField, moveField, removeField, restoreField } from '#shared/boards/field/field-operations.ts';
import { optionsOf } from '../../ui/choices.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Dialog } from '../../ui/late/dialog.tsx';
import { MenuButton } from '../../ui/late/menu-button.tsx';
import { RemovedList } from '../card/removed-list.tsx';
import { useBoardWorld } from '../parts/board-world.ts';
import { FieldSettings } from './field-settings.tsx';

/** The fields of the board: which there are, in what order, one more, one less; and each of them by itself. */
export function FieldsDialog({ onClose }: { onClose: () => void }) {
  const { fields, view } = useBoardWorld();
  const [openId, setOpenId] = useState<string | null>(null);
  const open = fields.find(({ id }) => id === openId);
  return (
    <Dialog title={open ? words.editTitle(open.name) : words.manage} isOpen onClose={onClose}>
      {open ? (
        <FieldSettings key={open.id} field={open} onBack={() => setOpenId(null)} />
      ) : (
        <FieldList
          fields={fields}
          removed={view.getBoard().removedFields}
          onOpen={setOpenId}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}

interface FieldListProps {
  readonly fields: readonly Field[];
  readonly removed: readonly Field[];
  readonly onOpen: (fieldId: string) => void;
  readonly onClose: () => void;
}

function FieldList({ fields, removed, onOpen, onClose }: FieldListProps) {
  const { edit } = useBoardWorld();
  const [said, setSaid] = useState('');
  if (!edit) return null;
  const { doc } = edit;

  function move(field: Field, index: number) {
    if (moveField(doc, { fieldId: field.id, index }).ok) {
      setSaid(words.spoken.moved(field.name, index, fields.length));
    }
  }

  function remove(field: Field) {
    if (removeField(doc, { fieldId: field.id }).ok) setSaid(words.spoken.removed(field.name));
  }

  return (
    <>
      <p className="muted small">{words.intro}</p>
      {fields.length === 0 && <p className="mt-3">{words.none}</p>}
      <ol className="ruled dialog-list">
        {fields.map((field, index) => (
          <li className="row nowrap" key={field.id}>
            <span>
              <span>{field.name || words.unnamed}</span>
              <span className="muted small field-kind">
                {words.kinds[field.kind]}
                {field.onFace && `, ${words.shownOnFace}`}
              </span>
            </span>
            <span className="push">
              <MenuButton
                className="btn quiet sm icon-only"
                label={words.actions(field.name || words.unnamed)}
                actions={[
                  { id: 'edit', label: words.edit, icon: Pencil, onAction: () => onOpen(field.id) },
                  {
                    id: 'up',
                    label: words.moveUp,
                    icon: ArrowUp,
                    isDisabled: index === 0,
                    onAction: () => move(field, index - 1),
                  },
                  {
                    id: 'down',
                    label: words.moveDown,
                    icon: ArrowDown,
                    isDisabled: index === fields.length - 1,
                    onAction: () => move(field, index + 1),
                  },
                  {
                    id: 'remove',
                    label: words.remove,
                    icon: Trash2,
                    startsGroup: true,
                    onAction: () => remove(field),
                  },
                ]}
              >
                <Ellipsis className="icon" aria-hidden="true" />
              </MenuButton>
            </span>
          </li>
        ))}
      </ol>
      <RemovedList
        title={words.removed}
        hint={words.removedHint}
        removed={removed}
        onRestore={({ id, name }) => {
          if (restoreField(doc, { fieldId: id }).ok) setSaid(words.spoken.restored(name));
        }}
      />
      <p className="vh" role="status">
        {said}
      </p>
      <NewField onAdded={onOpen} onClose={onClose} />
    </>
  );
}

/** A field of choices is opened at once: it is nothing yet without its choices. */
function NewField({ onAdded, onClose }: { onAdded: (fieldId: string) => void; onClose: () => void }) {
  const id = useId();
  const { edit } = useBoardWorld();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<FieldKind>('text');
  const [error, setError] = useState<string>();
  if (!edit) return null;

  function add() {
    if (!edit) return;
    const fieldId = uuidv4();
    const added = addField(edit.doc, { fieldId, name, kind });
    setError(added.ok ? undefined : board.errors[added.error]);
    if (!added.ok) return;
    setName('');
    if (kind === 'choice') onAdded(fieldId);
  }

  return (
    <form
      className="mt-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextField
        label={words.name}
        hint={words.nameHint}
        name="name"
        required
        id={`${id}name`}
        error={error}
        value={name}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
      />
      <SelectField
        label={words.kind}
        name="kind"
        id={`${id}kind`}
        value={kind}
        onChange={(event) => setKind(FIELD_KINDS.find((known) => known === event.target.value) ?? 'text')}
      >
        {optionsOf(FIELD_KINDS, words.kinds)}
      </SelectField>
      <FormActions cancel={boardPage.close} submit={words.add} onCancel={onClose} />
    </form>
  );
}
