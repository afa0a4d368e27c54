import { and, eq, isNull } from 'drizzle-orm';
import { byHand, keysToPlace } from '#shared/documents/document-order.ts';
import { liveFolderOf } from '#shared/documents/folder.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Db } from '../kernel/client.ts';
import type { Tx } from '../kernel/transaction.ts';
import { foldersIn } from './folders.ts';
import { documents } from './schema.ts';

/** A document of a group. */
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

/** Where each document of a group stands, trash excepted: whatever it is to whoever asks, so that it says nothing of those that are not listed to them. */
export function listPlaces(
  db: Db,
  group: { groupId: Readable<'group'> },
): Promise<Map<string, DocumentPlace>> {
  return readPlaces(db, group);
}

/** The same, for what is written in the group. */
export function placesIn(tx: Tx, group: { groupId: string }): Promise<Map<string, DocumentPlace>> {
  return readPlaces(tx, group);
}

async function readPlaces(db: Db, { groupId }: { groupId: string }): Promise<Map<string, DocumentPlace>> {
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
export async function putIntoFolder(
  tx: Tx,
  { folderId, ...document }: InGroup & { folderId: string | null },
): Promise<Result<void, 'folder.notFound' | 'access.notFound'>> {
  const folders = await foldersIn(tx, document);
  if (folderId !== null && liveFolderOf(folders, folderId) !== folderId) return fail('folder.notFound');
  // Its rank was one among the documents of the other folder.
  return change(tx, document, { folderId, order: null });
}

/**
 * [C3] Puts a document right before another of its folder; last when there is none, or when it has gone elsewhere. Refused:
 * 'access.notFound'.
 */
export async function placeByHand(
  tx: Tx,
  { beforeId, ...document }: InGroup & { beforeId: string | null },
): Promise<Result<void, 'access.notFound'>> {
  const [folders, places] = [await foldersIn(tx, document), await placesIn(tx, document)];
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
}

/** [C4] Pins a document above its group's list, or no longer. Refused: 'access.notFound'. */
export function pinDocument(
  tx: Tx,
  { pinnedAt, ...document }: InGroup & { pinnedAt: Date | null },
): Promise<Result<void, 'access.notFound'>> {
  return change(tx, document, { pinnedAt });
}

async function change(
  tx: Tx,
  { documentId, groupId }: InGroup,
  values: Partial<typeof documents.$inferInsert>,
): Promise<Result<void, 'access.notFound'>> {
  const changed = await tx
    .update(documents)
    .set(values)
    .where(and(eq(documents.id, documentId), eq(documents.groupId, groupId), isNull(documents.trashedAt)))
    .returning({ id: documents.id });
  return changed.length > 0 ? ok() : fail('access.notFound');
}
