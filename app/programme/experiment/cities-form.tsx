import { Form } from 'react-router';
import { experimentPage as words } from '#shared/programme/experiment/experiment-page.fr.ts';
import { namedOptions } from '../../ui/choices.tsx';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { SelectField } from '../../ui/field.tsx';
import { type Refused, refusedOf } from './refused.ts';

interface CitiesFormProps {
  readonly experiment: {
    readonly cities: readonly { readonly id: string; readonly isLead: boolean }[];
  };
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly refused: Refused | undefined;
}

/** [EX1] The cities of an experiment, and the one that leads: the coordination’s. */
export function CitiesForm({ experiment, organisations, refused }: CitiesFormProps) {
  const said = refusedOf(refused, 'cities');
  const of = new Set(experiment.cities.map(({ id }) => id));
  return (
    <section className="plate mt-12" aria-labelledby="cities">
      <h2 id="cities" className="mb-4">
        {words.fields.cities}
      </h2>
      <Form method="post" className="max-w-3xl" noValidate>
        <ErrorSummary title={words.refused} faults={faultsOf(said?.errors)} answer={said} />
        <input type="hidden" name="intent" value="cities" />
        <fieldset className="field">
          <legend>{words.fields.cities}</legend>
          <p className="hint">{words.fields.citiesHint}</p>
          {organisations.map(({ id, name }) => (
            <label key={id} className="check">
              <input type="checkbox" name="city" value={id} defaultChecked={of.has(id)} /> {name}
            </label>
          ))}
        </fieldset>
        <SelectField
          label={words.fields.lead}
          name="leadId"
          error={said?.errors.leadId}
          defaultValue={said?.values.leadId ?? experiment.cities.find(({ isLead }) => isLead)?.id ?? ''}
        >
          {namedOptions(organisations)}
        </SelectField>
        <button className="btn mt-4" type="submit">
          {words.save}
        </button>
      </Form>
    </section>
  );
}
