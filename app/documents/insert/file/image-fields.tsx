import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { documentInserts } from '#shared/documents/insert/document-inserts.fr.ts';
import { TextField } from '../../../ui/field.tsx';
import { fieldsOf, type ImageDraft } from './image-drafts.ts';

const words = documentInserts.image;

interface ImageFieldsProps {
  readonly drafts: readonly ImageDraft[];
  readonly isDisabled: boolean;
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (key: string, changed: Partial<ImageDraft>) => void;
  readonly onRemove: (key: string) => void;
}

/** The description of each image beside what it shows. Without an image yet, the fields of the one that will be chosen. */
export function ImageFields({ drafts, ...props }: ImageFieldsProps) {
  if (drafts.length === 0) return null;
  return (
    <ul className="image-drafts">
      {drafts.map((draft) => (
        <li key={draft.key}>
          <OneImage {...props} draft={draft} isOnly={drafts.length === 1} />
        </li>
      ))}
    </ul>
  );
}

function OneImage({
  draft,
  isOnly,
  isDisabled,
  errorOf,
  onChange,
  onRemove,
}: Omit<ImageFieldsProps, 'drafts'> & { draft: ImageDraft; isOnly: boolean }) {
  const { key, file, alt, isDecorative, caption } = draft;
  const fields = fieldsOf(draft, isOnly);
  const refused = isOnly ? undefined : errorOf(fields.file);
  return (
    <>
      <div className="image-draft" id={isOnly ? undefined : fields.file} tabIndex={isOnly ? undefined : -1}>
        <Preview file={file} />
        <p className="small">
          {file.name}
          {refused && <span className="error">{refused}</span>}
        </p>
        {!isOnly && (
          <button
            className="btn sm quiet"
            type="button"
            aria-label={words.remove(file.name)}
            disabled={isDisabled}
            onClick={() => onRemove(key)}
          >
            <X className="icon" aria-hidden="true" />
          </button>
        )}
      </div>
      <TextField
        label={isOnly ? words.alternative : words.alternativeOf(file.name)}
        name={fields.alt}
        hint={isOnly ? words.alternativeHint : undefined}
        error={errorOf(fields.alt)}
        value={alt}
        maxLength={500}
        onChange={({ currentTarget }) => onChange(key, { alt: currentTarget.value })}
        disabled={isDecorative || isDisabled}
        autoComplete="off"
      />
      <label className="check mt-3">
        <input
          type="checkbox"
          checked={isDecorative}
          disabled={isDisabled}
          onChange={({ currentTarget }) => onChange(key, { isDecorative: currentTarget.checked })}
        />
        {words.decorative}
      </label>
      <TextField
        label={words.caption}
        name={fields.caption}
        value={caption}
        maxLength={500}
        onChange={({ currentTarget }) => onChange(key, { caption: currentTarget.value })}
        disabled={isDisabled}
        autoComplete="off"
      />
    </>
  );
}

function Preview({ file }: { file: File }) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  // What it shows is being described right beside it; what is no image shows nothing.
  return <img className="image-preview" src={address ?? undefined} alt="" />;
}
