import { Form } from 'react-router';
import { ErrorSummary, faultsOf } from '../error-summary.tsx';
import { TextAreaField } from '../field.tsx';

/** What the action answered to a step that it refused. */
export interface StepRefusal {
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly values: { readonly reason?: string | undefined };
}

/**
 * One step of something that goes through states, folded away when it has to say why. `seen` is the number of the last step that the
 * page shows: the action tells whoever is late. Receives its words, works without script.
 */
export function StepForm({
  intent,
  name,
  to,
  wantsReason,
  isPrimary = !wantsReason,
  reasonMax = 2_000,
  seen,
  refused,
  words,
}: {
  intent: string;
  name: string;
  to: string;
  wantsReason: boolean;
  isPrimary?: boolean;
  reasonMax?: number;
  seen: number;
  refused: StepRefusal | undefined;
  words: { readonly refused: string; readonly reason: string; readonly reasonHint: string };
}) {
  const id = `reason-${to}`;
  const form = (
    <Form method="post" className="mt-3" noValidate>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="to" value={to} />
      <input type="hidden" name="seen" value={seen} />
      <ErrorSummary
        title={words.refused}
        faults={faultsOf(refused?.errors).map((fault) => ({ ...fault, field: fault.field && id }))}
        answer={refused}
      />
      {wantsReason && (
        <TextAreaField
          label={words.reason}
          name="reason"
          required
          id={id}
          hint={words.reasonHint}
          error={refused?.errors.reason}
          defaultValue={refused?.values.reason ?? ''}
          maxLength={reasonMax}
          rows={2}
        />
      )}
      <button
        className={['btn', isPrimary && 'primary', wantsReason && 'mt-3'].filter(Boolean).join(' ')}
        type="submit"
      >
        {name}
      </button>
    </Form>
  );
  if (!wantsReason) return form;
  return (
    <details className="mt-3" open={refused !== undefined}>
      <summary>{name}…</summary>
      {form}
    </details>
  );
}
