import { and, eq, isNull, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import {
  type GroupRole,
  groupRoleOf,
  type Membership,
  type PlatformRole,
} from '#shared/kernel/access/access.ts';
import type { Db } from '../../kernel/client.ts';
import { users } from '../person/schema.ts';
import { groupMembers, groupOrganisations, groups } from './schema.ts';

/** Every way in which a person belongs to groups: own memberships, and those of the organisation. One statement: almost every page asks it. */
export async function membershipsOf(db: Db, userId: string, groupId?: string) {
  const own = db
    .select({
      groupId: groupMembers.groupId,
      role: groupMembers.role,
      until: groupMembers.until,
      isSpace: sql<boolean>`false`.as('is_space'),
    })
    .from(groupMembers)
    .where(
      and(
        eq(groupMembers.userId, userId),
        groupId === undefined ? undefined : eq(groupMembers.groupId, groupId),
      ),
    );
  const inherited = db
    .select({
      groupId: groupOrganisations.groupId,
      role: groupOrganisations.role,
      until: sql<Date | null>`null::timestamptz`.as('until'),
      isSpace: sql<boolean>`${groups.organisationId} is not null`.as('is_space'),
    })
    .from(users)
    .innerJoin(groupOrganisations, eq(groupOrganisations.organisationId, users.organisationId))
    .innerJoin(groups, eq(groups.id, groupOrganisations.groupId))
    .where(
      and(eq(users.id, userId), groupId === undefined ? undefined : eq(groupOrganisations.groupId, groupId)),
    );
  const held = unionAll(own, inherited).as('held');
  const rows = await db
    .select({
      platformRole: users.platformRole,
      membership: { groupId: held.groupId, role: held.role, until: held.until, isSpace: held.isSpace },
    })
    .from(users)
    .leftJoin(held, sql`true`)
    .where(and(eq(users.id, userId), isNull(users.suspendedAt)));
  const [person] = rows;
  if (!person) return null;
  return {
    platformRole: person.platformRole,
    memberships: rows.flatMap(({ membership }) => membership ?? []),
  };
}

/** The role that counts in this group, of all that a person holds; null where there is none. */
export function roleIn(
  held: {
    platformRole: PlatformRole;
    memberships: readonly (Membership & { groupId: string; isSpace: boolean })[];
  },
  groupId: string,
  now: Date,
): GroupRole | null {
  const here = held.memberships.filter((membership) => membership.groupId === groupId);
  return groupRoleOf(
    held.platformRole,
    here,
    now,
    here.some(({ isSpace }) => isSpace),
  );
}
