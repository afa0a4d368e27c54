import { group } from '#shared/people/group/group.fr.ts';
import {
  initialsOf,
  type OrganisationBadge,
  type PersonBadge,
} from '#shared/people/organisation/organisation.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { City } from '../../ui/city.tsx';

/** People under their organisation, cities first, then partners. */
export function MemberList({ people }: { people: readonly PersonBadge[] }) {
  return (
    <ul className="ruled small">
      {byOrganisation(people).map(({ organisation, members }) => (
        <li key={organisation?.id ?? 'none'}>
          {organisation ? (
            <City {...organisation} />
          ) : (
            <span className="muted">{group.withoutOrganisation}</span>
          )}
          <p className="row mt-1.5">
            {members.map(({ id, name }) => (
              <span className="person" key={id}>
                <Avatar letters={initialsOf(name)} colour={organisation?.colour ?? 0} label={null} isSmall />
                {name}
              </span>
            ))}
          </p>
        </li>
      ))}
    </ul>
  );
}

function byOrganisation(people: readonly PersonBadge[]) {
  const groups = new Map<string, { organisation: OrganisationBadge | null; members: PersonBadge[] }>();
  for (const person of people) {
    const key = person.organisation?.id ?? '';
    const found = groups.get(key) ?? { organisation: person.organisation, members: [] };
    found.members.push(person);
    groups.set(key, found);
  }
  const rank = (organisation: OrganisationBadge | null) => (organisation?.colour ? 0 : organisation ? 1 : 2);
  return [...groups.values()].sort((a, b) => rank(a.organisation) - rank(b.organisation));
}
