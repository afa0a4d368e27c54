import { uuidv4 } from 'lib0/random';
import { Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { board as words } from '#shared/boards/board.fr.ts';
import { LABEL_COLOURS, type LabelColour } from '#shared/boards/board.ts';
import { boardPage } from '#shared/boards/board-page.fr.ts';
import { choosing } from '#shared/boards/card/property/card-properties.fr.ts';
import { addLabel, removeLabel } from '#shared/boards/field/label-operations.ts';
import { optionsOf } from '../../ui/choices.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Dialog } from '../../ui/late/dialog.tsx';
import { useBoardWorld } from '../parts/board-world.ts';
import { LabelTag } from '../parts/label-tag.tsx';

/** The labels of the board: which there are, a new one, one less. */
export function LabelsDialog({ onClose }: { onClose: () => void }) {
  const id = useId();
  const { edit, labels } = useBoardWorld();
  const [name, setName] = useState('');
  const [colour, setColour] = useState<LabelColour>('spruce');
  const [error, setError] = useState<string>();
  if (!edit) return null;
  const { doc } = edit;

  function add() {
    const added = addLabel(doc, { labelId: uuidv4(), name, colour });
    setError(added.ok ? undefined : words.errors[added.error]);
    if (added.ok) setName('');
  }

  return (
    <Dialog title={boardPage.manageLabels} isOpen onClose={onClose}>
      {labels.size === 0 && <p className="muted">{choosing.labels.nothing}</p>}
      <ul className="ruled dialog-list">
        {[...labels.values()].map((label) => (
          <li className="row nowrap" key={label.id}>
            <LabelTag label={label} />
            <button
              className="btn quiet sm icon-only push"
              type="button"
              aria-label={boardPage.removeLabel(label.name)}
              onClick={() => removeLabel(doc, { labelId: label.id })}
            >
              <Trash2 className="icon" aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <form
        className="mt-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextField
          label={boardPage.labelName}
          name="name"
          required
          id={`${id}name`}
          error={error}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <SelectField
          label={boardPage.labelColour}
          name="colour"
          id={`${id}colour`}
          value={colour}
          onChange={(event) =>
            setColour(LABEL_COLOURS.find((known) => known === event.target.value) ?? 'neutral')
          }
        >
          {optionsOf(LABEL_COLOURS, words.labelColours)}
        </SelectField>
        <FormActions cancel={boardPage.close} submit={boardPage.addLabel} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
