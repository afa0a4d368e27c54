import { and, asc, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { checkFolderPlace, type Folder } from '#shared/documents/folder.ts';
import type { FolderError } from '#shared/errors.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Db } from '../kernel/client.ts';
import type { Tx } from '../kernel/transaction.ts';
import { folders } from './folder-schema.ts';
import { documents } from './schema.ts';

interface InGroup {
  readonly groupId: string;
}

/** All folders of a group, the removed ones too: they say where what they held shows. */
export function listFolders(db: Db, group: { readonly groupId: Readable<'group'> }): Promise<Folder[]> {
  return readFolders(db, group);
}

/** The same, for what is written in the group. */
export function foldersIn(tx: Tx, group: InGroup): Promise<Folder[]> {
  return readFolders(tx, group);
}

async function readFolders(db: Db, { groupId }: InGroup): Promise<Folder[]> {
  const rows = await db
    .select({
      id: folders.id,
      parentId: folders.parentId,
      name: folders.name,
      removedAt: folders.removedAt,
    })
    .from(folders)
    .where(eq(folders.groupId, groupId))
    .orderBy(asc(folders.createdAt), asc(folders.id));
  return rows.map(({ removedAt, ...row }) => ({ ...row, isRemoved: removedAt !== null }));
}

/** Changes to one group's tree wait for each other: two moves that are right alone may make a circle together. */
async function lockTree(tx: Tx, { groupId }: InGroup): Promise<Folder[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`cordee.folders.${groupId}`}))`);
  return readFolders(tx, { groupId });
}

/** [C1] Makes a folder; `folderId` is new, `name` went through `parseName`. Refused: 'folder.notFound' (the parent), 'folder.tooDeep'. */
export async function createFolder(
  tx: Tx,
  input: InGroup & { folderId: string; parentId: string | null; name: string; by: string; now: Date },
): Promise<Result<{ id: string; name: string }, FolderError>> {
  const { folderId: id, groupId, parentId, name, by: createdBy, now: createdAt } = input;
  const place = checkFolderPlace(await lockTree(tx, input), null, parentId);
  if (!place.ok) return place;
  await tx.insert(folders).values({ id, groupId, parentId, name, createdBy, createdAt });
  return ok({ id, name });
}

/** [C1] Gives a folder another name, which went through `parseName`. Refused: 'folder.notFound'. */
export async function renameFolder(
  tx: Tx,
  { folderId, groupId, name }: InGroup & { folderId: string; name: string },
): Promise<Result<void, 'folder.notFound'>> {
  const renamed = await tx
    .update(folders)
    .set({ name })
    .where(and(eq(folders.id, folderId), eq(folders.groupId, groupId), isNull(folders.removedAt)))
    .returning({ id: folders.id });
  return renamed.length > 0 ? ok() : fail('folder.notFound');
}

/** [C1] Puts a folder into another, with all it holds. Refused: 'folder.notFound', 'folder.cycle', 'folder.tooDeep'. */
export async function moveFolder(
  tx: Tx,
  { folderId, groupId, parentId }: InGroup & { folderId: string; parentId: string | null },
): Promise<Result<void, FolderError>> {
  const place = checkFolderPlace(await lockTree(tx, { groupId }), folderId, parentId);
  if (!place.ok) return place;
  await tx
    .update(folders)
    .set({ parentId })
    .where(and(eq(folders.id, folderId), eq(folders.groupId, groupId)));
  return ok();
}

/** [C2] Removes a folder; what it holds shows one level up. Refused: 'folder.notFound'. */
export function removeFolder(
  tx: Tx,
  { folderId, groupId, now }: InGroup & { folderId: string; now: Date },
): Promise<Result<{ name: string }, 'folder.notFound'>> {
  return setRemoved(tx, { folderId, groupId }, now);
}

/** [C2] Undoes a removal: the folder is back with what is still in it. Refused: 'folder.notFound'. */
export function restoreFolder(
  tx: Tx,
  folder: InGroup & { folderId: string },
): Promise<Result<{ name: string }, 'folder.notFound'>> {
  return setRemoved(tx, folder, null);
}

async function setRemoved(
  tx: Tx,
  { folderId, groupId }: InGroup & { folderId: string },
  removedAt: Date | null,
): Promise<Result<{ name: string }, 'folder.notFound'>> {
  const isThere = removedAt ? isNull(folders.removedAt) : isNotNull(folders.removedAt);
  const [changed] = await tx
    .update(folders)
    .set({ removedAt })
    .where(and(eq(folders.id, folderId), eq(folders.groupId, groupId), isThere))
    .returning({ name: folders.name });
  return changed ? ok(changed) : fail('folder.notFound');
}

/** The folders that were removed before this moment. */
export async function listRemovedFolders(db: Db, { before }: { before: Date }): Promise<string[]> {
  const gone = await db.select({ id: folders.id }).from(folders).where(lt(folders.removedAt, before));
  return gone.map(({ id }) => id);
}

/** [TR1] Clears a folder if it was removed before this moment; what stood in it moves to where it already shows. */
export async function clearFolder(tx: Tx, { id, before }: { id: string; before: Date }): Promise<void> {
  const [folder] = await tx.select().from(folders).where(eq(folders.id, id)).for('update');
  if (!folder?.removedAt || folder.removedAt >= before) return;
  const { parentId } = folder;
  await tx.update(folders).set({ parentId }).where(eq(folders.parentId, id));
  await tx.update(documents).set({ folderId: parentId }).where(eq(documents.folderId, id));
  await tx.delete(folders).where(eq(folders.id, id));
}
