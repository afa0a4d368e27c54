import { Form } from 'react-router';
import { inFrench } from '#shared/kernel/text/order.ts';
import { member as words } from '#shared/people/member/member.fr.ts';
import { namedOptions } from '../../ui/choices.tsx';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import type { MemberRefusal } from './member-refusal.ts';
import { RoleField } from './role-field.tsx';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Who can be added is looked for by name once they are many. A plain GET form: it works without script. */
export function FindPersonForm({
  people,
  search,
  isMore,
}: {
  people: readonly unknown[];
  search: string;
  isMore: boolean;
}) {
  if (!isMore && search === '') return null;
  return (
    <Form className="mb-4" role="search" aria-label={words.findPerson} preventScrollReset>
      <div className="search-row">
        <TextField
          label={words.findPerson}
          name="ajouter"
          type="search"
          defaultValue={search}
          key={search}
          maxLength={100}
        />
        <button className="btn" type="submit">
          {words.findSubmit}
        </button>
      </div>
      <p className="muted small mt-2" role="status">
        {people.length === 0
          ? words.foundNobody
          : isMore
            ? words.foundFirst(people.length)
            : words.found(people.length)}
      </p>
    </Form>
  );
}

/** Somebody who has an account and is not a member, under the name of their organisation. */
export function AddPersonForm({
  people,
  refusal,
}: {
  people: readonly (Named & { readonly organisation: { readonly name: string } | null })[];
  refusal: MemberRefusal | undefined;
}) {
  const own = refusal?.form === 'member.add' ? refusal : undefined;
  const byOrganisation = Map.groupBy(
    people,
    ({ organisation }) => organisation?.name ?? words.withoutOrganisation,
  );
  const faults = faultsOf(own?.errors).map((fault) =>
    fault.field === 'role' || fault.field === 'until' ? { ...fault, field: `${fault.field}-add` } : fault,
  );
  return (
    <Form method="post" noValidate>
      <ErrorSummary title={words.refused} faults={faults} answer={own} />
      <SelectField
        label={words.person}
        name="userId"
        defaultValue={own?.values.userId}
        error={own?.errors.userId}
        required
      >
        <option value="">{words.choosePerson}</option>
        {[...byOrganisation]
          .sort(([a], [b]) => inFrench(a, b))
          .map(([organisation, named]) => (
            <optgroup key={organisation} label={organisation}>
              {namedOptions(named)}
            </optgroup>
          ))}
      </SelectField>
      <RoleField id="role-add" defaultValue={own?.values.role ?? 'contributor'} error={own?.errors.role} />
      <TextField
        label={words.lastDay}
        name="until"
        id="until-add"
        type="date"
        hint={words.lastDayHint}
        defaultValue={own?.values.until}
        error={own?.errors.until}
      />
      <Submit intent="add" />
    </Form>
  );
}

/** Controls whose names another form of the page has too. */
const IDS_OF_ORGANISATION: Partial<Record<string, string>> = {
  organisationId: 'organisation-add',
  role: 'role-organisation',
};

/** An organisation that is not a member as a whole. */
export function AddOrganisationForm({
  organisations,
  refusal,
}: {
  organisations: readonly Named[];
  refusal: MemberRefusal | undefined;
}) {
  const own = refusal?.form === 'memberOrganisation.add' ? refusal : undefined;
  return (
    <Form method="post" noValidate>
      <p className="muted small mb-4">{words.addOrganisationLead}</p>
      <ErrorSummary
        title={words.refused}
        faults={faultsOf(own?.errors).map((fault) =>
          fault.field ? { ...fault, field: IDS_OF_ORGANISATION[fault.field] ?? fault.field } : fault,
        )}
        answer={own}
      />
      <SelectField
        label={words.organisation}
        name="organisationId"
        id="organisation-add"
        defaultValue={own?.values.organisationId}
        error={own?.errors.organisationId}
        required
      >
        <option value="">{words.chooseOrganisation}</option>
        {namedOptions(organisations)}
      </SelectField>
      <RoleField
        id="role-organisation"
        defaultValue={own?.values.role ?? 'contributor'}
        error={own?.errors.role}
      />
      <Submit intent="addOrganisation" />
    </Form>
  );
}

function Submit({ intent }: { intent: string }) {
  return (
    <p className="mt-5">
      <button className="btn wide-s" type="submit" name="intent" value={intent}>
        {words.add}
      </button>
    </p>
  );
}
