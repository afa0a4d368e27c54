import { and, eq, isNull } from 'drizzle-orm';
import { byHand, keysToPlace } from '#shared/documents/document-order.ts';
import { liveFolderOf } from '#shared/documents/folder.ts';
import type { FolderError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Db } from '../kernel/client.ts';
import { listFolders } from './folders.ts';
import { documents } from './schema.ts';

/** A document of a group. The caller has checked that they may organise it. */
interface InGroup {
  readonly documentId: string;
  readonly groupId: string;
}

/** Where a document stands in its group. */
export interface DocumentPlace {
  readonly folderId: string | null;
  readonly order: string | null;
  readonly createdAt: Date;
  readonly isPinned: boolean;
  readonly visibility: (typeof documents.$inferSelect)['visibility'];
}

/** Where each document of a group stands, trash excepted. The caller has checked the group and which of them may be listed. */
export async function listPlaces(
  db: Db,
  { groupId }: { groupId: string },
): Promise<Map<string, DocumentPlace>> {
  const rows = await db
    .select({
      id: documents.id,
      folderId: documents.folderId,
      order: documents.order,
      createdAt: documents.createdAt,
      pinnedAt: documents.pinnedAt,
      visibility: documents.visibility,
    })
    .from(documents)
    .where(and(eq(documents.groupId, groupId), isNull(documents.trashedAt)));
  return new Map(rows.map(({ id, pinnedAt, ...place }) => [id, { ...place, isPinned: pinnedAt !== null }]));
}

/**
 * [C2] Puts a document into a folder of its group (null: the top). Of two people who move it, the last one wins. Refused:
 * 'folder.notFound', 'access.notFound' (trashed, or of another group).
 */
export function putIntoFolder(
  db: Db,
  { folderId, ...document }: InGroup & { folderId: string | null },
): Promise<Result<void, FolderError | 'access.notFound'>> {
  return db.transaction(async (tx) => {
    const folders = await listFolders(tx, document);
    if (folderId !== null && liveFolderOf(folders, folderId) !== folderId) return fail('folder.notFound');
    // Its rank was one among the documents of the other folder.
    return change(tx, document, { folderId, order: null });
  });
}

/**
 * [C3] Puts a document right before another of its folder; last when there is none, or when it has gone elsewhere. Refused:
 * 'access.notFound'.
 */
export function placeByHand(
  db: Db,
  { beforeId, ...document }: InGroup & { beforeId: string | null },
): Promise<Result<void, 'access.notFound'>> {
  return db.transaction(async (tx) => {
    const [folders, places] = [await listFolders(tx, document), await listPlaces(tx, document)];
    const own = places.get(document.documentId);
    if (!own) return fail('access.notFound');
    const folderId = liveFolderOf(folders, own.folderId);
    const siblings = [...places].flatMap(([id, place]) =>
      liveFolderOf(folders, place.folderId) === folderId ? [{ id, ...place }] : [],
    );
    const others = siblings.filter(({ id }) => id !== document.documentId).sort(byHand);
    const rank = others.findIndex(({ id }) => id === beforeId);
    const keys = keysToPlace(siblings, document.documentId, rank < 0 ? others.length : rank);
    for (const [documentId, order] of keys) {
      await change(tx, { documentId, groupId: document.groupId }, { order });
    }
    return ok();
  });
}

/** [C4] Pins a document above its group's list, or no longer. Refused: 'access.notFound'. */
export function pinDocument(
  db: Db,
  { pinnedAt, ...document }: InGroup & { pinnedAt: Date | null },
): Promise<Result<void, 'access.notFound'>> {
  return change(db, document, { pinnedAt });
}

async function change(
  db: Db,
  { documentId, groupId }: InGroup,
  values: Partial<typeof documents.$inferInsert>,
): Promise<Result<void, 'access.notFound'>> {
  const changed = await db
    .update(documents)
    .set(values)
    .where(and(eq(documents.id, documentId), eq(documents.groupId, groupId), isNull(documents.trashedAt)))
    .returning({ id: documents.id });
  return changed.length > 0 ? ok() : fail('access.notFound');
}
