import { Form } from 'react-router';
import { entry } from '#shared/people/entry/entry.fr.ts';
import { REASON_MAX } from '#shared/people/entry/entry.ts';
import { ErrorSummary, type FormFault } from '../../ui/error-summary.tsx';
import { TextAreaField } from '../../ui/field.tsx';

const words = entry.answers;

/** What an action of this page refused, and which request it is about. */
export interface AnswerRefusal {
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly values: Readonly<Partial<Record<string, string>>> & { readonly form: string };
}

/** The refusal of one request, with its reason. */
export function RefusalForm({
  id,
  idName,
  intent,
  name,
  refusal,
}: {
  id: string;
  idName: 'tieId' | 'requestId';
  intent: string;
  /** Of whoever asks. */
  name: string;
  refusal: AnswerRefusal | undefined;
}) {
  const mine = refusal?.values.form === id ? refusal : undefined;
  const field = `motif-${id}`;
  const error = mine?.errors.reason;
  const faults: FormFault[] = error ? [{ field, message: error }] : [];
  return (
    <details className="fold mt-2" open={error !== undefined}>
      <summary className="btn sm">
        {words.refuse}
        <span className="vh"> {name}</span>
      </summary>
      <Form method="post" className="mt-2" noValidate>
        {error && <ErrorSummary title={words.notAnswered} faults={faults} answer={refusal} />}
        <input type="hidden" name={idName} value={id} />
        <TextAreaField
          label={words.reason}
          name="reason"
          id={field}
          hint={words.reasonHint}
          rows={3}
          required
          maxLength={REASON_MAX}
          defaultValue={mine?.values.reason ?? ''}
          error={error}
        />
        <p className="mt-2">
          <button
            className="btn sm"
            type="submit"
            name="intent"
            value={intent}
            aria-label={words.refuseOf(name)}
          >
            {words.send}
          </button>
        </p>
      </Form>
    </details>
  );
}
