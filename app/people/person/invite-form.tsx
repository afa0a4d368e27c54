import { Form } from 'react-router';
import { access } from '#shared/kernel/access/access.fr.ts';
import { GROUP_ROLES } from '#shared/kernel/access/access.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { NAME_MAX } from '#shared/people/person/person.ts';
import { optionsOf } from '../../ui/choices.tsx';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';

const words = people.invite;

interface Named {
  readonly id: string;
  readonly name: string;
}

interface InviteFormProps {
  readonly organisations: readonly Named[];
  /** The groups to choose from; absent on the page of one group. */
  readonly groups?: readonly Named[];
  readonly refusal:
    | {
        readonly errors: Readonly<Partial<Record<string, string>>>;
        readonly values: Readonly<Partial<Record<string, string>>>;
      }
    | undefined;
}

/** Who to invite: address, name, organisation, a role in a group and perhaps its last day. */
export function InviteForm({ organisations, groups, refusal }: InviteFormProps) {
  const { errors = {}, values = {} } = refusal ?? {};
  return (
    <Form method="post" noValidate key={refusal ? 'again' : 'new'}>
      <ErrorSummary title={words.refused} faults={faultsOf(errors)} answer={refusal} />
      <TextField
        label={people.email}
        name="email"
        type="email"
        autoComplete="off"
        required
        defaultValue={values.email}
        error={errors.email}
      />
      <TextField
        label={people.name}
        name="name"
        autoComplete="off"
        required
        maxLength={NAME_MAX}
        defaultValue={values.name}
        error={errors.name}
      />
      <SelectField
        label={words.organisation}
        name="organisationId"
        defaultValue={values.organisationId}
        error={errors.organisationId}
      >
        <option value="">{words.noOrganisation}</option>
        <Options named={organisations} />
      </SelectField>
      {groups && (
        <SelectField label={words.group} name="groupId" defaultValue={values.groupId} error={errors.groupId}>
          <option value="">{words.noGroup}</option>
          <Options named={groups} />
        </SelectField>
      )}
      <SelectField
        label={words.role}
        name="role"
        defaultValue={values.role ?? 'contributor'}
        error={errors.role}
      >
        {optionsOf(GROUP_ROLES, access.groupRoles)}
      </SelectField>
      <TextField
        label={words.lastDay}
        name="until"
        type="date"
        hint={words.lastDayHint}
        defaultValue={values.until}
        error={errors.until}
      />
      <p className="mt-5">
        <button className="btn primary wide-s" type="submit" name="intent" value="invite">
          {words.submit}
        </button>
      </p>
    </Form>
  );
}

function Options({ named }: { named: readonly Named[] }) {
  return named.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ));
}
