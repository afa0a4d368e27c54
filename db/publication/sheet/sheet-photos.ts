import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { PhotoWords, SheetPhoto } from '#shared/publication/sheet/sheet-photo.ts';
import { registerFile, type StoredFile } from '../../documents/file/files.ts';
import { files } from '../../documents/file/schema.ts';
import { documents } from '../../documents/schema.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { publications } from '../public-document/schema.ts';
import { sheetPhotos, useCaseSheetPublications, useCaseSheets } from './schema.ts';
import type { SheetForMember } from './use-case-sheets.ts';

/** The photograph of a sheet, for those inside. */
export interface PutPhoto extends PhotoWords {
  readonly id: number;
  readonly fileId: string;
}

/** [US12] The photograph of a sheet that the caller may see; null when its drawing stands there. */
export async function findSheetPhoto(db: Db, sheetId: string): Promise<PutPhoto | null> {
  const { id, fileId, alt, caption, credit } = sheetPhotos;
  const [photo] = await db
    .select({ id, fileId, alt, caption, credit })
    .from(sheetPhotos)
    .where(and(eq(sheetPhotos.sheetId, sheetId), isNull(sheetPhotos.removedAt)))
    .orderBy(desc(id))
    .limit(1);
  return photo ?? null;
}

/** [US13] The photograph that the publication of a sheet has, taken away or not; null where it has none. */
export async function findPublishedPhotoId(db: Db, sheetId: string): Promise<number | null> {
  const [row] = await db
    .select({ id: useCaseSheetPublications.photoId })
    .from(useCaseSheetPublications)
    .where(eq(useCaseSheetPublications.sheetId, sheetId));
  return row?.id ?? null;
}

/** [US12] Puts a photograph with its words: one whose bytes are in the store already, or the file of the one that is there. */
export async function putSheetPhoto(
  tx: Tx,
  {
    sheet: { id: sheetId, documentId, groupId },
    file,
    words,
    userId: uploadedBy,
    now,
  }: {
    /** Held. */
    sheet: Pick<SheetForMember, 'id' | 'documentId' | 'groupId'>;
    file: { readonly id: string } | Omit<StoredFile, 'groupId'>;
    words: PhotoWords;
    userId: string;
    now: Date;
  },
): Promise<Result<void, never>> {
  if ('storageKey' in file) await registerFile(tx, { ...file, groupId, documentId, uploadedBy, now });
  await tx.insert(sheetPhotos).values({ sheetId, fileId: file.id, ...words, addedAt: now });
  return ok();
}

/** [US13] Takes the photographs of a sheet away, all at once, or puts back those that went last; where there is none, nothing is done. */
export async function setPhotoRemoved(
  tx: Tx,
  { sheetId, isRemoved, now }: { sheetId: string; isRemoved: boolean; now: Date },
): Promise<Result<void, never>> {
  const { removedAt } = sheetPhotos;
  const last = sql`(select max(gone.removed_at) from ${sheetPhotos} as gone where gone.sheet_id = ${sheetId})`;
  await tx
    .update(sheetPhotos)
    .set({ removedAt: isRemoved ? now : null })
    .where(
      and(eq(sheetPhotos.sheetId, sheetId), isRemoved ? isNull(removedAt) : sql`${removedAt} = ${last}`),
    );
  return ok();
}

/** [US13] The photograph of a publication that a statement reads, for the public; null where it has none any more. */
export const publicPhoto: SQL<SheetPhoto | null> = sql`(
  select jsonb_build_object('alt', ${sheetPhotos.alt}, 'caption', ${sheetPhotos.caption}, 'credit', ${sheetPhotos.credit},
    'width', ${files.width}, 'height', ${files.height})
  from ${sheetPhotos} join ${files} on ${files.id} = ${sheetPhotos.fileId}
  where ${sheetPhotos.id} = ${useCaseSheetPublications.photoId} and ${sheetPhotos.removedAt} is null)`;

/** [US13] The file that the public reads at the address of a sheet; null when the public reads no sheet there, or no photograph. */
export async function findPublicPhoto(
  db: Db,
  address: string,
): Promise<Pick<StoredFile, 'storageKey' | 'contentType'> | null> {
  const [file] = await db
    .select({ storageKey: files.storageKey, contentType: files.contentType })
    .from(publications)
    .innerJoin(documents, eq(documents.id, publications.documentId))
    .innerJoin(useCaseSheets, eq(useCaseSheets.documentId, documents.id))
    .innerJoin(useCaseSheetPublications, eq(useCaseSheetPublications.sheetId, useCaseSheets.id))
    .innerJoin(sheetPhotos, eq(sheetPhotos.id, useCaseSheetPublications.photoId))
    .innerJoin(files, eq(files.id, sheetPhotos.fileId))
    .where(
      and(
        eq(publications.address, address),
        isNull(publications.withdrawnAt),
        isNull(documents.trashedAt),
        isNull(sheetPhotos.removedAt),
      ),
    );
  return file ?? null;
}
