import type { ComponentProps } from 'react';
import { Form } from 'react-router';
import { adoption as words } from '#shared/publication/adoption/adoption.fr.ts';
import { readAnswers } from '#shared/publication/adoption/feasibility.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { SelectField, TextAreaField } from '../../ui/field.tsx';
import { CheckQuestions } from './check-questions.tsx';
import type { AdoptionRefusal } from './refusal.ts';

interface AdoptionFormProps extends ComponentProps<typeof CheckQuestions> {
  readonly note: string;
  readonly department: string;
  /** To choose from; empty when the register knows where the city is. */
  readonly departments: readonly { readonly code: string; readonly name: string }[];
  /** The revision on the page; 0 for none. */
  readonly seen: number;
  readonly refused: AdoptionRefusal | undefined;
  readonly submit: string;
}

/** [RP5] The questions of a sheet for a city that keeps its answers; what was typed and refused stands in their place. */
export function AdoptionForm(props: AdoptionFormProps) {
  const { refused, departments, seen, submit, needs } = props;
  const typed = refused?.values;
  const answers = typed ? readAnswers(needs, (field) => typed[field] ?? null) : props.answers;
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="intent" value="save" />
      <input type="hidden" name="seen" value={seen} />
      <ErrorSummary title={words.refused} faults={faultsOf(refused?.errors)} answer={refused} />
      <CheckQuestions {...props} answers={answers} proposals={typed ? [] : props.proposals} />
      <section className="plate">
        <TextAreaField
          label={words.note}
          name="note"
          hint={words.noteHint}
          error={refused?.errors.note}
          defaultValue={typed?.note ?? props.note}
          rows={4}
        />
        {departments.length > 0 && (
          <SelectField
            label={words.department}
            hint={words.departmentHint}
            name="departement"
            defaultValue={typed?.departement ?? props.department}
          >
            <option value="">{words.chooseDepartment}</option>
            {departments.map(({ code, name }) => (
              <option key={code} value={code}>
                {`${code} ${name}`}
              </option>
            ))}
          </SelectField>
        )}
        <button className="btn primary mt-4" type="submit">
          {submit}
        </button>
      </section>
    </Form>
  );
}
