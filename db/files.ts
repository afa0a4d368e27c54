import { eq } from 'drizzle-orm';
import type { Db } from './client.ts';
import { findGroupRole } from './groups.ts';
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

/** Registers a file whose bytes are in the store already. */
export async function registerFile(
  db: Db,
  file: StoredFile & { uploadedBy: string; now: Date },
): Promise<void> {
  const { now, ...row } = file;
  await db.insert(files).values({ ...row, createdAt: now });
}

/** [D5] The file, if this person may read its group; null otherwise as when there is none. */
export async function findFileForMember(
  db: Db,
  { fileId, userId, now }: { fileId: string; userId: string; now: Date },
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
  return (await findGroupRole(db, { userId, groupId: file.groupId, now })) ? file : null;
}
