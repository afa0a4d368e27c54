import { Form } from 'react-router';
import { synthesis as words } from '#shared/publication/synthesis/synthesis.fr.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { OwnerField, type PossibleOwner } from './owner-field.tsx';
import type { SynthesisRefusal } from './synthesis-forms.tsx';

interface EditChapterFormProps {
  readonly chapter: { readonly owner: { readonly id: string } | null; readonly dueOn: string | null };
  /** Null for whoever may not say who has the chapter. */
  readonly people: readonly PossibleOwner[] | null;
  readonly refused: SynthesisRefusal | undefined;
}

/** [SY2] Who has a chapter, and until when. */
export function EditChapterForm({ chapter, people, refused }: EditChapterFormProps) {
  const said = refused?.values.form === 'edit' ? refused : undefined;
  return (
    <Form method="post" className="mt-4" noValidate>
      <input type="hidden" name="intent" value="edit" />
      <ErrorSummary title={words.refused} faults={faultsOf(said?.errors)} answer={said} />
      {people && (
        <OwnerField
          people={people}
          chosen={said?.values.owner ?? chapter.owner?.id ?? ''}
          error={said?.errors.owner}
        />
      )}
      <TextField
        label={words.dueLabel}
        name="due"
        type="date"
        defaultValue={said?.values.due ?? chapter.dueOn ?? ''}
        error={said?.errors.due}
      />
      <button className="btn mt-3" type="submit">
        {words.save}
      </button>
    </Form>
  );
}
