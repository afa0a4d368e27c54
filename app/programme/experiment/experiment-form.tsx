import { Form, Link } from 'react-router';
import { experimentPage as words } from '#shared/programme/experiment/experiment-page.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { namedOptions } from '../../ui/choices.tsx';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { SelectField } from '../../ui/field.tsx';
import { FactFields } from './fact-fields.tsx';
import type { Refused } from './refused.ts';

interface ExperimentFormProps {
  readonly themes: readonly { readonly id: string; readonly name: string }[];
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly refused: Refused | undefined;
}

/** [EX5] What is said of an experiment that is opened by hand. */
export function ExperimentForm({ themes, organisations, refused }: ExperimentFormProps) {
  const { fields } = words;
  const control = (name: string) => ({
    name,
    error: refused?.errors[name],
    defaultValue: refused?.values[name] ?? '',
  });
  const chosen = refused?.values.city?.split(' ') ?? [];
  return (
    <Form method="post" className="max-w-3xl" noValidate>
      <ErrorSummary title={words.refused} faults={faultsOf(refused?.errors)} answer={refused} />
      <FactFields refused={refused}>
        <SelectField label={fields.theme} {...control('themeId')} required>
          <option value="">{fields.choose}</option>
          {namedOptions(themes)}
        </SelectField>
      </FactFields>
      <p className="hint mt-1">{fields.daysHint}</p>
      <SelectField label={fields.lead} {...control('leadId')} required>
        <option value="">{fields.choose}</option>
        {namedOptions(organisations)}
      </SelectField>
      <fieldset className="field mt-4">
        <legend>{fields.cities}</legend>
        <p className="hint">{fields.citiesHint}</p>
        {organisations.map(({ id, name }) => (
          <label key={id} className="check">
            <input type="checkbox" name="city" value={id} defaultChecked={chosen.includes(id)} /> {name}
          </label>
        ))}
      </fieldset>
      <p className="row mt-6">
        <button className="btn primary" type="submit" name="intent" value="open">
          {words.create}
        </button>
        <Link className="btn quiet" to={programmePaths.experiments()}>
          {words.cancel}
        </Link>
      </p>
    </Form>
  );
}
