import { Form } from 'react-router';
import type { TitleError } from '#shared/errors.ts';
import { fr } from '#shared/messages/fr.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { TextField } from '../ui/field.tsx';

/** What the action of the list answers when it refuses. */
export interface RefusedTitle {
  readonly error: TitleError;
  readonly title: string;
}

/** A title is all that a new document needs. What was typed stays when it is refused. */
export function NewDocumentForm({ refused }: { refused: RefusedTitle | undefined }) {
  const error = refused && fr.errors[refused.error];
  return (
    <Form method="post" className="card" noValidate>
      <ErrorSummary
        title={fr.document.refused}
        faults={error ? [{ field: 'title', message: error }] : []}
        answer={refused}
      />
      <TextField
        label={fr.document.titleLabel}
        name="title"
        hint={fr.document.createHint}
        error={error}
        defaultValue={refused?.title}
        autoComplete="off"
        required
      />
      <p className="mt-4">
        <button className="btn primary" type="submit">
          {fr.document.createSubmit}
        </button>
      </p>
    </Form>
  );
}
