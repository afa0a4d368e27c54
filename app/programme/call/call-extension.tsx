import { Form } from 'react-router';
import { call } from '#shared/programme/call/call.fr.ts';
import type { CallState } from '#shared/programme/call/call.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { TextAreaField } from '../../ui/field.tsx';
import { Moment } from './call-settings-form.tsx';

const words = call.administration;

interface CallExtensionProps {
  readonly state: CallState;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly answer: unknown;
}

/** Puts the closing off, with the reason that everybody reads. */
export function CallExtensionForm({ state, typed, errors, answer }: CallExtensionProps) {
  const field = (name: string) => ({ name, error: errors[name], defaultValue: typed[name] ?? '' });
  return (
    <section className="plate" aria-labelledby="reporter">
      <h2 id="reporter">{words.extend}</h2>
      <p className="muted mt-1 mb-3">{words.extendLead(words.extendConcerned)}</p>
      {state === 'closed' && <p className="mb-3">{words.extendReopens}</p>}
      <Form method="post" noValidate>
        <input type="hidden" name="intent" value="extend" />
        <ErrorSummary title={words.extendRefused} faults={faultsOf(errors)} answer={answer} />
        <Moment day={field('toDay')} time={field('toTime')} said={[words.closesDay, words.closesTime]} />
        <div className="mt-4">
          <TextAreaField
            {...field('reason')}
            label={words.reason}
            hint={words.reasonHint}
            rows={3}
            required
          />
        </div>
        <p className="mt-4">
          <button className="btn" type="submit">
            {words.extend}
          </button>
        </p>
      </Form>
    </section>
  );
}
