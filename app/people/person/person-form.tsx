import { Form } from 'react-router';
import { access } from '#shared/kernel/access/access.fr.ts';
import { PLATFORM_ROLES, type PlatformRole } from '#shared/kernel/access/access.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { personalData } from '#shared/operations/personal-data/personal-data.fr.ts';
import type { OrganisationBadge } from '#shared/people/organisation/organisation.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { waysIn } from '#shared/people/person/ways-in.fr.ts';
import { namedOptions, optionsOf } from '../../ui/choices.tsx';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { SelectField } from '../../ui/field.tsx';
import type { PeopleRefusal } from './people-refusal.ts';

export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly platformRole: PlatformRole;
  readonly organisation: OrganisationBadge | null;
  readonly suspendedAt: Date | null;
  /** When the account will be erased; null when it will not. */
  readonly dueAt: Date | null;
  readonly administersId: string | null;
  readonly hasSecondFactor: boolean;
}

const words = people.administration;

interface PersonFormProps {
  readonly person: ListedPerson;
  readonly isYou: boolean;
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly proposed: readonly string[];
  readonly refusal: PeopleRefusal | undefined;
}

/** Role and organisation of one account, and closing or opening it. */
export function PersonForm({ person, isYou, organisations, proposed, refusal }: PersonFormProps) {
  const { id, name, organisation, platformRole, suspendedAt, hasSecondFactor, dueAt } = person;
  const gesture = administrationOf(person);
  const { errors = {}, values = {} } = refusal ?? {};
  const idOf = (field: string) => `${field}-${id}`;
  const faults = faultsOf(errors).map((fault) => ({ ...fault, field: fault.field && idOf(fault.field) }));
  return (
    <Form method="post" noValidate className="card mt-2 font-normal">
      <ErrorSummary title={words.refused} faults={faults} answer={refusal} />
      <input type="hidden" name="userId" value={id} />
      <SelectField
        label={words.platformRole}
        name="platformRole"
        id={idOf('platformRole')}
        defaultValue={values.platformRole ?? platformRole}
        error={errors.platformRole}
      >
        {optionsOf(PLATFORM_ROLES, access.platformRoles)}
      </SelectField>
      <SelectField
        label={words.organisation}
        name="organisationId"
        id={idOf('organisationId')}
        hint={proposed.length > 0 ? waysIn.proposed(proposed) : undefined}
        defaultValue={values.organisationId ?? organisation?.id ?? ''}
        error={errors.organisationId}
      >
        <option value="">{people.invite.noOrganisation}</option>
        {namedOptions(organisations)}
      </SelectField>
      {dueAt && <p className="mt-4">{personalData.erasure.ofPerson(dates.short(dueAt))}</p>}
      <p className="row mt-4">
        <button className="btn primary" type="submit" name="intent" value="change">
          {words.save}
        </button>
        {!isYou && hasSecondFactor && (
          <button className="btn" type="submit" name="intent" value="second-factor">
            {words.resetSecondFactor}
            <span className="vh">{words.named(name)}</span>
          </button>
        )}
        {!isYou && !suspendedAt && (
          <button className="btn" type="submit" name="intent" value="sessions">
            {words.closeSessions}
            <span className="vh">{words.named(name)}</span>
          </button>
        )}
        {gesture && (
          <button className="btn" type="submit" name="intent" value={gesture}>
            {gesture === 'name-admin' ? words.nameAdmin : words.removeAdmin}
            <span className="vh">{words.named(name)}</span>
          </button>
        )}
        {!isYou && (
          <button className="btn" type="submit" name="intent" value={dueAt ? 'keep' : 'erase'}>
            {dueAt ? personalData.erasure.cancelOf : personalData.erasure.askOf}
            <span className="vh">{words.named(name)}</span>
          </button>
        )}
        {!isYou && (
          <button
            className={suspendedAt ? 'btn push' : 'btn danger push'}
            type="submit"
            name="intent"
            value={suspendedAt ? 'restore' : 'suspend'}
          >
            {suspendedAt ? words.restore : words.suspend}
            <span className="vh">{words.named(name)}</span>
          </button>
        )}
      </p>
    </Form>
  );
}

/** [O4] What may be done about the administration of their organisation. */
function administrationOf({ administersId, organisation, suspendedAt }: ListedPerson) {
  if (administersId) return 'remove-admin';
  return organisation && !suspendedAt ? 'name-admin' : null;
}
