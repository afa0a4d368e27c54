import type { Editor } from '@tiptap/core';
import { type FormEvent, useState } from 'react';
import { document as documentWords } from '#shared/messages/fr/document.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field, TextField } from '../ui/field.tsx';
import type { EditorDialogProps } from './editor-dialog.ts';
import { insertImage } from './insert-image.ts';
import { later } from './later.ts';
import { sendImage } from './send-image.ts';

const words = documentWords.imageDialog;

interface Faults {
  readonly file?: string;
  readonly alt?: string;
}

/**
 * Inserts an image, or describes the one that is selected. [D5] A text alternative, or an explicit « décorative »: the dialog
 * does not go on without. What was chosen and typed stays when the server refuses.
 */
export function ImageDialog({ editor, edited, given: { files = [] }, onClose }: EditorDialogProps) {
  const { id: documentId, uploadMegabytes: megabytes } = edited;
  // Pasted or dropped; null when it is to be chosen.
  const given = files[0] ?? null;
  const [selected] = useState(() => (given ? null : selectedImage(editor)));
  const [file, setFile] = useState(given);
  const [alt, setAlt] = useState(selected?.alt ?? '');
  const [isDecorative, setDecorative] = useState(selected?.alt === '');
  const [faults, setFaults] = useState<Faults>({});
  const [isSending, setSending] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const found = faultsOf({ file, alt, isDecorative, isSelected: selected !== null, megabytes });
    setFaults(found);
    if (found.file || found.alt) return;
    const text = isDecorative ? '' : alt.trim();
    if (selected) {
      onClose();
      return later(() => editor.chain().focus().updateAttributes('image', { alt: text }).run());
    }
    if (!file) return;
    setSending(true);
    const sent = await sendImage(documentId, file);
    setSending(false);
    if (!sent.ok)
      return setFaults({
        file: sent.error === 'unreachable' ? words.unreachable : documentWords.errors[sent.error],
      });
    onClose();
    later(() => insertImage(editor, { ...sent.value, alt: text }));
  };

  return (
    <Dialog title={selected ? words.editTitle : words.title} isOpen onClose={onClose}>
      <form onSubmit={submit} noValidate aria-busy={isSending}>
        <ErrorSummary
          title={words.refused}
          faults={Object.entries(faults).map(([field, message]) => ({ field, message }))}
          answer={faults}
        />
        {!selected && (
          <FileField given={given} megabytes={megabytes} error={faults.file} onChange={setFile} />
        )}
        <TextField
          label={words.alternative}
          name="alt"
          hint={words.alternativeHint}
          error={faults.alt}
          value={alt}
          onChange={({ currentTarget }) => setAlt(currentTarget.value)}
          disabled={isDecorative}
          autoComplete="off"
        />
        <label className="check mt-3">
          <input
            type="checkbox"
            checked={isDecorative}
            onChange={({ currentTarget }) => setDecorative(currentTarget.checked)}
          />
          {words.decorative}
        </label>
        <div className="actions">
          <p className="muted small" role="status">
            {isSending && words.sending}
          </p>
          <button className="btn" type="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button className="btn primary" type="submit" disabled={isSending}>
            {selected ? words.save : words.submit}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function FileField({
  given,
  megabytes,
  error,
  onChange,
}: {
  given: File | null;
  megabytes: number;
  error: string | undefined;
  onChange: (file: File | null) => void;
}) {
  return (
    <Field label={words.file} name="file" hint={given ? given.name : words.fileHint(megabytes)} error={error}>
      {(control) => (
        <input
          className="input"
          type="file"
          accept="image/png,image/jpeg,image/webp,image/gif"
          onChange={({ currentTarget }) => onChange(currentTarget.files?.[0] ?? given)}
          {...control}
        />
      )}
    </Field>
  );
}

function faultsOf(form: {
  file: File | null;
  alt: string;
  isDecorative: boolean;
  isSelected: boolean;
  megabytes: number;
}): Faults {
  const { file, alt, isDecorative, isSelected, megabytes } = form;
  const refused =
    file && (file.size === 0 ? 'file.empty' : file.size > megabytes * 1024 * 1024 ? 'file.tooLarge' : null);
  return {
    ...(!isSelected && !file && { file: documentWords.errors['file.missing'] }),
    ...(refused && { file: documentWords.errors[refused] }),
    ...(!isDecorative && alt.trim() === '' && { alt: words.alternativeMissing }),
  };
}

/** The image that is selected, with its text; null when none is. */
function selectedImage(editor: Editor): { alt: string | null } | null {
  if (!editor.isActive('image')) return null;
  const alt: unknown = editor.getAttributes('image').alt;
  return { alt: typeof alt === 'string' ? alt : null };
}
