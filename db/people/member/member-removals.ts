import { and, eq } from 'drizzle-orm';
import { GROUP_ROLES } from '#shared/kernel/access/access.ts';
import { fail, type Result } from '#shared/kernel/result.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { activities } from '../activity/schema.ts';
import { addMemberOrganisation } from './member-organisations.ts';
import { addMember } from './members.ts';

interface RemovalKey {
  readonly groupId: string;
  /** The activity that the removal left. */
  readonly removalId: string;
}

/** Who was removed from this group, for the offer to undo it; null when that was somewhere else or never. */
export async function findRemoval(
  db: Db,
  { groupId, removalId }: RemovalKey,
): Promise<{ name: string; userId: string | null } | null> {
  const found = await findLine(db, { groupId, removalId });
  if (!found) return null;
  return { name: found.data.title ?? '', userId: found.data.of === 'organisation' ? null : found.objectId };
}

/**
 * [G3] Gives back a membership as it was when it was removed: same role, same end.
 * Refuses 'member.notFound' for what was not removed from this group, and whatever adding refuses.
 */
export async function undoRemoval(
  tx: Tx,
  { groupId, removalId, by, activityId, now }: RemovalKey & { by: string; activityId: string; now: Date },
): Promise<
  Result<
    void,
    | 'member.notFound'
    | 'member.organisationNotFound'
    | 'member.already'
    | 'person.notFound'
    | 'person.suspended'
  >
> {
  const removed = await findLine(tx, { groupId, removalId });
  const role = GROUP_ROLES.find((candidate) => candidate === removed?.data.role);
  if (!removed || !role) return fail('member.notFound');
  const change = { groupId, by, activityId, now, role };
  if (removed.data.of === 'organisation') {
    return addMemberOrganisation(tx, { ...change, organisationId: removed.objectId });
  }
  const until = removed.data.until ? new Date(removed.data.until) : null;
  return addMember(tx, { ...change, userId: removed.objectId, until });
}

async function findLine(db: Db, { groupId, removalId }: RemovalKey) {
  const [line] = await db
    .select({ objectId: activities.objectId, data: activities.data })
    .from(activities)
    .where(
      and(
        eq(activities.id, removalId),
        eq(activities.groupId, groupId),
        eq(activities.verb, 'member.removed'),
      ),
    );
  return line;
}
