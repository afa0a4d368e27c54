import { Form } from 'react-router';
import { call } from '#shared/programme/call/call.fr.ts';
import { namedOptions } from '../../ui/choices.tsx';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { SelectField, TextAreaField } from '../../ui/field.tsx';
import { PostButton } from '../../ui/post-button.tsx';

const words = call.administration;

interface CallDerogationsProps {
  readonly derogations: readonly {
    readonly id: string;
    readonly organisation: { readonly id: string; readonly name: string };
    readonly isGranted: boolean;
    readonly isLast: boolean;
    readonly reason: string;
    readonly by: string | null;
    readonly at: Date;
  }[];
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly answer: unknown;
}

/** Who may apply without a convention of the programme, and why. */
export function CallDerogations({ derogations, organisations, typed, errors, answer }: CallDerogationsProps) {
  return (
    <section className="plate" aria-labelledby="derogations">
      <h2 id="derogations">{words.derogations}</h2>
      <p className="muted mt-1 mb-3">{words.derogationsLead}</p>
      {derogations.length === 0 ? (
        <p className="mb-4">{words.noDerogation}</p>
      ) : (
        <ul className="ruled mb-4">
          {derogations.map(({ id, organisation, isGranted, isLast, reason, by, at }) => (
            <li key={id} className="row justify-between items-start">
              <div>
                <p>{(isGranted ? words.granted : words.revoked)(organisation.name, by, at)}</p>
                <p className="muted whitespace-pre-line">{reason}</p>
              </div>
              {isGranted && isLast && (
                <PostButton
                  fields={{ intent: 'revoke', organisation: organisation.id }}
                  label={`${words.revoke}, ${organisation.name}`}
                >
                  {words.revoke}
                </PostButton>
              )}
            </li>
          ))}
        </ul>
      )}
      <Form method="post" noValidate>
        <input type="hidden" name="intent" value="grant" />
        <ErrorSummary title={words.derogationRefused} faults={faultsOf(errors)} answer={answer} />
        <SelectField
          label={words.organisation}
          name="organisation"
          required
          error={errors.organisation}
          defaultValue={typed.organisation ?? ''}
        >
          <option value="">{words.choose}</option>
          {namedOptions(organisations)}
        </SelectField>
        <TextAreaField
          label={words.reason}
          name="why"
          required
          error={errors.why}
          defaultValue={typed.why ?? ''}
          rows={2}
        />
        <p className="mt-4">
          <button className="btn" type="submit">
            {words.grant}
          </button>
        </p>
      </Form>
    </section>
  );
}
