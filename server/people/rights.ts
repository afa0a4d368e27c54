import { findGroupForMember, type GroupForMember } from '#db/people/group/groups.ts';
import { findAdministeredOrganisation } from '#db/people/organisation/organisation-admins.ts';
import type { ManagedOrganisation } from '#db/people/organisation/organisation-change.ts';
import { findStanding } from '#db/people/person/people.ts';
import {
  canInGroup,
  canOnPlatform,
  type GroupAction,
  type PlatformAction,
} from '#shared/kernel/access/access.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import type { Right } from '../kernel/operation.ts';

/** Whoever acts. */
export interface ByPerson {
  readonly by: string;
}

/** Everybody who has an account that is not suspended. */
export const signedIn: Right<unknown, ByPerson> = async ({ tx }, { userId }) =>
  userId !== null && (await findStanding(tx, userId)) ? ok({ by: userId }) : fail('access.notFound');

/** [A2] Whoever's role on the platform allows this; for all others it is absent. */
export function onPlatform(action: PlatformAction): Right<unknown, ByPerson> {
  return async ({ tx }, { userId }) => {
    const standing = userId === null ? null : await findStanding(tx, userId);
    return userId !== null && standing && canOnPlatform(standing.platformRole, action)
      ? ok({ by: userId })
      : fail('access.notFound');
  };
}

/** [A1] [A5] Whoever's role in the group of the input allows this: for outsiders it is absent, for a role that is too weak forbidden. */
export function inGroup(
  action: GroupAction,
): Right<{ readonly groupId: string }, ByPerson & { readonly group: GroupForMember }> {
  return async ({ tx, now }, { userId }, { groupId }) => {
    const group = userId === null ? null : await findGroupForMember(tx, { groupId, userId, now });
    if (userId === null || !group) return fail('access.notFound');
    return canInGroup(group.role, action) ? ok({ by: userId, group }) : fail('access.forbidden');
  };
}

/** [O4] Whoever administers an organisation at this moment, in it alone; for all others it is absent. */
export const administeringOrganisation: Right<
  unknown,
  ByPerson & { readonly organisation: ManagedOrganisation }
> = async ({ tx }, { userId }) => {
  const organisation = userId === null ? null : await findAdministeredOrganisation(tx, { by: userId });
  return userId !== null && organisation ? ok({ by: userId, organisation }) : fail('access.notFound');
};
