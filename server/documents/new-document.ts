import { z } from 'zod';
import { putIntoFolder } from '#db/documents/document-places.ts';
import { createDocument } from '#db/documents/documents.ts';
import { linkFiles } from '#db/documents/file/file-links.ts';
import type { TitleError } from '#shared/errors.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { DraftUpdate } from '#shared/realtime/room-draft.ts';
import type { Act } from '../kernel/operation.ts';
import { roomOf } from './document-rights.ts';

/** What a document begins with: its text, written already in its maker's name, the files that it shows, and who may have put them there. */
export const Beginning = z.object({
  updates: z.array(z.custom<DraftUpdate>()),
  fileIds: z.array(z.string()),
  writers: z.array(z.string()),
});
export type Beginning = z.output<typeof Beginning>;

/** A page without text. */
export const BLANK: Beginning = { updates: [], fileIds: [], writers: [] };

interface NewDocument {
  readonly documentId: string;
  readonly groupId: string;
  readonly title: string;
  readonly by: string;
  readonly begins: Beginning;
  /** Empty for the top. */
  readonly folderId?: string;
}

/** [C5] Makes a document with its text and its files. Refused: title errors. */
export async function makeDocument(
  { tx, now, newId, after }: Pick<Act, 'tx' | 'now' | 'newId' | 'after'>,
  { folderId, begins: { updates, fileIds, writers }, ...made }: NewDocument,
): Promise<Result<{ id: string; title: string }, TitleError>> {
  const { documentId } = made;
  const created = await createDocument(tx, { ...made, updates, now, activityId: newId() });
  if (!created.ok) return created;
  await linkFiles(tx, { documentId, fileIds, writers, now });
  // A folder that has gone meanwhile costs nothing: the document is at the top.
  if (folderId) await putIntoFolder(tx, { documentId, groupId: made.groupId, folderId });
  if (updates.length > 0) after.made(roomOf(documentId));
  return created;
}
