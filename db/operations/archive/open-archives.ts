import { and, asc, desc, eq, inArray, isNull, lte } from 'drizzle-orm';
import { canInGroup, canOnPlatform, type PlatformRole } from '#shared/kernel/access/access.ts';
import { type OpenArchiveState, openArchiveExpiry } from '#shared/operations/archive/open-archive.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { findGroup, findGroupForMember } from '../../people/group/groups.ts';
import { users } from '../../people/person/schema.ts';
import { openArchives } from './schema.ts';

/** An archive, as whoever asked for it sees it. */
export interface OpenArchive {
  readonly id: string;
  readonly state: OpenArchiveState;
  readonly done: number;
  readonly total: number;
  readonly bytes: number | null;
  readonly askedAt: Date;
  readonly expiresAt: Date | null;
}

/** What is archived: a group, or the whole space (null). */
interface Asked {
  readonly userId: string;
  readonly groupId: string | null;
  readonly now: Date;
}

/** [OA5] Whether this person may have an archive of this group, or of the whole space. */
export async function mayArchive(db: Db, { userId, groupId, now }: Asked): Promise<boolean> {
  if (groupId !== null) {
    const group = await findGroupForMember(db, { groupId, userId, now });
    return group !== null && canInGroup(group.role, 'group.edit');
  }
  const [person] = await db
    .select({ role: users.platformRole })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.suspendedAt)));
  return person !== undefined && canOnPlatform(person.role as PlatformRole, 'platform.administer');
}

/** [OA6] Asks for an archive, one at a time: false while another of theirs is being made. */
export async function askOpenArchive(
  tx: Tx,
  { id, userId, groupId, now }: Asked & { readonly id: string },
): Promise<boolean> {
  const made = await tx
    .insert(openArchives)
    .values({ id, userId, groupId, state: 'waiting', askedAt: now })
    .onConflictDoNothing()
    .returning({ id: openArchives.id });
  if (made.length === 0) return false;
  const group = groupId === null ? null : await findGroup(tx, groupId);
  const subject = group
    ? ({ kind: 'group', id: group.id, name: group.name } as const)
    : ({ kind: 'platform', id: '', name: '' } as const);
  await recordAudit(tx, { actorId: userId, action: 'archive.exported', subject, now });
  return true;
}

/** [OA6] The archives of a group, or of the whole space, that this person asked for and that are still there, the last first. */
export async function listOpenArchives(
  db: Db,
  { userId, groupId }: Omit<Asked, 'now'>,
): Promise<OpenArchive[]> {
  const rows = await db
    .select()
    .from(openArchives)
    .where(and(eq(openArchives.userId, userId), ofPlace(groupId)))
    .orderBy(desc(openArchives.askedAt), desc(openArchives.id));
  return rows.map(({ userId: _, groupId: __, storageKey: ___, ...shown }) => shown);
}

/**
 * [OA5] [OA6] Where the bytes of this archive are, for the person who asked for it, while it is kept and as long as they may have it;
 * else null.
 */
export async function findOpenArchiveFile(
  db: Db,
  { id, userId, now }: { id: string; userId: string; now: Date },
): Promise<{ storageKey: string; bytes: number; groupId: string | null } | null> {
  const [found] = await db
    .select()
    .from(openArchives)
    .where(and(eq(openArchives.id, id), eq(openArchives.userId, userId), eq(openArchives.state, 'ready')));
  if (!found?.storageKey || found.bytes === null || !found.expiresAt || found.expiresAt <= now) return null;
  const { storageKey, bytes, groupId } = found;
  return (await mayArchive(db, { userId, groupId, now })) ? { storageKey, bytes, groupId } : null;
}

/** [OA6] Gives up an archive that is being made: what there is of it goes. False when there is nothing to give up. */
export async function cancelOpenArchive(
  tx: Tx,
  { id, userId }: { id: string; userId: string },
): Promise<boolean> {
  const gone = await tx
    .delete(openArchives)
    .where(
      and(
        eq(openArchives.id, id),
        eq(openArchives.userId, userId),
        inArray(openArchives.state, ['waiting', 'running']),
      ),
    )
    .returning({ id: openArchives.id });
  return gone.length > 0;
}

/** Whose archive this is and of what, while it is to be made; null when there is nothing to do. */
export async function startOpenArchive(
  db: Db,
  { id }: { id: string },
): Promise<{ userId: string; groupId: string | null } | null> {
  const [started] = await db
    .update(openArchives)
    .set({ state: 'running', done: 0, total: 0 })
    .where(and(eq(openArchives.id, id), inArray(openArchives.state, ['waiting', 'running'])))
    .returning({ userId: openArchives.userId, groupId: openArchives.groupId });
  return started ?? null;
}

/** How far an archive is; false when it is no longer wanted. */
export async function tellOpenArchive(
  db: Db,
  { id, done, total }: { id: string; done: number; total: number },
): Promise<boolean> {
  const told = await db
    .update(openArchives)
    .set({ done, total })
    .where(and(eq(openArchives.id, id), eq(openArchives.state, 'running')))
    .returning({ id: openArchives.id });
  return told.length > 0;
}

/** An archive is made, and kept for some days; false when it is no longer wanted: its bytes go. */
export async function finishOpenArchive(
  db: Db,
  { id, storageKey, bytes, now }: { id: string; storageKey: string; bytes: number; now: Date },
): Promise<boolean> {
  const finished = await db
    .update(openArchives)
    .set({ state: 'ready', storageKey, bytes, expiresAt: openArchiveExpiry(now) })
    .where(and(eq(openArchives.id, id), eq(openArchives.state, 'running')))
    .returning({ id: openArchives.id });
  return finished.length > 0;
}

/** An archive could not be made, or those that were asked for before an instant were not: their owners may ask again. */
export async function failOpenArchive(db: Db, given: { id: string } | { askedBefore: Date }): Promise<void> {
  const which = 'id' in given ? eq(openArchives.id, given.id) : lte(openArchives.askedAt, given.askedBefore);
  await db
    .update(openArchives)
    .set({ state: 'failed' })
    .where(and(which, inArray(openArchives.state, ['waiting', 'running'])));
}

/** [OA6] Takes away what is no longer kept; the keys of its bytes, which the caller removes. */
export async function expireOpenArchives(db: Db, { now }: { now: Date }): Promise<string[]> {
  const gone = await db
    .delete(openArchives)
    .where(lte(openArchives.expiresAt, now))
    .returning({ storageKey: openArchives.storageKey });
  return gone.flatMap(({ storageKey }) => (storageKey ? [storageKey] : []));
}

function ofPlace(groupId: string | null) {
  return groupId === null ? isNull(openArchives.groupId) : eq(openArchives.groupId, groupId);
}

/** The oldest account that administers the space and may sign in; null before the installation. */
export async function findAdministrator(db: Db): Promise<string | null> {
  const [found] = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.platformRole, 'admin'), isNull(users.suspendedAt)))
    .orderBy(asc(users.createdAt), asc(users.id))
    .limit(1);
  return found?.id ?? null;
}
