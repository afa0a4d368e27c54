import { Form } from 'react-router';
import { document as documentWords } from '#shared/documents/document.fr.ts';
import { documentList } from '#shared/documents/list/document-list.fr.ts';
import { organising } from '#shared/documents/list/document-organising.fr.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';

/** What the action of a page answers when it refuses a title. */
export interface RefusedTitle {
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly values: Readonly<Partial<Record<string, string>>>;
}

/** A title is all that a new document needs. What was typed stays when it is refused. */
export function NewDocumentForm({
  refused,
  folder = null,
}: {
  refused: RefusedTitle | null;
  /** Where it will stand; null at the top. */
  folder?: { readonly id: string; readonly name: string } | null;
}) {
  const error = refused?.errors.title;
  return (
    <Form method="post" className="card" noValidate>
      <input type="hidden" name="intent" value="create" />
      <ErrorSummary title={documentList.refused} faults={faultsOf(refused?.errors)} answer={refused} />
      <TextField
        label={documentWords.titleLabel}
        name="title"
        hint={documentList.createHint}
        error={error}
        defaultValue={refused?.values.title}
        autoComplete="off"
        required
      />
      {folder && (
        <>
          <input type="hidden" name="folderId" value={folder.id} />
          <p className="muted small mt-2">{organising.createdIn(folder.name)}</p>
        </>
      )}
      <p className="mt-4">
        <button className="btn primary" type="submit">
          {documentList.createSubmit}
        </button>
      </p>
    </Form>
  );
}
