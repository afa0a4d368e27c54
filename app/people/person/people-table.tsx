import { Link } from 'react-router';
import { access } from '#shared/kernel/access/access.fr.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { City } from '../../ui/city.tsx';
import type { PeopleRefusal } from './people-refusal.ts';
import { type ListedPerson, PersonForm } from './person-form.tsx';

const words = people.administration;

interface PeopleTableProps {
  readonly people: readonly ListedPerson[];
  /** Null for those who may read the accounts and not change them. */
  readonly changing: {
    readonly youId: string;
    /** Whose form is open: one, since each has every organisation to choose from. */
    readonly changed: string | null;
    /** The same page with the form of a person open, or none. */
    readonly to: (personId: string | null) => string;
    readonly organisations: readonly { readonly id: string; readonly name: string }[];
    /** Names that providers of identities propose for the person whose form is open. */
    readonly proposed: readonly string[];
    readonly refusal: PeopleRefusal | undefined;
  } | null;
}

/** Everybody who has an account. */
export function PeopleTable({ people: listed, changing }: PeopleTableProps) {
  return (
    <table className="records people">
      <caption className="vh">{words.table}</caption>
      <thead>
        <tr>
          <th scope="col">{words.person}</th>
          <th scope="col">{words.platformRole}</th>
          <th scope="col">{words.state}</th>
        </tr>
      </thead>
      <tbody>
        {listed.map((person) => {
          const { id, name, email, organisation, platformRole, suspendedAt } = person;
          const isOpen = changing?.changed === id;
          const refusal = changing?.refusal?.form === `person ${id}` ? changing.refusal : undefined;
          return (
            <tr key={id}>
              <th scope="row">
                {name}
                <small className="break-words">{email}</small>
                {organisation && (
                  <p className="font-normal">
                    <City {...organisation} />
                  </p>
                )}
                {changing && (
                  <p className="mt-1">
                    <Link
                      className="btn sm"
                      to={changing.to(isOpen ? null : id)}
                      preventScrollReset
                      aria-expanded={isOpen}
                    >
                      {isOpen ? words.close : words.edit}
                      <span className="vh">{words.named(name)}</span>
                    </Link>
                  </p>
                )}
                {changing && isOpen && (
                  <PersonForm
                    key={`${platformRole} ${organisation?.id} ${suspendedAt?.getTime()} ${person.hasSecondFactor} ${person.administersId}`}
                    person={person}
                    isYou={id === changing.youId}
                    organisations={changing.organisations}
                    proposed={changing.proposed}
                    refusal={refusal}
                  />
                )}
              </th>
              <td data-l={words.platformRole}>
                {access.platformRoles[platformRole]}
                {person.administersId && <small>{words.isAdmin}</small>}
              </td>
              <td data-l={words.state}>
                {suspendedAt ? (
                  <span className="badge warning" title={dates.exact(suspendedAt)}>
                    {words.suspendedOn(dates.short(suspendedAt))}
                  </span>
                ) : (
                  words.active
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
