import { eq } from 'drizzle-orm';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { boardFiles } from '../../boards/board-file-schema.ts';
import { boards } from '../../boards/schema.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { findGroupRole } from '../../people/group/groups.ts';
import { findDocumentRights } from '../access/document-rights.ts';
import { documentFiles } from '../access/schema.ts';
import type { Reader } from '../listed-documents.ts';
import { documents } from '../schema.ts';
import { files } from './schema.ts';

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

/** What a file was sent to, when it was sent to something. */
export interface FilePlace {
  readonly documentId?: string | undefined;
  readonly boardId?: string | undefined;
}

/** Registers a file whose bytes are in the store already, for the document or the board that it was sent to. */
export async function registerFile(
  tx: Tx,
  file: StoredFile & FilePlace & { uploadedBy: string; now: Date },
): Promise<void> {
  const { now, documentId, boardId, ...row } = file;
  await tx.insert(files).values({ ...row, createdAt: now });
  if (documentId) await tx.insert(documentFiles).values({ documentId, fileId: file.id });
  if (boardId) await tx.insert(boardFiles).values({ boardId, fileId: file.id });
}

/**
 * [A8] The file, if this person may read a document or a board that shows it; a file that nothing shows yet is its group's. Null
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
      frozenAt: documents.frozenAt,
      trashedAt: documents.trashedAt,
    })
    .from(documentFiles)
    .innerJoin(documents, eq(documents.id, documentFiles.documentId))
    .where(eq(documentFiles.fileId, fileId));
  const onBoards = await db
    .select({ groupId: boards.groupId, trashedAt: boards.trashedAt })
    .from(boardFiles)
    .innerJoin(boards, eq(boards.id, boardFiles.boardId))
    .where(eq(boardFiles.fileId, fileId));
  if (shown.length === 0 && onBoards.length === 0) {
    return (await findGroupRole(db, { ...reader, groupId: file.groupId })) ? file : null;
  }
  for (const document of shown) {
    if (!document.trashedAt && (await findDocumentRights(db, document, reader))) return file;
  }
  for (const groupId of new Set(onBoards.flatMap((board) => (board.trashedAt ? [] : [board.groupId])))) {
    if (canInGroup(await findGroupRole(db, { ...reader, groupId }), 'board.read')) return file;
  }
  return null;
}
