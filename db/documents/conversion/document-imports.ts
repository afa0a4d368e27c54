import { eq } from 'drizzle-orm';
import type { ImportReport } from '#shared/documents/conversion/conversion.ts';
import type { TitleError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { parseTitle } from '#shared/kernel/title.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import type { DraftUpdate } from '#shared/realtime/room-draft.ts';
import type { Db } from '../../kernel/client.ts';
import { recordActivity } from '../../people/activity/activities.ts';
import { users } from '../../people/person/schema.ts';
import { createRoom } from '../../realtime/new-room.ts';
import { linkFiles } from '../file/file-links.ts';
import { documents } from '../schema.ts';
import { documentImports } from './schema.ts';

interface NewImport {
  readonly documentId: string;
  readonly activityId: string;
  readonly groupId: string;
  readonly title: string;
  readonly by: string;
  readonly now: Date;
  /** The whole text, in the importer's name. */
  readonly updates: readonly DraftUpdate[];
  /** Its images, kept already. */
  readonly fileIds: readonly string[];
  readonly report: ImportReport;
}

/**
 * [X12] Makes a document of a file that was read: text, images, report and activity in one transaction. The caller has checked the
 * right to create in the group; ids are new. Refused: 'title.empty', 'title.tooLong'.
 */
export async function createImportedDocument(
  db: Db,
  { documentId: id, groupId, by, now, ...made }: NewImport,
): Promise<Result<{ id: string; title: string }, TitleError>> {
  const parsed = parseTitle(made.title);
  if (!parsed.ok) return parsed;
  const title = parsed.value;
  await db.transaction(async (tx) => {
    await tx.insert(documents).values({ id, groupId, title, createdBy: by, createdAt: now, updatedAt: now });
    await createRoom(tx, { room: roomName({ kind: 'document', id }), updates: made.updates, now });
    await linkFiles(tx, { documentId: id, fileIds: made.fileIds, writers: [by], now });
    const { fileName, losses } = made.report;
    await tx
      .insert(documentImports)
      .values({ documentId: id, fileName, losses: [...losses], importedBy: by, importedAt: now });
    await recordActivity(tx, {
      id: made.activityId,
      groupId,
      actorId: by,
      verb: 'document.created',
      objectId: id,
      title,
      now,
    });
  });
  return ok({ id, title });
}

/** What became of the file that a document came as; null when it was written here. The caller has checked that they may read it. */
export async function findImport(
  db: Db,
  { documentId }: { documentId: string },
): Promise<(ImportReport & { readonly by: string; readonly at: Date }) | null> {
  const [found] = await db
    .select({
      fileName: documentImports.fileName,
      losses: documentImports.losses,
      by: users.name,
      at: documentImports.importedAt,
    })
    .from(documentImports)
    .innerJoin(users, eq(users.id, documentImports.importedBy))
    .where(eq(documentImports.documentId, documentId));
  return found ?? null;
}
