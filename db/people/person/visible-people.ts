import { and, eq, exists, gt, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import { canInGroup, canOnPlatform, type GroupAction } from '#shared/kernel/access/access.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { inFrench } from '#shared/kernel/text/order.ts';
import type { Db } from '../../kernel/client.ts';
import { type GroupForMember, listGroupsForMember } from '../group/groups.ts';
import { groupMembers, groupOrganisations } from '../group/schema.ts';
import { organisations } from '../organisation/schema.ts';
import { users } from './schema.ts';

/** What one person may know of: their groups, and conditions on the tables of people and organisations. */
export interface Acquaintances {
  readonly groups: readonly GroupForMember[];
  /** On `user`; suspended accounts are not excluded. */
  readonly people: SQL | undefined;
  /** On `organisation`. */
  readonly organisations: SQL | undefined;
}

/**
 * [D15] Whom a person may know: whoever belongs, today, to a group whose members they may read, with their organisations; everybody
 * for those who may read all people. A consultant or a guest therefore knows their own groups and nobody else.
 */
export async function acquaintancesOf(
  db: Db,
  { userId, now }: { userId: string; now: Date },
): Promise<Acquaintances> {
  const [asking] = await db
    .select({ platformRole: users.platformRole, organisationId: users.organisationId })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.suspendedAt)));
  if (!asking) return { groups: [], people: sql`false`, organisations: sql`false` };
  const groups = await listGroupsForMember(db, { userId, now });
  if (canOnPlatform(asking.platformRole, 'people.read'))
    return { groups, people: undefined, organisations: undefined };
  const ids = groups.filter(({ role }) => canInGroup(role, 'members.read')).map(({ id }) => id);
  const people = or(eq(users.id, userId), isIn(db, ids, now));
  const theirs = exists(
    db
      .select({ one: sql`1` })
      .from(users)
      .where(and(eq(users.organisationId, organisations.id), isNull(users.suspendedAt), people)),
  );
  const members = inherited(db, ids, eq(groupOrganisations.organisationId, organisations.id));
  return { groups, people, organisations: or(theirs, members) };
}

/** The organisations that this person may know, in French alphabetical order. */
export async function listKnownOrganisations(
  db: Db,
  reader: { userId: string; now: Date },
): Promise<{ id: string; name: string }[]> {
  const known = await acquaintancesOf(db, reader);
  const rows = await db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(known.organisations);
  return rows.sort((a, b) => inFrench(a.name, b.name));
}

/** A condition on `user`: belongs today to one of these groups, in their own name or through their organisation. */
export function isIn(db: Db, groupIds: readonly string[], now: Date): SQL {
  if (groupIds.length === 0) return sql`false`;
  const own = exists(
    db
      .select({ one: sql`1` })
      .from(groupMembers)
      .where(
        and(
          inArray(groupMembers.groupId, [...groupIds]),
          eq(groupMembers.userId, users.id),
          or(isNull(groupMembers.until), gt(groupMembers.until, now)),
        ),
      ),
  );
  return or(own, inherited(db, groupIds, eq(groupOrganisations.organisationId, users.organisationId))) ?? own;
}

function inherited(db: Db, groupIds: readonly string[], which: SQL): SQL {
  if (groupIds.length === 0) return sql`false`;
  return exists(
    db
      .select({ one: sql`1` })
      .from(groupOrganisations)
      .where(and(inArray(groupOrganisations.groupId, [...groupIds]), which)),
  );
}

/** The groups in which this person may do this. */
export function groupsAllowing({ groups }: Acquaintances, action: GroupAction): Readable<'group'>[] {
  return groups.filter(({ role }) => canInGroup(role, action)).map(({ id }) => id);
}
