import { Form } from 'react-router';
import { ORGANISATION_NAME_MAX } from '#shared/people/organisation/new-organisation.ts';
import { ORGANISATION_KINDS } from '#shared/people/organisation/organisation.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { optionsOf } from '../../ui/choices.tsx';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';

const words = people.administration;

interface OrganisationRefusal {
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly values: Readonly<Partial<Record<string, string>>>;
}

/** A new organisation: name, letters of its mark, what it is. */
export function OrganisationForm({ refusal }: { refusal: OrganisationRefusal | undefined }) {
  const { errors = {}, values = {} } = refusal ?? {};
  return (
    <Form method="post" noValidate key={refusal ? 'again' : 'new'}>
      <ErrorSummary title={people.refused(errors)} faults={faultsOf(errors)} answer={refusal} />
      <TextField
        label={words.organisationName}
        name="name"
        autoComplete="off"
        required
        maxLength={ORGANISATION_NAME_MAX}
        defaultValue={values.name}
        error={errors.name}
      />
      <TextField
        label={words.shortName}
        name="shortName"
        autoComplete="off"
        maxLength={2}
        hint={words.shortNameFree}
        defaultValue={values.shortName}
        error={errors.shortName}
      />
      <SelectField label={words.kind} name="kind" defaultValue={values.kind} error={errors.kind}>
        {optionsOf(ORGANISATION_KINDS, words.kinds)}
      </SelectField>
      <TextField
        label={words.municipality}
        name="municipality"
        autoComplete="off"
        maxLength={100}
        hint={words.municipalityHint}
        defaultValue={values.municipality}
        error={errors.municipality}
      />
      <p className="mt-5">
        <button className="btn wide-s" type="submit" name="intent" value="organisation">
          {words.create}
        </button>
      </p>
    </Form>
  );
}
