import { Form } from 'react-router';
import { ORGANISATION_NAME_MAX } from '#shared/people/organisation/new-organisation.ts';
import { ORGANISATION_KINDS } from '#shared/people/organisation/organisation.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import type { PeopleRefusal } from './people-refusal.ts';

const words = people.administration;

/** The page has another form with a name. */
const NAME = 'organisation-name';

/** A new organisation: name, letters of its mark, what it is. */
export function OrganisationForm({ refusal }: { refusal: PeopleRefusal | undefined }) {
  const own = refusal?.form === 'organisation' ? refusal : undefined;
  const { errors = {}, values = {} } = own ?? {};
  const faults = faultsOf(errors).map((fault) =>
    fault.field === 'name' ? { ...fault, field: NAME } : fault,
  );
  return (
    <Form method="post" noValidate key={own ? 'again' : 'new'}>
      <ErrorSummary title={people.refused(errors)} faults={faults} answer={own} />
      <TextField
        label={words.organisationName}
        name="name"
        id={NAME}
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
