import { Form, Link } from 'react-router';
import { experimentPage as words } from '#shared/programme/experiment/experiment-page.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { SelectField, TextAreaField, TextField } from '../../ui/field.tsx';
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
  const chosen = (refused?.values.city ?? '').split(' ');
  return (
    <Form method="post" className="max-w-3xl" noValidate>
      <ErrorSummary title={words.refused} faults={faultsOf(refused?.errors)} answer={refused} />
      <TextField label={fields.title} {...control('title')} autoComplete="off" required />
      <TextAreaField label={fields.summary} hint={fields.summaryHint} {...control('summary')} rows={2} />
      <SelectField label={fields.theme} {...control('themeId')} required>
        <option value="">{fields.choose}</option>
        {themes.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <div className="flex flex-wrap gap-4 mt-4 [&>.field+.field]:mt-0">
        <TextField label={fields.startsOn} type="date" {...control('startsOn')} />
        <TextField label={fields.endsOn} type="date" {...control('endsOn')} />
      </div>
      <p className="hint mt-1">{fields.daysHint}</p>
      <SelectField label={fields.lead} {...control('leadId')} required>
        <option value="">{fields.choose}</option>
        {organisations.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
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
        <button className="btn primary" type="submit">
          {words.create}
        </button>
        <Link className="btn quiet" to={programmePaths.experiments()}>
          {words.cancel}
        </Link>
      </p>
    </Form>
  );
}
