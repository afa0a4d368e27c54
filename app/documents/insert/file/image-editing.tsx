import type { Node } from '@tiptap/pm/model';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { IMAGE_ALIGNS, IMAGE_SIZES, readAttrs } from '#shared/documents/attribute/document-attributes.ts';
import { documentInserts } from '#shared/documents/insert/document-inserts.fr.ts';
import { refusalOf } from '#shared/kernel/sent-file.ts';
import { optionsOf } from '../../../ui/choices.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Field, SelectField, TextField } from '../../../ui/field.tsx';
import { Dialog } from '../../../ui/late/dialog.tsx';
import type { EditorDialogProps } from '../../editor/editor-dialog.ts';
import { later } from '../../editor/later.ts';
import { changeNode } from '../insert-blocks.ts';
import { ACCEPTED } from './image-drafts.ts';
import { type Sending, type SentImage, sendImage, whyRefused } from './send-file.ts';

const words = documentInserts.image;

interface Faults {
  readonly file?: string;
  readonly alt?: string;
}

/** Describes, captions, sizes, places or replaces an image that stands in the text. */
export function ImageEditing({
  editor,
  edited,
  onClose,
  node,
  at,
}: EditorDialogProps & { node: Node; at: number }) {
  const [before] = useState(() => readAttrs('image', node.attrs));
  const [alt, setAlt] = useState(before.alt ?? '');
  const [isDecorative, setDecorative] = useState(before.alt === '');
  const [caption, setCaption] = useState(before.caption ?? '');
  const [size, setSize] = useState(before.size);
  const [align, setAlign] = useState(before.align);
  const [file, setFile] = useState<File | null>(null);
  const [faults, setFaults] = useState<Faults>({});
  const [percent, setPercent] = useState<number | null>(null);
  const sending = useRef<Sending<SentImage> | null>(null);
  useEffect(() => () => sending.current?.cancel(), []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const early = file && refusalOf(file, edited.uploadMegabytes);
    const found: Faults = {
      ...(early && { file: documentInserts.fileErrors[early] }),
      ...(!isDecorative && alt.trim() === '' && { alt: words.alternativeMissing }),
    };
    setFaults(found);
    if (found.file || found.alt) return;
    let sent: SentImage | null = null;
    if (file) {
      setPercent(0);
      sending.current = sendImage(edited.id, file, setPercent);
      const answer = await sending.current.done;
      setPercent(null);
      if (!answer.ok) return setFaults({ file: whyRefused(answer.error) });
      sent = answer.value;
    }
    onClose();
    const attrs = {
      ...sent,
      alt: isDecorative ? '' : alt.trim(),
      caption: caption.trim() || null,
      size,
      align,
    };
    later(() => changeNode(editor, at, 'image', attrs));
  };

  return (
    <Dialog title={words.editTitle} isOpen onClose={onClose}>
      <form onSubmit={submit} noValidate aria-busy={percent !== null}>
        <ErrorSummary
          title={words.refused}
          faults={Object.entries(faults).map(([field, message]) => ({ field, message }))}
          answer={faults}
        />
        <TextField
          label={words.alternative}
          name="alt"
          hint={words.alternativeHint}
          error={faults.alt}
          value={alt}
          maxLength={500}
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
        <TextField
          label={words.caption}
          name="legende"
          hint={words.captionHint}
          value={caption}
          maxLength={500}
          onChange={({ currentTarget }) => setCaption(currentTarget.value)}
          autoComplete="off"
        />
        <div className="image-place">
          <SelectField
            label={words.size}
            name="taille"
            value={size}
            onChange={({ currentTarget }) => setSize(oneOf(IMAGE_SIZES, currentTarget.value))}
          >
            {optionsOf(IMAGE_SIZES, words.sizes)}
          </SelectField>
          <SelectField
            label={words.align}
            name="place"
            value={align}
            disabled={size === 'full'}
            onChange={({ currentTarget }) => setAlign(oneOf(IMAGE_ALIGNS, currentTarget.value))}
          >
            {optionsOf(IMAGE_ALIGNS, words.aligns)}
          </SelectField>
        </div>
        <Field label={words.replace} name="file" error={faults.file}>
          {(control) => (
            <input
              className="input"
              type="file"
              accept={ACCEPTED.join(',')}
              onChange={({ currentTarget }) => setFile(currentTarget.files?.[0] ?? null)}
              {...control}
            />
          )}
        </Field>
        <div className="actions">
          <p className="muted small sending" role="status">
            {percent !== null && words.sending(1, 1, percent)}
          </p>
          <button className="btn" type="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button className="btn primary" type="submit" disabled={percent !== null}>
            {words.save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function oneOf<T extends string>(known: readonly T[], value: string): T {
  return known.find((one) => one === value) ?? (known[0] as T);
}
