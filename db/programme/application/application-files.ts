import { and, eq } from 'drizzle-orm';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { findApplicationAccess } from './application-rights.ts';
import { applicationFiles } from './schema.ts';

/** A file of an application, as the register knows it. */
export interface ApplicationFile {
  readonly id: string;
  readonly applicationId: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly storageKey: string;
}

/** Registers a file whose bytes are in the store and were looked at. */
export async function registerApplicationFile(
  tx: Tx,
  file: ApplicationFile & { uploadedBy: string; now: Date },
): Promise<void> {
  const { now, ...row } = file;
  await tx.insert(applicationFiles).values({ ...row, isClean: true, createdAt: now });
}

/**
 * [AP13] A file of an application that this person may see: its authors, and its assessors once it was submitted. Null as when there is
 * none.
 */
export async function findApplicationFile(
  db: Db,
  { applicationId, fileId, userId }: { applicationId: string; fileId: string; userId: string },
): Promise<ApplicationFile | null> {
  if (!(await findApplicationAccess(db, { applicationId, userId }))) return null;
  const [file] = await db
    .select({
      id: applicationFiles.id,
      applicationId: applicationFiles.applicationId,
      name: applicationFiles.name,
      contentType: applicationFiles.contentType,
      bytes: applicationFiles.bytes,
      storageKey: applicationFiles.storageKey,
    })
    .from(applicationFiles)
    .where(
      and(
        eq(applicationFiles.id, fileId),
        eq(applicationFiles.applicationId, applicationId),
        eq(applicationFiles.isClean, true),
      ),
    );
  return file ?? null;
}
