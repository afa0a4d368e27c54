import { Form } from 'react-router';
import { access } from '#shared/kernel/access/access.fr.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { ownOrganisation as words } from '#shared/people/organisation/own-organisation.fr.ts';
import { people } from '#shared/people/person/people.fr.ts';
import type { ListedPerson } from './person-form.tsx';

interface Colleague extends Omit<ListedPerson, 'dueAt'> {
  readonly lastVisit: Date | null;
  readonly groups: readonly string[];
  /** Whether whoever reads may act on this account. */
  readonly isInReach: boolean;
}

/** [O5] The accounts of an organisation, each with what its administrator may do. */
export function ColleagueTable({ people: listed, youId }: { people: readonly Colleague[]; youId: string }) {
  return (
    <table className="records people">
      <caption className="vh">{words.table}</caption>
      <thead>
        <tr>
          <th scope="col">{people.administration.person}</th>
          <th scope="col">{words.lastVisit}</th>
          <th scope="col">{words.groups}</th>
          <th scope="col">{people.administration.state}</th>
        </tr>
      </thead>
      <tbody>
        {listed.map((person) => (
          <tr key={person.id}>
            <th scope="row">
              {person.name}
              <small className="break-words">{person.email}</small>
              <RolesOf person={person} isYou={person.id === youId} />
              {person.isInReach && <Gestures person={person} />}
            </th>
            <td data-l={words.lastVisit}>
              {person.lastVisit ? (
                <time dateTime={person.lastVisit.toISOString()} title={dates.exact(person.lastVisit)}>
                  {dates.short(person.lastVisit)}
                </time>
              ) : (
                words.never
              )}
            </td>
            <td data-l={words.groups}>{person.groups.join(', ') || words.noGroup}</td>
            <td data-l={people.administration.state}>
              {person.suspendedAt ? (
                <span className="badge warning" title={dates.exact(person.suspendedAt)}>
                  {people.administration.suspendedOn(dates.short(person.suspendedAt))}
                </span>
              ) : (
                people.administration.active
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RolesOf({ person, isYou }: { person: Colleague; isYou: boolean }) {
  const { administersId, platformRole } = person;
  const roles = [
    isYou && words.you,
    administersId && words.admin,
    platformRole !== 'member' && access.platformRoles[platformRole],
  ].filter(Boolean);
  return roles.length > 0 && <p className="font-normal muted small">{roles.join(' · ')}</p>;
}

function Gestures({ person: { id, name, suspendedAt } }: { person: Colleague }) {
  const gestures = suspendedAt ? (['restore'] as const) : (['sessions', 'name', 'suspend'] as const);
  return (
    <Form method="post" className="row mt-2 font-normal">
      <input type="hidden" name="userId" value={id} />
      {gestures.map((gesture) => (
        <button
          key={gesture}
          className={gesture === 'suspend' ? 'btn sm danger' : 'btn sm'}
          type="submit"
          name="intent"
          value={gesture}
          aria-label={words.gestures[gesture] + people.administration.named(name)}
        >
          {words.gestures[gesture]}
        </button>
      ))}
    </Form>
  );
}
