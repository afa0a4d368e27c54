import { documentPast } from '#shared/documents/document-past.fr.ts';
import { history as words } from '#shared/documents/history/history.fr.ts';
import type { PersonBadge } from '#shared/people/organisation/organisation.ts';

/** « Nadia Ferrand (Valmont) et Yann Le Goff (Saint-Aubin) »; those whose account is gone are said once. */
export function peopleNames(people: readonly (PersonBadge | null)[]): string {
  const known = people.flatMap((person) => (person ? [nameOf(person)] : []));
  const gone = people.length - known.length;
  if (gone > 0) known.push(gone === 1 ? words.formerMember : words.formerMembers);
  return documentPast.people(known);
}

/** A person with their organisation. */
function nameOf({ name, organisation }: PersonBadge): string {
  return organisation ? `${name} (${organisation.name})` : name;
}
