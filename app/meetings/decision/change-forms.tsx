import { Form } from 'react-router';
import { decision } from '#shared/meetings/decision/decision.fr.ts';
import { CHANGE_KINDS } from '#shared/meetings/decision/decision.ts';
import { optionsOf } from '../../ui/choices.tsx';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';

/** What an action on a decision answers when it refuses. */
interface Refused {
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly values: Readonly<Partial<Record<string, string>>>;
}

/** [DA4] Links a decision to an earlier one, and to what else it concerns. */
export function ChangeForms({
  earlier,
  refused,
}: {
  earlier: readonly {
    readonly id: string;
    readonly year: number;
    readonly number: number;
    readonly text: string;
  }[];
  refused: Refused | undefined;
}) {
  const errors = refused?.errors ?? {};
  const { change: words, concern } = decision;
  return (
    <>
      <ErrorSummary title={decision.refused} faults={faultsOf(errors)} answer={refused} />
      <Form method="post" className="card stack" aria-labelledby="lier" noValidate>
        <h2 id="lier">{words.title}</h2>
        {earlier.length === 0 ? (
          <p className="muted">{words.none}</p>
        ) : (
          <>
            <input type="hidden" name="intent" value="change" />
            <SelectField label={words.kind} name="kind" defaultValue={refused?.values.kind}>
              {optionsOf(CHANGE_KINDS, words.kinds)}
            </SelectField>
            <SelectField
              label={words.target}
              name="target"
              required
              error={errors.target}
              defaultValue={refused?.values.target ?? ''}
            >
              <option value="">{words.choose}</option>
              {earlier.map(({ id, year, number, text }) => (
                <option key={id} value={id}>
                  {`${year}-${number} · ${text}`.slice(0, LONGEST)}
                </option>
              ))}
            </SelectField>
            <p>
              <button className="btn primary" type="submit">
                {words.submit}
              </button>
            </p>
          </>
        )}
      </Form>
      <Form method="post" className="card stack" aria-labelledby="concerner" noValidate>
        <h2 id="concerner">{concern.title}</h2>
        <input type="hidden" name="intent" value="concern" />
        <TextField
          label={concern.address}
          name="address"
          required
          hint={concern.hint}
          error={errors.address}
          defaultValue={refused?.values.address}
          type="url"
          autoComplete="off"
        />
        <p>
          <button className="btn" type="submit">
            {concern.submit}
          </button>
        </p>
      </Form>
    </>
  );
}

/** Beyond, a list of choices is wider than its page. */
const LONGEST = 90;
