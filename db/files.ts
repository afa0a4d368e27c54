import { eq, inArray } from 'drizzle-orm';
import type { Db } from './client.ts';
import { findDocumentRights } from './document-rights.ts';
import { findGroupRole } from './groups.ts';
import type { Reader } from './listed-documents.ts';
import { documents } from './schema/document.ts';
import { documentFiles } from './schema/document-access.ts';
import { files } from './schema/file.ts';

/** An uploaded file, as the register knows it; its bytes are in the file store under `storageKey`. */
export interface StoredFile {
  readonly id: string;
  readonly groupId: string;
  readonly name: string;
  /** By content, never by name. */
  readonly contentType: string;
  readonly bytes: number;
  /** Pixels; null for what is no image. */
  readonly width: number | null;
  readonly height: number | null;
  readonly storageKey: string;
}

/** Registers a file whose bytes are in the store already, for the document that it was sent to when there is one. */
export async function registerFile(
  db: Db,
  file: StoredFile & { uploadedBy: string; documentId?: string | undefined; now: Date },
): Promise<void> {
  const { now, documentId, ...row } = file;
  await db.insert(files).values({ ...row, createdAt: now });
  if (documentId) await db.insert(documentFiles).values({ documentId, fileId: file.id });
}

/** [A8] Says that a document shows these files. Those that do not exist, or are shown already, are passed over. */
export async function linkFiles(
  db: Db,
  { documentId, fileIds }: { documentId: string; fileIds: readonly string[] },
): Promise<void> {
  if (fileIds.length === 0) return;
  const known = await db
    .select({ fileId: files.id })
    .from(files)
    .where(inArray(files.id, [...fileIds]));
  if (known.length === 0) return;
  await db
    .insert(documentFiles)
    .values(known.map(({ fileId }) => ({ documentId, fileId })))
    .onConflictDoNothing();
}

/**
 * [A8] The file, if this person may read a document that shows it; a file that no document shows yet is its group's. Null
 * otherwise as when there is none.
 */
export async function findFileForMember(
  db: Db,
  { fileId, ...reader }: Reader & { fileId: string },
): Promise<StoredFile | null> {
  const [file] = await db
    .select({
      id: files.id,
      groupId: files.groupId,
      name: files.name,
      contentType: files.contentType,
      bytes: files.bytes,
      width: files.width,
      height: files.height,
      storageKey: files.storageKey,
    })
    .from(files)
    .where(eq(files.id, fileId));
  if (!file) return null;
  const shown = await db
    .select({
      id: documents.id,
      groupId: documents.groupId,
      visibility: documents.visibility,
      trashedAt: documents.trashedAt,
    })
    .from(documentFiles)
    .innerJoin(documents, eq(documents.id, documentFiles.documentId))
    .where(eq(documentFiles.fileId, fileId));
  if (shown.length === 0) {
    return (await findGroupRole(db, { ...reader, groupId: file.groupId })) ? file : null;
  }
  for (const document of shown) {
    if (!document.trashedAt && (await findDocumentRights(db, document, reader))) return file;
  }
  return null;
}
