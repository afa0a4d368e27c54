import type { ReactNode } from 'react';
import { Form } from 'react-router';
import type { GroupError, NameError } from '#shared/errors.ts';
import { access } from '#shared/kernel/access/access.fr.ts';
import { group as groupWords } from '#shared/people/group/group.fr.ts';
import { PURPOSE_MAX } from '#shared/people/group/group.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { TextAreaField, TextField } from '../../ui/field.tsx';

/** What an action on a group's texts answers when it refuses: the code, and everything as it was typed. */
export interface RefusedGroup {
  readonly error: NameError | GroupError;
  readonly typed: { readonly name: string; readonly purpose: string };
}

const FIELD_OF: Record<NameError | GroupError, string> = {
  'name.empty': 'name',
  'name.tooLong': 'name',
  'group.purposeEmpty': 'purpose',
  'group.purposeTooLong': 'purpose',
  'group.themeNotFound': 'theme',
  'group.notFound': '',
};

interface GroupFormProps {
  readonly initial: { readonly name: string; readonly purpose: string };
  readonly refused: RefusedGroup | undefined;
  readonly submit: string;
  /** More fields, between the texts and the button. */
  readonly children?: (errors: Readonly<Partial<Record<string, string>>>) => ReactNode;
}

/** Name and purpose of a group, for its creation and its settings. */
export function GroupForm({ initial, refused, submit, children }: GroupFormProps) {
  const words = { ...access.errors, ...groupWords.errors };
  const errors: Partial<Record<string, string>> = refused
    ? { [FIELD_OF[refused.error]]: words[refused.error] }
    : {};
  const { name, purpose } = refused?.typed ?? initial;
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
        <button className="btn primary" type="submit">
          {submit}
        </button>
      </p>
    </Form>
  );
}
