import { Form } from 'react-router';
import { document as documentWords } from '#shared/documents/document.fr.ts';
import { organising } from '#shared/documents/list/document-organising.fr.ts';
import type { TitleError } from '#shared/errors.ts';
import { access } from '#shared/kernel/access/access.fr.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';

/** What the action of the list answers when it refuses. */
export interface RefusedTitle {
  readonly error: TitleError;
  readonly title: string;
}

/** A title is all that a new document needs. What was typed stays when it is refused. */
export function NewDocumentForm({
  refused,
  folder = null,
}: {
  refused: RefusedTitle | undefined;
  /** Where it will stand; null at the top. */
  folder?: { readonly id: string; readonly name: string } | null;
}) {
  const error = refused && access.errors[refused.error];
  return (
    <Form method="post" className="card" noValidate>
      <input type="hidden" name="intent" value="create" />
      <ErrorSummary
        title={documentWords.refused}
        faults={error ? [{ field: 'title', message: error }] : []}
        answer={refused}
      />
      <TextField
        label={documentWords.titleLabel}
        name="title"
        hint={documentWords.createHint}
        error={error}
        defaultValue={refused?.title}
        autoComplete="off"
        required
      />
      {folder && (
        <>
          <input type="hidden" name="folder" value={folder.id} />
          <p className="muted small mt-2">{organising.createdIn(folder.name)}</p>
        </>
      )}
      <p className="mt-4">
        <button className="btn primary" type="submit">
          {documentWords.createSubmit}
        </button>
      </p>
    </Form>
  );
}
