import { Form } from 'react-router';
import { ORGANISATION_NAME_MAX } from '#shared/people/organisation/new-organisation.ts';
import { ORGANISATION_KINDS } from '#shared/people/organisation/organisation.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import type { PeopleRefusal } from './people-refusal.ts';

const words = people.administration;

/** A new organisation: name, letters of its mark, what it is. */
export function OrganisationForm({ refusal }: { refusal: PeopleRefusal | undefined }) {
  const own = refusal?.form === 'organisation' ? refusal : undefined;
  const { errors = {}, values = {} } = own ?? {};
  return (
    <Form method="post" noValidate key={own ? 'again' : 'new'}>
      <ErrorSummary title={people.refused(errors)} faults={faultsOf(errors)} answer={own} />
      <TextField
        label={words.organisationName}
        name="organisationName"
        autoComplete="off"
        required
        maxLength={ORGANISATION_NAME_MAX}
        defaultValue={values.organisationName}
        error={errors.organisationName}
      />
      <TextField
        label={words.shortName}
        name="shortName"
        autoComplete="off"
        required
        maxLength={2}
        hint={words.shortNameHint}
        defaultValue={values.shortName}
        error={errors.shortName}
      />
      <SelectField label={words.kind} name="kind" defaultValue={values.kind} error={errors.kind}>
        {ORGANISATION_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {words.kinds[kind]}
          </option>
        ))}
      </SelectField>
      <p className="mt-5">
        <button className="btn wide-s" type="submit" name="intent" value="organisation">
          {words.create}
        </button>
      </p>
    </Form>
  );
}
