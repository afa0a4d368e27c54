import { useId, useState } from 'react';
import { board as boardWords } from '#shared/boards/board.fr.ts';
import type { Card } from '#shared/boards/board.ts';
import { boardLayouts } from '#shared/boards/board-layouts.fr.ts';
import { propertyWords } from '#shared/boards/card/property/card-properties.fr.ts';
import { Field } from '../../ui/field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Dialog } from '../../ui/late/dialog.tsx';

const words = boardLayouts.due;

/** « Changer l’échéance… » : the same as dragging, with a date. Left empty, the card has no due day. */
export function DueDialog({
  card,
  onSave,
  onClose,
}: {
  card: Card;
  onSave: (day: string | null) => void;
  onClose: () => void;
}) {
  const id = useId();
  const [isWrong, setWrong] = useState(false);
  return (
    <Dialog title={words.changeOf(card.title || boardWords.untitledCard)} isOpen onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const field = event.currentTarget.elements.namedItem('due');
          if (!(field instanceof HTMLInputElement)) return;
          // A day half typed reads as empty: it is not « no day ».
          if (field.validity.badInput) {
            setWrong(true);
            field.focus();
          } else onSave(field.value || null);
        }}
      >
        <Field
          label={propertyWords.due.name}
          name="due"
          id={id}
          error={isWrong ? boardWords.errors['board.dueInvalid'] : undefined}
        >
          {(control) => <input {...control} className="input" type="date" defaultValue={card.due ?? ''} />}
        </Field>
        <FormActions cancel={boardWords.cancel} submit={words.save} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
