import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { group as groupWords } from '#shared/people/group/group.fr.ts';
import { PURPOSE_MAX } from '#shared/people/group/group.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { TextAreaField, TextField } from '../../ui/field.tsx';

interface GroupFormProps {
  readonly initial: { readonly name: string; readonly purpose: string };
  readonly refused:
    | {
        readonly errors: Readonly<Partial<Record<string, string>>>;
        readonly values: Readonly<Partial<Record<string, string>>>;
      }
    | undefined;
  readonly intent: string;
  readonly submit: string;
  /** More fields, between the texts and the button. */
  readonly children?: (errors: Readonly<Partial<Record<string, string>>>) => ReactNode;
}

/** Name and purpose of a group, for its creation and its settings. */
export function GroupForm({ initial, refused, intent, submit, children }: GroupFormProps) {
  const errors = refused?.errors ?? {};
  const { name, purpose } = refused?.values ?? initial;
  return (
    <Form method="post" className="card max-w-2xl" noValidate>
      <ErrorSummary title={groupWords.refused} faults={faultsOf(errors)} answer={refused} />
      <TextField
        label={groupWords.name}
        name="name"
        hint={groupWords.nameHint}
        error={errors.name}
        defaultValue={name}
        autoComplete="off"
        required
      />
      <TextAreaField
        label={groupWords.purpose}
        name="purpose"
        hint={groupWords.purposeHint}
        error={errors.purpose}
        defaultValue={purpose}
        maxLength={PURPOSE_MAX * 2}
        rows={3}
        required
      />
      {children?.(errors)}
      <p className="mt-4">
        <button className="btn primary" type="submit" name="intent" value={intent}>
          {submit}
        </button>
      </p>
    </Form>
  );
}
