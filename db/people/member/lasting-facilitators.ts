import { and, eq, exists, isNull, sql } from 'drizzle-orm';
import type { Db } from '../../kernel/client.ts';
import { groupMembers, groupOrganisations, groups } from '../group/schema.ts';
import { users } from '../person/schema.ts';

/** Whose membership is about to change: a person or an organisation. */
export type Subject = { readonly userId: string } | { readonly organisationId: string };

/** Holds the members of a group for this transaction: two facilitators who remove each other must not both succeed. */
export async function lockMembers(tx: Db, groupId: string): Promise<void> {
  await tx.select({ id: groups.id }).from(groups).where(eq(groups.id, groupId)).for('no key update');
}

/**
 * [G2] Whether this one is the only facilitator of the group whose membership has no end. Only those count: a group whose
 * facilitators all have an end would be left alone one day. Suspended people and organisations without people do not count.
 */
export async function isLastFacilitator(tx: Db, groupId: string, subject: Subject): Promise<boolean> {
  const people = await tx
    .select({ id: groupMembers.userId })
    .from(groupMembers)
    .innerJoin(users, eq(users.id, groupMembers.userId))
    .where(
      and(
        eq(groupMembers.groupId, groupId),
        eq(groupMembers.role, 'facilitator'),
        isNull(groupMembers.until),
        isNull(users.suspendedAt),
      ),
    );
  const somebody = tx
    .select({ one: sql`1` })
    .from(users)
    .where(and(eq(users.organisationId, groupOrganisations.organisationId), isNull(users.suspendedAt)));
  const organisations = await tx
    .select({ id: groupOrganisations.organisationId })
    .from(groupOrganisations)
    .where(
      and(
        eq(groupOrganisations.groupId, groupId),
        eq(groupOrganisations.role, 'facilitator'),
        exists(somebody),
      ),
    );
  const [only, ...others] = [
    ...people.map(({ id }) => `person ${id}`),
    ...organisations.map(({ id }) => `organisation ${id}`),
  ];
  const asked = 'userId' in subject ? `person ${subject.userId}` : `organisation ${subject.organisationId}`;
  return only === asked && others.length === 0;
}
