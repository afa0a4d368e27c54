import { Pencil } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Form, useNavigation } from 'react-router';
import { document as documentWords } from '#shared/documents/document.fr.ts';
import { access } from '#shared/kernel/access/access.fr.ts';
import { TextField } from '../ui/field.tsx';
import type { RefusedTitle } from './list/new-document-form.tsx';

interface TitleProps {
  readonly title: string;
  readonly canRename: boolean;
  /** What the server answered to a title that it refused. */
  readonly refused: RefusedTitle | null;
}

/**
 * The title, and the form that changes it. It is saved by itself, not with the text: it stands in lists, mails and addresses.
 * The form is a disclosure of the browser, which needs no script.
 */
export function DocumentTitle({ title, canRename, refused }: TitleProps) {
  const disclosure = useRef<HTMLDetailsElement>(null);
  const [isOpen, setOpen] = useState(refused !== null);
  const isSaving = useNavigation().formData?.get('intent') === 'rename';
  useEffect(() => setOpen(refused !== null), [refused]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a title that has changed has been saved.
  useEffect(() => setOpen(false), [title]);
  const close = () => {
    setOpen(false);
    disclosure.current?.querySelector('summary')?.focus();
  };
  return (
    <div className="doc-title">
      <h1 id="titre">{title}</h1>
      {canRename && (
        <details ref={disclosure} open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary
            className="btn quiet sm icon-only"
            aria-label={documentWords.rename}
            title={documentWords.rename}
          >
            <Pencil className="icon" aria-hidden="true" />
          </summary>
          <Form
            method="post"
            className="card"
            noValidate
            onKeyDown={({ key }) => {
              if (key === 'Escape') close();
            }}
          >
            <input type="hidden" name="intent" value="rename" />
            <TextField
              key={title}
              label={documentWords.titleLabel}
              name="title"
              required
              defaultValue={refused?.title ?? title}
              error={refused ? access.errors[refused.error] : undefined}
              autoComplete="off"
              autoFocus={refused !== null}
            />
            <p className="row mt-3">
              <button className="btn primary sm" type="submit" disabled={isSaving}>
                {documentWords.titleSave}
              </button>
              <button className="btn quiet sm" type="button" onClick={close}>
                {documentWords.cancel}
              </button>
            </p>
          </Form>
        </details>
      )}
    </div>
  );
}
