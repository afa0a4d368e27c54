import type { Db } from '#db/client.ts';
import { registerFile } from '#db/files.ts';
import type { FileError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import type { FileStore } from './file-store.ts';
import { cleanImage } from './image.ts';
import { readUpload } from './upload.ts';

/** An image that was received and may now stand in a text. */
export interface ReceivedImage {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

/** Uploaded files: their bytes in a store, who may read them in the database. */
export interface Files {
  /** [D8] Receives the image of a form (field `file`) into a group. The caller has checked that this person may. */
  receiveImage(
    request: Request,
    into: { groupId: string; by: string },
  ): Promise<Result<ReceivedImage, FileError>>;
  read(storageKey: string): Promise<ReadableStream<Uint8Array> | null>;
}

interface FilesOptions {
  readonly db: Db;
  readonly store: FileStore;
  readonly maxBytes: number;
  readonly now: () => Date;
  readonly newId: () => string;
}

export function createFiles({ db, store, maxBytes, now, newId }: FilesOptions): Files {
  return {
    async receiveImage(request, { groupId, by }) {
      const upload = await readUpload(request, maxBytes);
      if (!upload.ok) return upload;
      const image = await cleanImage(upload.value.bytes);
      if (!image.ok) return image;
      const { bytes, contentType, extension, width, height } = image.value;
      const id = newId();
      const storageKey = `${groupId}/${id}.${extension}`;
      // The bytes first: a file without its line in the register is lost space, the other way round a broken image.
      await store.put(storageKey, bytes);
      const { name } = upload.value;
      await registerFile(db, {
        id,
        groupId,
        name,
        contentType,
        bytes: bytes.length,
        width,
        height,
        storageKey,
        uploadedBy: by,
        now: now(),
      });
      return ok({ id, width, height });
    },
    read: (storageKey) => store.read(storageKey),
  };
}
