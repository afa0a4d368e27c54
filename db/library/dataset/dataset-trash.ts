import {
  and,
  asc,
  desc,
  eq,
  exists,
  inArray,
  isNotNull,
  isNull,
  lt,
  not,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import { canInGroup, type GroupRole } from '#shared/kernel/access/access.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { mayChangeDataset } from '#shared/library/dataset/dataset-access.ts';
import { boardFiles } from '../../boards/board-file-schema.ts';
import { documentFiles } from '../../documents/access/schema.ts';
import { files } from '../../documents/file/schema.ts';
import type { Reader } from '../../documents/listed-documents.ts';
import type { Trashed } from '../../documents/trash/trash.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { activities } from '../../people/activity/schema.ts';
import { findGroupRole, listGroupsForMember } from '../../people/group/groups.ts';
import { groups } from '../../people/group/schema.ts';
import { users } from '../../people/person/schema.ts';
import type { Gone } from '../resource/resource-trash.ts';
import { organisationOf } from './datasets.ts';
import { datasetChecks, datasetDistributions, datasets } from './schema.ts';

/** A record in the trash, for somebody who may take it back. */
export interface TrashedDataset extends Trashed {
  readonly groupName: string;
  /** They may also delete it for good. */
  readonly canDelete: boolean;
}

/** [DS13] The records in the trash that this person may take back, the last thrown away first. */
export async function listTrashedDatasets(db: Db, reader: Reader): Promise<TrashedDataset[]> {
  const roles = new Map<string, GroupRole>(
    (await listGroupsForMember(db, reader)).map(({ id, role }) => [id, role]),
  );
  if (roles.size === 0) return [];
  const trashedBy = db
    .select({ name: users.name })
    .from(activities)
    .innerJoin(users, eq(users.id, activities.actorId))
    .where(and(eq(activities.objectId, datasets.id), eq(activities.verb, 'dataset.trashed')))
    .orderBy(desc(activities.at))
    .limit(1);
  const rows = await db
    .select({
      id: datasets.id,
      title: datasets.title,
      groupId: datasets.groupId,
      groupName: groups.name,
      organisationId: datasets.organisationId,
      trashedAt: datasets.trashedAt,
      trashedBy: sql<string | null>`(${trashedBy})`,
    })
    .from(datasets)
    .innerJoin(groups, eq(groups.id, datasets.groupId))
    .where(and(isNotNull(datasets.trashedAt), inArray(datasets.groupId, [...roles.keys()])))
    .orderBy(desc(datasets.trashedAt), datasets.id);
  const organisationId = await organisationOf(db, reader.userId);
  return rows.flatMap(({ groupId, organisationId: owner, trashedAt, ...row }) => {
    const role = roles.get(groupId) ?? null;
    const mayTake = mayChangeDataset({ role, organisationId }, owner);
    return trashedAt && mayTake ? [{ ...row, trashedAt, canDelete: canInGroup(role, 'trash.delete') }] : [];
  });
}

/** [DS13] A record in the trash, for somebody of its group; null for all others, and when it is not there. */
export async function findTrashedDataset(
  db: Db,
  { datasetId, ...reader }: Reader & { datasetId: string },
): Promise<{ id: string; groupId: string; role: GroupRole; mayChange: boolean } | null> {
  const [found] = await db
    .select({ id: datasets.id, groupId: datasets.groupId, organisationId: datasets.organisationId })
    .from(datasets)
    .where(and(eq(datasets.id, datasetId), isNotNull(datasets.trashedAt)));
  const role = found ? await findGroupRole(db, { ...reader, groupId: found.groupId }) : null;
  if (!found || role === null) return null;
  const { organisationId: owner, ...dataset } = found;
  const organisationId = await organisationOf(db, reader.userId);
  return { ...dataset, role, mayChange: mayChangeDataset({ role, organisationId }, owner) };
}

/** [DS13] Deletes for good what is in the trash of this group. */
export function deleteDataset(
  tx: Tx,
  { datasetId, groupId }: { datasetId: string; groupId: string },
): Promise<Result<Gone, 'access.notFound'>> {
  return destroy(tx, and(eq(datasets.id, datasetId), eq(datasets.groupId, groupId)));
}

/** [DS13] Deletes for good what was thrown away before this moment, at most `limit` of it. */
export async function deleteExpiredDatasets(
  tx: Tx,
  { before, limit }: { before: Date; limit: number },
): Promise<{ count: number; gone: Gone }> {
  const expired = await tx
    .select({ id: datasets.id })
    .from(datasets)
    .where(lt(datasets.trashedAt, before))
    .orderBy(asc(datasets.trashedAt), asc(datasets.id))
    .limit(limit);
  const gone: string[] = [];
  for (const { id } of expired) {
    const deleted = await destroy(tx, and(eq(datasets.id, id), lt(datasets.trashedAt, before)));
    if (deleted.ok) gone.push(...deleted.value);
  }
  return { count: expired.length, gone };
}

async function destroy(tx: Tx, which: SQL | undefined): Promise<Result<Gone, 'access.notFound'>> {
  // Locked: whoever takes it back at this moment waits, and finds it gone, or has it.
  const [found] = await tx
    .select({ id: datasets.id })
    .from(datasets)
    .where(and(which, isNotNull(datasets.trashedAt)))
    .for('update');
  if (!found) return fail('access.notFound');
  const held = await tx
    .select({ fileId: datasetDistributions.fileId })
    .from(datasetDistributions)
    .where(and(eq(datasetDistributions.datasetId, found.id), isNotNull(datasetDistributions.fileId)));
  // Reports quote the files: they go with them.
  await tx.delete(datasetChecks).where(eq(datasetChecks.datasetId, found.id));
  await tx.delete(datasets).where(eq(datasets.id, found.id));
  return ok(
    await deleteUnused(
      tx,
      held.flatMap(({ fileId }) => fileId ?? []),
    ),
  );
}

/** Deletes those of these files that nothing else shows; the keys of their bytes. */
async function deleteUnused(tx: Tx, fileIds: readonly string[]): Promise<Gone> {
  if (fileIds.length === 0) return [];
  const uses = [datasetDistributions, documentFiles, boardFiles].map((table) =>
    exists(tx.select({ one: sql`1` }).from(table).where(eq(table.fileId, files.id))),
  );
  const gone = await tx
    .delete(files)
    .where(and(inArray(files.id, [...fileIds]), not(or(...uses) ?? isNull(files.id))))
    .returning({ storageKey: files.storageKey });
  return gone.map(({ storageKey }) => storageKey);
}
