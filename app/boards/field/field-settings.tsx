import { uuidv4 } from 'lib0/random';
import { ArrowDown, ArrowLeft, ArrowUp, Ellipsis, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { board } from '#shared/boards/board.fr.ts';
import { boardFields as words } from '#shared/boards/board-fields.fr.ts';
import type { Field, FieldOption } from '#shared/boards/field/field.ts';
import {
  addFieldOption,
  moveFieldOption,
  removeFieldOption,
  renameField,
  renameFieldOption,
  restoreFieldOption,
  setFieldOnFace,
} from '#shared/boards/field/field-operations.ts';
import { TextField } from '../../ui/field.tsx';
import { MenuButton } from '../../ui/late/menu-button.tsx';
import { RemovedList } from '../card/removed-list.tsx';
import { NameDraft } from '../name-draft.tsx';
import { useBoardWorld } from '../parts/board-world.ts';
import { useTextDraft } from '../parts/text-draft.ts';

/** One field: its name, whether the face of cards shows it, and the choices of a list. What is written is written at once. */
export function FieldSettings({ field, onBack }: { field: Field; onBack: () => void }) {
  const id = useId();
  const { edit } = useBoardWorld();
  const [said, setSaid] = useState('');
  const name = useTextDraft(field.name, (text) =>
    edit
      ? renameField(edit.doc, { fieldId: field.id, name: text })
      : { ok: false, error: 'board.fieldNotFound' },
  );
  if (!edit) return null;
  const { doc } = edit;
  return (
    <>
      <TextField
        label={words.name}
        name="name"
        required
        id={`${id}name`}
        error={name.error ? board.errors[name.error] : undefined}
        value={name.text}
        autoComplete="off"
        onChange={(event) => name.onChange(event.target.value)}
        onBlur={name.flush}
      />
      <p className="muted small mt-2">{words.kinds[field.kind]}</p>
      <label className="check mt-3">
        <input
          type="checkbox"
          checked={field.onFace}
          onChange={(event) => setFieldOnFace(doc, { fieldId: field.id, onFace: event.target.checked })}
        />
        {words.onFace}
      </label>
      {field.kind === 'choice' && (
        <section className="mt-4" aria-labelledby={`${id}options`}>
          <h3 id={`${id}options`}>{words.options}</h3>
          <ol className="ruled dialog-list">
            {field.options.map((option, index) => (
              <OptionRow key={option.id} field={field} option={option} index={index} onSaid={setSaid} />
            ))}
          </ol>
          <NewOption fieldId={field.id} onSaid={setSaid} />
          <RemovedList
            title={words.removedOptions}
            removed={field.removedOptions}
            onRestore={(option) => {
              const which = { fieldId: field.id, optionId: option.id };
              if (restoreFieldOption(doc, which).ok) setSaid(words.spoken.optionRestored(option.name));
            }}
          />
        </section>
      )}
      <p className="vh" role="status">
        {said}
      </p>
      <div className="actions">
        <button className="btn" type="button" onClick={() => name.flush() && onBack()}>
          <ArrowLeft className="icon" aria-hidden="true" />
          {words.all}
        </button>
      </div>
    </>
  );
}

interface OptionRowProps {
  readonly field: Field;
  readonly option: FieldOption;
  readonly index: number;
  readonly onSaid: (text: string) => void;
}

function OptionRow({ field, option, index, onSaid }: OptionRowProps) {
  const { edit } = useBoardWorld();
  if (!edit) return null;
  const { doc } = edit;
  const which = { fieldId: field.id, optionId: option.id };
  const name = option.name || words.unnamed;

  function move(to: number) {
    if (moveFieldOption(doc, { ...which, index: to }).ok) {
      onSaid(words.spoken.optionMoved(name, to, field.options.length));
    }
  }

  return (
    <NameDraft
      value={option.name}
      label={words.optionName(name)}
      write={(text) => renameFieldOption(doc, { ...which, name: text })}
    >
      <MenuButton
        className="btn quiet sm icon-only push"
        label={words.optionActions(name)}
        actions={[
          {
            id: 'up',
            label: words.moveUp,
            icon: ArrowUp,
            isDisabled: index === 0,
            onAction: () => move(index - 1),
          },
          {
            id: 'down',
            label: words.moveDown,
            icon: ArrowDown,
            isDisabled: index === field.options.length - 1,
            onAction: () => move(index + 1),
          },
          {
            id: 'remove',
            label: words.remove,
            icon: Trash2,
            startsGroup: true,
            onAction: () => {
              if (removeFieldOption(doc, which).ok) onSaid(words.spoken.optionRemoved(name));
            },
          },
        ]}
      >
        <Ellipsis className="icon" aria-hidden="true" />
      </MenuButton>
    </NameDraft>
  );
}

function NewOption({ fieldId, onSaid }: { fieldId: string; onSaid: (text: string) => void }) {
  const id = useId();
  const { edit } = useBoardWorld();
  const [name, setName] = useState('');
  const [error, setError] = useState<string>();
  if (!edit) return null;
  return (
    <form
      className="mt-3"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const added = addFieldOption(edit.doc, { fieldId, optionId: uuidv4(), name });
        setError(added.ok ? undefined : board.errors[added.error]);
        if (!added.ok) return;
        onSaid(words.spoken.optionAdded(name.trim()));
        setName('');
      }}
    >
      <TextField
        label={words.option}
        name="option"
        required
        id={`${id}option`}
        error={error}
        value={name}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
      />
      <button className="btn sm mt-2" type="submit">
        {words.addOption}
      </button>
    </form>
  );
}
