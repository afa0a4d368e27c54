import type { Db } from '#db/kernel/client.ts';
import { listLastVisits } from '#db/news/group-visits.ts';
import { facilitatedBy } from '#db/people/group/facilitator-rights.ts';
import type { GroupForMember } from '#db/people/group/groups.ts';
import { type Invitation, listInvitations } from '#db/people/invitation/invitations.ts';
import { listJoinRequests, type WaitingJoin } from '#db/people/member/join-requests.ts';
import { listMemberOrganisations } from '#db/people/member/member-organisations.ts';
import { listMembers } from '#db/people/member/members.ts';
import { listOrganisations } from '#db/people/organisation/organisations.ts';
import { listPeopleToAdd } from '#db/people/person/people.ts';
import { canOnPlatform, type PlatformRole } from '#shared/kernel/access/access.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { byOrganisation } from './by-organisation.ts';

interface Asking {
  readonly group: GroupForMember;
  readonly member: { readonly platformRole: PlatformRole };
  /** Whom one looks for to add; empty for the first by name. */
  readonly search: string;
  readonly now: Date;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What whoever manages the members may choose from, and the invitations that wait. */
export interface MemberChoices {
  readonly organisations: readonly Named[];
  readonly otherOrganisations: readonly Named[];
  /** Empty for those who may not see everybody who has an account. */
  readonly otherPeople: {
    readonly people: readonly (Named & { readonly organisation: Named | null })[];
    readonly search: string;
    /** There are more: they are looked for by name. */
    readonly isMore: boolean;
  };
  readonly invitations: readonly Invitation[];
  readonly joinRequests: readonly WaitingJoin[];
}

/** The members of a group for somebody who may read them. Addresses, visits [HV4] and choices are for those who manage them. */
export async function loadMembers(db: Db, { group, member, search, now }: Asking) {
  const groupId = group.id;
  const managed = facilitatedBy(group);
  const [members, organisations, visits] = await Promise.all([
    listMembers(db, { groupId }),
    listMemberOrganisations(db, { groupId }),
    managed && listLastVisits(db, { groupId: managed }),
  ]);
  const shown = members.map(({ email, ...person }) => ({
    ...person,
    email: managed ? email : null,
    lastVisit: visits ? (visits.get(person.id) ?? null) : undefined,
  }));
  const taken = {
    organisations: new Set(organisations.map(({ id }) => id)),
  };
  return {
    sections: byOrganisation(shown, organisations),
    count: members.length,
    managing:
      managed &&
      (await loadChoices(db, { groupId: managed, taken, platformRole: member.platformRole, search, now })),
  };
}

/** A list to choose from that is longer helps nobody: one looks for a name. */
const CHOICES = 200;

async function loadChoices(
  db: Db,
  asked: {
    groupId: Readable<'facilitatedGroup'>;
    taken: { organisations: ReadonlySet<string> };
    platformRole: PlatformRole;
    search: string;
    now: Date;
  },
): Promise<MemberChoices> {
  const { groupId, taken, platformRole, search, now } = asked;
  const [all, everybody, invitations, joinRequests] = await Promise.all([
    listOrganisations(db),
    canOnPlatform(platformRole, 'people.read')
      ? listPeopleToAdd(db, { groupId, search, limit: CHOICES + 1 })
      : [],
    listInvitations(db, { groupId }),
    listJoinRequests(db, { groupId, now }),
  ]);
  const organisations = all.map(({ id, name }) => ({ id, name }));
  return {
    organisations,
    otherOrganisations: organisations.filter(({ id }) => !taken.organisations.has(id)),
    otherPeople: {
      people: everybody.slice(0, CHOICES).map(({ id, name, organisation }) => ({ id, name, organisation })),
      search,
      isMore: everybody.length > CHOICES,
    },
    invitations,
    joinRequests,
  };
}
