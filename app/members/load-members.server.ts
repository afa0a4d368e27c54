import type { Db } from '#db/client.ts';
import { listLastVisits } from '#db/group-visits.ts';
import type { GroupForMember } from '#db/groups.ts';
import { type Invitation, listInvitations } from '#db/invitations.ts';
import { listJoinRequests, type WaitingJoin } from '#db/join-requests.ts';
import { listMemberOrganisations } from '#db/member-organisations.ts';
import { findRemoval } from '#db/member-removals.ts';
import { listMembers } from '#db/members.ts';
import { listOrganisations } from '#db/organisations.ts';
import { listPeople } from '#db/people.ts';
import { canInGroup, canOnPlatform, type PlatformRole } from '#shared/access.ts';
import { byOrganisation } from './by-organisation.ts';

interface Asking {
  readonly group: GroupForMember;
  readonly member: { readonly platformRole: PlatformRole };
  /** The removal that the page has just done, in its address. */
  readonly removalId: string | null;
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
  readonly otherPeople: readonly (Named & { readonly organisation: Named | null })[];
  readonly invitations: readonly Invitation[];
  readonly joinRequests: readonly WaitingJoin[];
}

/** The members of a group for somebody who may read them. Addresses, visits [HV4] and choices are for those who manage them. */
export async function loadMembers(db: Db, { group, member, removalId, now }: Asking) {
  const groupId = group.id;
  const canManage = canInGroup(group.role, 'members.manage');
  const [members, organisations, removal, visits] = await Promise.all([
    listMembers(db, { groupId }),
    listMemberOrganisations(db, { groupId }),
    canManage && removalId ? findRemoval(db, { groupId, removalId }) : null,
    canManage ? listLastVisits(db, { groupId }) : null,
  ]);
  const shown = members.map(({ email, ...person }) => ({
    ...person,
    email: canManage ? email : null,
    lastVisit: visits ? (visits.get(person.id) ?? null) : undefined,
  }));
  const taken = {
    people: new Set(members.filter(({ own }) => own).map(({ id }) => id)),
    organisations: new Set(organisations.map(({ id }) => id)),
  };
  return {
    sections: byOrganisation(shown, organisations),
    count: members.length,
    removal: removal && removalId ? { id: removalId, name: removal.name } : null,
    managing: canManage
      ? await loadChoices(db, { groupId, taken, platformRole: member.platformRole, now })
      : null,
  };
}

async function loadChoices(
  db: Db,
  asked: {
    groupId: string;
    taken: { people: ReadonlySet<string>; organisations: ReadonlySet<string> };
    platformRole: PlatformRole;
    now: Date;
  },
): Promise<MemberChoices> {
  const { groupId, taken, platformRole, now } = asked;
  const [all, everybody, invitations, joinRequests] = await Promise.all([
    listOrganisations(db),
    canOnPlatform(platformRole, 'people.read') ? listPeople(db) : [],
    listInvitations(db, { groupId }),
    listJoinRequests(db, { groupId, now }),
  ]);
  const organisations = all.map(({ id, name }) => ({ id, name }));
  return {
    organisations,
    otherOrganisations: organisations.filter(({ id }) => !taken.organisations.has(id)),
    otherPeople: everybody
      .filter(({ id, suspendedAt }) => !suspendedAt && !taken.people.has(id))
      .map(({ id, name, organisation }) => ({ id, name, organisation })),
    invitations,
    joinRequests,
  };
}
