import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, type SQL } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Trashed } from '../../documents/trash/trash.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { users } from '../../people/person/schema.ts';
import { type ResourceChange, recordResource } from './resource-change.ts';
import { resources, resourceVersions } from './schema.ts';

/** The resources in a group's trash, the last thrown away first. */
export async function listTrashedResources(
  db: Db,
  { groupId }: { groupId: Readable<'group'> },
): Promise<Trashed[]> {
  const rows = await db
    .select({
      id: resources.id,
      title: resources.title,
      trashedAt: resources.trashedAt,
      trashedBy: users.name,
    })
    .from(resources)
    .leftJoin(users, eq(users.id, resources.trashedBy))
    .where(and(eq(resources.groupId, groupId), isNotNull(resources.trashedAt)))
    .orderBy(desc(resources.trashedAt), desc(resources.id));
  return rows.flatMap(({ trashedAt, ...row }) => (trashedAt ? [{ ...row, trashedAt }] : []));
}

type Moved = Result<{ id: string; title: string }, 'resource.notFound'>;

/** [RS12] Puts a resource into its group's trash. */
export function trashResource(tx: Tx, change: ResourceChange): Promise<Moved> {
  return move(tx, change, { trashedAt: change.now, trashedBy: change.by });
}

/** [RS12] Takes a resource back from the trash, as it was. */
export function restoreResource(tx: Tx, change: ResourceChange): Promise<Moved> {
  return move(tx, change, { trashedAt: null, trashedBy: null });
}

async function move(
  tx: Tx,
  change: ResourceChange,
  values: Pick<typeof resources.$inferInsert, 'trashedAt' | 'trashedBy'>,
): Promise<Moved> {
  const isThere = values.trashedAt ? isNull(resources.trashedAt) : isNotNull(resources.trashedAt);
  const [moved] = await tx
    .update(resources)
    .set(values)
    .where(and(eq(resources.id, change.resourceId), eq(resources.groupId, change.groupId), isThere))
    .returning({ id: resources.id, title: resources.title });
  if (!moved) return fail('resource.notFound');
  await recordResource(tx, change, values.trashedAt ? 'resource.trashed' : 'resource.restored', moved.title);
  return ok(moved);
}

/** Keys of the bytes that nothing needs any more: remove them from the store after the commit. */
export type Gone = readonly string[];

/** [RS12] Deletes for good what is in this group's trash. */
export function deleteResource(
  tx: Tx,
  { resourceId, groupId }: Pick<ResourceChange, 'resourceId' | 'groupId'>,
): Promise<Result<Gone, 'resource.notFound'>> {
  return destroy(tx, and(eq(resources.id, resourceId), eq(resources.groupId, groupId)));
}

/** [RS12] Deletes for good what was thrown away before this moment, at most `limit` of it. */
export async function deleteExpiredResources(
  tx: Tx,
  { before, limit }: { before: Date; limit: number },
): Promise<{ count: number; gone: Gone }> {
  const expired = await tx
    .select({ id: resources.id })
    .from(resources)
    .where(lt(resources.trashedAt, before))
    .orderBy(asc(resources.trashedAt), asc(resources.id))
    .limit(limit);
  const gone: string[] = [];
  for (const { id } of expired) {
    const deleted = await destroy(tx, and(eq(resources.id, id), lt(resources.trashedAt, before)));
    if (deleted.ok) gone.push(...deleted.value);
  }
  return { count: expired.length, gone };
}

async function destroy(tx: Tx, which: SQL | undefined): Promise<Result<Gone, 'resource.notFound'>> {
  // Locked: whoever takes it back at this moment waits, and finds it gone, or has it.
  const found = await tx
    .select({ id: resources.id })
    .from(resources)
    .where(and(which, isNotNull(resources.trashedAt)))
    .for('update');
  if (found.length === 0) return fail('resource.notFound');
  const ids = found.map(({ id }) => id);
  const kept = await tx
    .selectDistinct({ storageKey: resourceVersions.storageKey })
    .from(resourceVersions)
    .where(inArray(resourceVersions.resourceId, ids));
  await tx.delete(resources).where(inArray(resources.id, ids));
  return ok(kept.map(({ storageKey }) => storageKey));
}
