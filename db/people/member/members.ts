import { and, eq, isNull, or, sql } from 'drizzle-orm';
import type { GroupRole } from '#shared/kernel/access/access.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { inFrench } from '#shared/kernel/text/order.ts';
import type { PersonBadge } from '#shared/people/organisation/organisation.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { recordActivity } from '../activity/activities.ts';
import { groupMembers, groupOrganisations } from '../group/schema.ts';
import { organisationBadge } from '../organisation/organisations.ts';
import { organisations } from '../organisation/schema.ts';
import { users } from '../person/schema.ts';
import { isLastFacilitator, lockMembers } from './lasting-facilitators.ts';
import { recordMembership } from './member-audit.ts';

/** A person of a group: in their own name, through their organisation, or both. */
export interface GroupMember extends PersonBadge {
  readonly email: string;
  readonly jobTitle: string;
  readonly isSuspended: boolean;
  /** The membership in the person's own name; the only one that can be changed here. */
  readonly own: { readonly role: GroupRole; readonly until: Date | null } | null;
  readonly inheritedRole: GroupRole | null;
}

/** Who changes whose membership, in which group, when. */
export interface MemberChange {
  readonly groupId: string;
  readonly userId: string;
  readonly by: string;
  /** Names the line that the change leaves in the group's activity. */
  readonly activityId: string;
  readonly now: Date;
}

/** What a member may do, and the instant from which no longer (null: open-ended). */
export interface MemberTerms {
  readonly role: GroupRole;
  readonly until: Date | null;
}

/** [G1] Everybody of this group, ended memberships included, by name. */
export function listMembers(db: Db, { groupId }: { groupId: Readable<'group'> }): Promise<GroupMember[]> {
  return readMembers(db, groupId);
}

/** The same, for what is written in the group. */
export function membersIn(tx: Tx, { groupId }: { groupId: string }): Promise<GroupMember[]> {
  return readMembers(tx, groupId);
}

async function readMembers(db: Db, groupId: string): Promise<GroupMember[]> {
  // Somebody suspended stays only as a membership that can be removed.
  const rows = await selectMembers(db, groupId).where(
    or(hasOwn, and(isInherited, isNull(users.suspendedAt))),
  );
  return rows.map(asMember).sort((a, b) => inFrench(a.name, b.name));
}

/** One person of this group, or null for an outsider. */
export async function findMember(
  db: Db,
  { groupId, userId }: { groupId: string; userId: string },
): Promise<GroupMember | null> {
  const [row] = await selectMembers(db, groupId).where(and(eq(users.id, userId), or(hasOwn, isInherited)));
  return row ? asMember(row) : null;
}

/** [G1] Makes a person a member in their own name. Refuses 'person.notFound', 'person.suspended', 'member.already'. */
export async function addMember(
  tx: Tx,
  { groupId, userId, by, activityId, now, role, until }: MemberChange & MemberTerms,
): Promise<Result<void, 'person.notFound' | 'person.suspended' | 'member.already'>> {
  const [person] = await tx
    .select({ name: users.name, suspendedAt: users.suspendedAt })
    .from(users)
    .where(eq(users.id, userId));
  if (!person) return fail('person.notFound');
  if (person.suspendedAt) return fail('person.suspended');
  const added = await tx
    .insert(groupMembers)
    .values({ groupId, userId, role, until, addedBy: by, addedAt: now })
    .onConflictDoNothing()
    .returning({ userId: groupMembers.userId });
  if (added.length === 0) return fail('member.already');
  const verb = by === userId ? 'member.joined' : 'member.added';
  await recordActivity(tx, {
    id: activityId,
    groupId,
    actorId: by,
    verb,
    objectId: userId,
    title: person.name,
    now,
  });
  const of = { person: userId };
  await recordMembership(tx, { groupId, by, now, action: 'group.memberAdded', of, role, until });
  return ok();
}

/** [G2] Gives a member another role or end. Refuses 'member.notFound', 'member.lastFacilitator'. */
export async function changeMember(
  tx: Tx,
  { groupId, userId, by, activityId, now, role, until }: MemberChange & MemberTerms,
): Promise<Result<void, 'member.notFound' | 'member.lastFacilitator'>> {
  await lockMembers(tx, groupId);
  const found = await findOwn(tx, { groupId, userId });
  if (!found) return fail('member.notFound');
  const staysLasting = role === 'facilitator' && until === null;
  if (!staysLasting && (await isLastFacilitator(tx, groupId, { userId })))
    return fail('member.lastFacilitator');
  await tx.update(groupMembers).set({ role, until }).where(ownRow({ groupId, userId }));
  const line = { id: activityId, groupId, actorId: by, objectId: userId, title: found.name, now };
  await recordActivity(tx, { ...line, verb: 'member.roleChanged' });
  const change = { of: { person: userId }, role, before: found.role, until };
  await recordMembership(tx, { groupId, by, now, action: 'group.memberChanged', ...change });
  return ok();
}

/**
 * [G2] [G3] [MB4] Ends a membership in the person's own name; the activity keeps what it was, for `undoRemoval`. Whoever ends
 * their own has left.
 * Refuses 'member.notFound', 'member.lastFacilitator'.
 */
export async function removeMember(
  tx: Tx,
  { groupId, userId, by, activityId, now }: MemberChange,
): Promise<Result<void, 'member.notFound' | 'member.lastFacilitator'>> {
  await lockMembers(tx, groupId);
  const found = await findOwn(tx, { groupId, userId });
  if (!found) return fail('member.notFound');
  if (await isLastFacilitator(tx, groupId, { userId })) return fail('member.lastFacilitator');
  await tx.delete(groupMembers).where(ownRow({ groupId, userId }));
  const details = { of: 'person', role: found.role, until: found.until?.toISOString() ?? '' };
  const line = { id: activityId, groupId, actorId: by, objectId: userId, title: found.name, now };
  const verb = by === userId ? 'member.left' : 'member.removed';
  await recordActivity(tx, { ...line, verb, details });
  const of = { person: userId };
  await recordMembership(tx, { groupId, by, now, action: 'group.memberRemoved', of, role: found.role });
  return ok();
}

const hasOwn = sql`${groupMembers.userId} is not null`;
const isInherited = sql`${groupOrganisations.organisationId} is not null`;

function ownRow({ groupId, userId }: { groupId: string; userId: string }) {
  return and(eq(groupMembers.groupId, groupId), eq(groupMembers.userId, userId));
}

async function findOwn(tx: Db, key: { groupId: string; userId: string }) {
  const [found] = await tx
    .select({ name: users.name, role: groupMembers.role, until: groupMembers.until })
    .from(groupMembers)
    .innerJoin(users, eq(users.id, groupMembers.userId))
    .where(ownRow(key));
  return found;
}

function selectMembers(db: Db, groupId: string) {
  return db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      jobTitle: users.jobTitle,
      suspendedAt: users.suspendedAt,
      organisation: organisationBadge,
      role: groupMembers.role,
      until: groupMembers.until,
      inheritedRole: groupOrganisations.role,
    })
    .from(users)
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .leftJoin(groupMembers, and(eq(groupMembers.userId, users.id), eq(groupMembers.groupId, groupId)))
    .leftJoin(
      groupOrganisations,
      and(
        eq(groupOrganisations.organisationId, users.organisationId),
        eq(groupOrganisations.groupId, groupId),
      ),
    )
    .$dynamic();
}

function asMember({
  role,
  until,
  suspendedAt,
  ...row
}: Awaited<ReturnType<typeof selectMembers>>[number]): GroupMember {
  return { ...row, isSuspended: suspendedAt !== null, own: role ? { role, until } : null };
}
