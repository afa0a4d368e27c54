import type { GroupRole } from '#shared/kernel/access/access.ts';
import { inFrench } from '#shared/kernel/text/order.ts';
import type { OrganisationBadge } from '#shared/people/organisation/organisation.ts';

/** A person of a group, as its page shows them. */
export interface ShownMember {
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string;
  /** Null for readers who do not manage the members. */
  readonly email: string | null;
  /** [HV4] Null when they were never in the group; undefined for readers who do not manage the members. */
  readonly lastVisit: Date | null | undefined;
  readonly organisation: OrganisationBadge | null;
  readonly isSuspended: boolean;
  readonly own: { readonly role: GroupRole; readonly until: Date | null } | null;
  readonly inheritedRole: GroupRole | null;
}

/** One organisation of a group's page: its own membership, if it has one, and its people. */
export interface OrganisationSection {
  readonly organisation: OrganisationBadge | null;
  readonly role: GroupRole | null;
  readonly people: readonly ShownMember[];
}

/** [G1] The members by organisation: cities first, then partners, then people without organisation. */
export function byOrganisation(
  people: readonly ShownMember[],
  organisations: readonly (OrganisationBadge & { readonly role: GroupRole })[],
): OrganisationSection[] {
  const sections = new Map<
    string,
    { organisation: OrganisationBadge | null; role: GroupRole | null; people: ShownMember[] }
  >();
  for (const organisation of organisations) {
    sections.set(organisation.id, { organisation, role: organisation.role, people: [] });
  }
  for (const person of people) {
    const key = person.organisation?.id ?? '';
    const section = sections.get(key) ?? { organisation: person.organisation, role: null, people: [] };
    section.people.push(person);
    sections.set(key, section);
  }
  const rank = ({ organisation }: OrganisationSection) => (organisation?.colour ? 0 : organisation ? 1 : 2);
  return [...sections.values()].sort(
    (a, b) => rank(a) - rank(b) || inFrench(a.organisation?.name ?? '', b.organisation?.name ?? ''),
  );
}
