import { and, eq } from 'drizzle-orm';
import type { GroupRole } from '#shared/kernel/access/access.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { inFrench } from '#shared/kernel/text/order.ts';
import type { OrganisationBadge } from '#shared/people/organisation/organisation.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { recordActivity } from '../activity/activities.ts';
import { groupOrganisations } from '../group/schema.ts';
import { organisationBadge } from '../organisation/organisations.ts';
import { organisations } from '../organisation/schema.ts';
import { isLastFacilitator, lockMembers } from './lasting-facilitators.ts';
import { recordMembership } from './member-audit.ts';

/** An organisation of a group: all its people have this role there. */
export interface MemberOrganisation extends OrganisationBadge {
  readonly role: GroupRole;
}

/** Who changes which organisation's membership, in which group, when. */
export interface OrganisationChange {
  readonly groupId: string;
  readonly organisationId: string;
  readonly by: string;
  readonly activityId: string;
  readonly now: Date;
}

/** [G1] The organisations of this group, by name. */
export async function listMemberOrganisations(
  db: Db,
  { groupId }: { groupId: Readable<'group'> },
): Promise<MemberOrganisation[]> {
  const rows = await db
    .select({ ...organisationBadge, role: groupOrganisations.role })
    .from(groupOrganisations)
    .innerJoin(organisations, eq(organisations.id, groupOrganisations.organisationId))
    .where(eq(groupOrganisations.groupId, groupId));
  return rows.sort((a, b) => inFrench(a.name, b.name));
}

/** [G1] Makes an organisation a member. Refuses 'member.organisationNotFound', 'member.already'. */
export async function addMemberOrganisation(
  tx: Tx,
  { groupId, organisationId, by, activityId, now, role }: OrganisationChange & { role: GroupRole },
): Promise<Result<void, 'member.organisationNotFound' | 'member.already'>> {
  const [organisation] = await tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  if (!organisation) return fail('member.organisationNotFound');
  const added = await tx
    .insert(groupOrganisations)
    .values({ groupId, organisationId, role, addedAt: now })
    .onConflictDoNothing()
    .returning({ id: groupOrganisations.organisationId });
  if (added.length === 0) return fail('member.already');
  const line = {
    id: activityId,
    groupId,
    actorId: by,
    objectId: organisationId,
    title: organisation.name,
    now,
  };
  await recordActivity(tx, { ...line, verb: 'member.added' });
  const of = { organisation: organisationId };
  await recordMembership(tx, { groupId, by, now, action: 'group.memberAdded', of, role });
  return ok();
}

/** [G2] Gives an organisation another role. Refuses 'member.notFound', 'member.lastFacilitator'. */
export async function changeMemberOrganisation(
  tx: Tx,
  { groupId, organisationId, by, activityId, now, role }: OrganisationChange & { role: GroupRole },
): Promise<Result<void, 'member.notFound' | 'member.lastFacilitator'>> {
  await lockMembers(tx, groupId);
  const found = await findRow(tx, { groupId, organisationId });
  if (!found) return fail('member.notFound');
  if (role !== 'facilitator' && (await isLastFacilitator(tx, groupId, { organisationId }))) {
    return fail('member.lastFacilitator');
  }
  await tx.update(groupOrganisations).set({ role }).where(rowOf({ groupId, organisationId }));
  const line = { id: activityId, groupId, actorId: by, objectId: organisationId, title: found.name, now };
  await recordActivity(tx, { ...line, verb: 'member.roleChanged' });
  const change = { of: { organisation: organisationId }, role, before: found.role };
  await recordMembership(tx, { groupId, by, now, action: 'group.memberChanged', ...change });
  return ok();
}

/** [G2] [G3] Ends an organisation's membership. Refuses 'member.notFound', 'member.lastFacilitator'. */
export async function removeMemberOrganisation(
  tx: Tx,
  { groupId, organisationId, by, activityId, now }: OrganisationChange,
): Promise<Result<void, 'member.notFound' | 'member.lastFacilitator'>> {
  await lockMembers(tx, groupId);
  const found = await findRow(tx, { groupId, organisationId });
  if (!found) return fail('member.notFound');
  if (await isLastFacilitator(tx, groupId, { organisationId })) return fail('member.lastFacilitator');
  await tx.delete(groupOrganisations).where(rowOf({ groupId, organisationId }));
  const line = { id: activityId, groupId, actorId: by, objectId: organisationId, title: found.name, now };
  await recordActivity(tx, {
    ...line,
    verb: 'member.removed',
    details: { of: 'organisation', role: found.role },
  });
  const of = { organisation: organisationId };
  await recordMembership(tx, { groupId, by, now, action: 'group.memberRemoved', of, role: found.role });
  return ok();
}

function rowOf({ groupId, organisationId }: { groupId: string; organisationId: string }) {
  return and(eq(groupOrganisations.groupId, groupId), eq(groupOrganisations.organisationId, organisationId));
}

async function findRow(tx: Db, key: { groupId: string; organisationId: string }) {
  const [found] = await tx
    .select({ name: organisations.name, role: groupOrganisations.role })
    .from(groupOrganisations)
    .innerJoin(organisations, eq(organisations.id, groupOrganisations.organisationId))
    .where(rowOf(key));
  return found;
}
