import { type FormEvent, useState } from 'react';
import { readAttrs } from '#shared/documents/attribute/document-attributes.ts';
import { editor as words } from '#shared/documents/editor/editor.fr.ts';
import { TextField } from '../../ui/field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Dialog } from '../../ui/late/dialog.tsx';
import type { EditorDialogProps } from '../editor/editor-dialog.ts';
import { later } from '../editor/later.ts';

/** As many as `document-attributes.ts` reads. */
const LONGEST = 300;

/** The caption of the table of the caret; an empty one takes it away. */
export function CaptionDialog({ editor, onClose }: EditorDialogProps) {
  const [caption, setCaption] = useState(
    () => readAttrs('table', editor.getAttributes('table')).caption ?? '',
  );
  const apply = (event: FormEvent) => {
    event.preventDefault();
    // Portals carry events up the React tree: the page has forms too.
    event.stopPropagation();
    onClose();
    later(() =>
      editor
        .chain()
        .focus()
        .updateAttributes('table', { caption: caption.trim() || null })
        .run(),
    );
  };
  return (
    <Dialog title={words.caption.title} isOpen onClose={onClose}>
      <form onSubmit={apply} noValidate>
        <TextField
          label={words.caption.label}
          name="caption"
          hint={words.caption.hint}
          value={caption}
          maxLength={LONGEST}
          onChange={({ currentTarget }) => setCaption(currentTarget.value)}
          autoComplete="off"
          autoFocus
        />
        <FormActions cancel={words.caption.cancel} submit={words.caption.submit} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
