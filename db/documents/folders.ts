import { and, asc, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { checkFolderPlace, type Folder } from '#shared/documents/folder.ts';
import type { FolderError, NameError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { parseName } from '#shared/kernel/title.ts';
import type { Db } from '../kernel/client.ts';
import { folders } from './folder-schema.ts';
import { documents } from './schema.ts';

interface InGroup {
  readonly groupId: string;
}

/** All folders of a group, the removed ones too: they say where what they held shows. The caller has checked the group. */
export async function listFolders(db: Db, { groupId }: InGroup): Promise<Folder[]> {
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
async function lockTree(tx: Db, { groupId }: InGroup): Promise<Folder[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`cordee.folders.${groupId}`}))`);
  return listFolders(tx, { groupId });
}

/** [C1] Makes a folder; `folderId` is new. Refused: name errors, 'folder.notFound' (the parent), 'folder.tooDeep'. */
export function createFolder(
  db: Db,
  input: InGroup & { folderId: string; parentId: string | null; name: string; by: string; now: Date },
): Promise<Result<{ id: string; name: string }, NameError | FolderError>> {
  return db.transaction(async (tx) => {
    const { folderId: id, groupId, parentId, by: createdBy, now: createdAt } = input;
    const name = parseName(input.name);
    if (!name.ok) return name;
    const place = checkFolderPlace(await lockTree(tx, input), null, parentId);
    if (!place.ok) return place;
    await tx.insert(folders).values({ id, groupId, parentId, name: name.value, createdBy, createdAt });
    return ok({ id, name: name.value });
  });
}

/** [C1] Gives a folder another name. Refused: name errors, 'folder.notFound'. */
export async function renameFolder(
  db: Db,
  { folderId, groupId, ...input }: InGroup & { folderId: string; name: string },
): Promise<Result<{ name: string }, NameError | FolderError>> {
  const name = parseName(input.name);
  if (!name.ok) return name;
  const renamed = await db
    .update(folders)
    .set({ name: name.value })
    .where(and(eq(folders.id, folderId), eq(folders.groupId, groupId), isNull(folders.removedAt)))
    .returning({ id: folders.id });
  return renamed.length > 0 ? ok({ name: name.value }) : fail('folder.notFound');
}

/** [C1] Puts a folder into another, with all it holds. Refused: 'folder.notFound', 'folder.cycle', 'folder.tooDeep'. */
export function moveFolder(
  db: Db,
  { folderId, groupId, parentId }: InGroup & { folderId: string; parentId: string | null },
): Promise<Result<void, FolderError>> {
  return db.transaction(async (tx) => {
    const place = checkFolderPlace(await lockTree(tx, { groupId }), folderId, parentId);
    if (!place.ok) return place;
    await tx
      .update(folders)
      .set({ parentId })
      .where(and(eq(folders.id, folderId), eq(folders.groupId, groupId)));
    return ok();
  });
}

/** [C2] Removes a folder; what it holds shows one level up. Refused: 'folder.notFound'. */
export function removeFolder(
  db: Db,
  { folderId, groupId, now }: InGroup & { folderId: string; now: Date },
): Promise<Result<{ name: string }, FolderError>> {
  return setRemoved(db, { folderId, groupId }, now);
}

/** [C2] Undoes a removal: the folder is back with what is still in it. Refused: 'folder.notFound'. */
export function restoreFolder(
  db: Db,
  folder: InGroup & { folderId: string },
): Promise<Result<{ name: string }, FolderError>> {
  return setRemoved(db, folder, null);
}

async function setRemoved(
  db: Db,
  { folderId, groupId }: InGroup & { folderId: string },
  removedAt: Date | null,
): Promise<Result<{ name: string }, FolderError>> {
  const isThere = removedAt ? isNull(folders.removedAt) : isNotNull(folders.removedAt);
  const [changed] = await db
    .update(folders)
    .set({ removedAt })
    .where(and(eq(folders.id, folderId), eq(folders.groupId, groupId), isThere))
    .returning({ name: folders.name });
  return changed ? ok(changed) : fail('folder.notFound');
}

/** [TR1] Clears folders removed before this moment; what stood in them moves to where it already shows. */
export async function clearRemovedFolders(db: Db, { before }: { before: Date }): Promise<void> {
  const gone = await db
    .select({ id: folders.id, parentId: folders.parentId })
    .from(folders)
    .where(lt(folders.removedAt, before));
  for (const { id } of gone) {
    await db.transaction(async (tx) => {
      const [folder] = await tx.select().from(folders).where(eq(folders.id, id)).for('update');
      if (!folder?.removedAt || folder.removedAt >= before) return;
      const { parentId } = folder;
      await tx.update(folders).set({ parentId }).where(eq(folders.parentId, id));
      await tx.update(documents).set({ folderId: parentId }).where(eq(documents.folderId, id));
      await tx.delete(folders).where(eq(folders.id, id));
    });
  }
}
