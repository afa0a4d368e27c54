import { Form } from 'react-router';
import { support as words } from '#shared/publication/support/support.fr.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { TextAreaField, TextField } from '../../ui/field.tsx';

/** What a form of the page answered. */
export interface Refused {
  readonly values: Readonly<Partial<Record<string, string>>> & { readonly form: string };
  readonly errors: Readonly<Partial<Record<string, string>>>;
}

interface Given {
  readonly typed: Readonly<Partial<Record<string, string>>>;
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly answer: unknown;
}

/** [AT7] The day of what was done, and what it was: a new one, or one that is changed. */
export function SupportFields({
  intent,
  supportId = '',
  today,
  typed,
  errors,
  answer,
}: Given & {
  readonly intent: 'note' | 'change';
  readonly supportId?: string;
  readonly today: string;
}) {
  const { note } = words;
  const of = (name: string) => ({ name, id: `${name}${supportId && `-${supportId}`}` });
  return (
    <Form method="post" noValidate>
      <ErrorSummary title={note.refused} faults={faultsOf(errors)} answer={answer} />
      {supportId && <input type="hidden" name="supportId" value={supportId} />}
      <TextField
        {...of('day')}
        label={note.day}
        type="date"
        max={today}
        error={errors.day}
        defaultValue={typed.day ?? today}
        required
      />
      <TextAreaField
        {...of('what')}
        label={note.what}
        hint={note.hint}
        error={errors.what}
        defaultValue={typed.what}
        rows={3}
        required
      />
      <p className="mt-3">
        <button className="btn" type="submit" name="intent" value={intent}>
          {intent === 'note' ? note.submit : note.save}
        </button>
      </p>
    </Form>
  );
}

/** [AT7] A message to the people of the city. */
export function WriteForm({ people, typed, errors, answer }: Given & { readonly people: number }) {
  const { write } = words;
  if (people === 0) return <p className="muted">{write.nobody}</p>;
  return (
    <Form method="post" noValidate>
      <p className="muted mb-3">{write.lead(people)}</p>
      <ErrorSummary title={write.refused} faults={faultsOf(errors)} answer={answer} />
      <TextAreaField
        label={write.message}
        name="message"
        error={errors.message}
        defaultValue={typed.message}
        rows={6}
        required
      />
      <p className="mt-3">
        <button className="btn" type="submit" name="intent" value="write">
          {write.submit}
        </button>
      </p>
    </Form>
  );
}
