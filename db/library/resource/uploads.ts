import { and, asc, count, eq, lt, sql } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { UPLOADS_MAX } from '#shared/library/resource/upload.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { resourceUploads } from './schema.ts';

/** A file on its way. Only who sends it knows of it. */
export interface Upload {
  readonly id: string;
  /** Where it goes: one of these two, the other is null. */
  readonly groupId: string | null;
  readonly missionId: string | null;
  readonly by: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string | null;
  readonly storageKey: string;
}

const columns = {
  id: resourceUploads.id,
  groupId: resourceUploads.groupId,
  missionId: resourceUploads.missionId,
  by: resourceUploads.by,
  name: resourceUploads.name,
  bytes: resourceUploads.bytes,
  sha256: resourceUploads.sha256,
  storageKey: resourceUploads.storageKey,
};

/** [RS8] Opens the way for a file that may come; its id is new. */
export async function openUpload(
  tx: Tx,
  { now, ...upload }: Upload & { now: Date },
): Promise<Result<void, 'upload.tooMany'>> {
  // Two that come at once must not both be the last one allowed.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`cordee.uploads.${upload.by}`}))`);
  const [held] = await tx
    .select({ count: count() })
    .from(resourceUploads)
    .where(eq(resourceUploads.by, upload.by));
  if ((held?.count ?? 0) >= UPLOADS_MAX) return fail('upload.tooMany');
  await tx.insert(resourceUploads).values({ ...upload, touchedAt: now });
  return ok();
}

/** The upload, if this person sends it; null otherwise. */
export async function findUpload(
  db: Db,
  { uploadId, by }: { uploadId: string; by: string },
): Promise<Upload | null> {
  const [upload] = await db
    .select(columns)
    .from(resourceUploads)
    .where(and(eq(resourceUploads.id, uploadId), eq(resourceUploads.by, by)));
  return upload ?? null;
}

/** Says that a piece has come: what is still coming is not cleared away. */
export async function touchUpload(tx: Tx, { uploadId, now }: { uploadId: string; now: Date }): Promise<void> {
  await tx.update(resourceUploads).set({ touchedAt: now }).where(eq(resourceUploads.id, uploadId));
}

/** Forgets an upload: it was taken, or given up. False when somebody else was first. */
export async function forgetUpload(
  tx: Tx,
  { uploadId, by }: { uploadId: string; by: string },
): Promise<boolean> {
  const gone = await tx
    .delete(resourceUploads)
    .where(and(eq(resourceUploads.id, uploadId), eq(resourceUploads.by, by)))
    .returning({ id: resourceUploads.id });
  return gone.length > 0;
}

/** [RS10] Those of which nothing has come since this moment, the oldest first. */
export function listStaleUploads(
  db: Db,
  { before, limit }: { before: Date; limit: number },
): Promise<Upload[]> {
  return db
    .select(columns)
    .from(resourceUploads)
    .where(lt(resourceUploads.touchedAt, before))
    .orderBy(asc(resourceUploads.touchedAt), asc(resourceUploads.id))
    .limit(limit);
}
