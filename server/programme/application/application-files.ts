import type { Db } from '#db/kernel/client.ts';
import { findApplicationAccess } from '#db/programme/application/application-rights.ts';
import type { FileError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { StoredFileValue } from '#shared/programme/application/application-doc.ts';
import type { ApplicationError } from '#shared/programme/application/application-errors.ts';
import { type FileNature, natureOf } from '../../kernel/file/file-kind.ts';
import type { FileStore } from '../../kernel/file/file-store.ts';
import { unlessAway } from '../../kernel/file/store-away.ts';
import { storedType } from '../../kernel/file/stored-type.ts';
import { readUpload, type Upload } from '../../kernel/file/upload.ts';
import type { Operations } from '../../kernel/operations.ts';
import { createScanner } from '../../library/resource/scanner.ts';
import type { applicationOperations } from './application-operations.ts';

const MAX_BYTES = 10 * 1024 * 1024;
const HEAD_BYTES = 4_100;

/** Files that answer a question of an application. */
export interface ApplicationFiles {
  /**
   * [AP13] Receives the file of a form (field `file`): of the formats that are asked for, 10 MB at most, looked at by the scanner before
   * anybody reads it. Refuses 'access.notFound', 'application.notDraft', 'application.fileRefused' and what `readUpload` refuses.
   */
  receive(
    request: Request,
    into: { applicationId: string; userId: string; formats: readonly string[] },
  ): Promise<Result<StoredFileValue, FileError | ApplicationError | 'access.notFound'>>;
  read(storageKey: string): Promise<ReadableStream<Uint8Array> | null>;
}

interface Options {
  readonly db: Db;
  readonly store: FileStore;
  /** Where the scanner is; none: files are taken as they are. */
  readonly clamdUrl: string | undefined;
  readonly operations: Pick<Operations<typeof applicationOperations>, 'run'>;
  readonly newId: () => string;
}

export function createApplicationFiles({
  db,
  store,
  clamdUrl,
  operations,
  newId,
}: Options): ApplicationFiles {
  const scanner = clamdUrl === undefined ? null : createScanner(clamdUrl);
  async function putAndLook(storageKey: string, { name, bytes }: Upload): Promise<Result<FileNature, never>> {
    await store.put(storageKey, bytes);
    return ok(natureOf(await storedType(store, storageKey), bytes.subarray(0, HEAD_BYTES), name));
  }

  return {
    async receive(request, { applicationId, userId, formats }) {
      const mayWrite = async () => (await findApplicationAccess(db, { applicationId, userId }))?.room;
      const before = await mayWrite();
      if (!before) return fail('access.notFound');
      if (before !== 'write') return fail('application.notDraft');
      const upload = await readUpload(request, MAX_BYTES);
      if (!upload.ok) return upload;
      const { name, bytes } = upload.value;
      if (bytes.length === 0) return fail('file.empty');
      const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
      if (formats.length > 0 && !formats.includes(ending)) return fail('application.fileRefused');
      if (scanner && !(await scanner.scan(new Blob([bytes as BlobPart]).stream())).isClean)
        return fail('application.fileRefused');
      // The call may have closed, or a colleague submitted, while the file was on its way.
      if ((await mayWrite()) !== 'write') return fail('application.notDraft');
      const id = newId();
      const storageKey = `applications/${applicationId}/${id}`;
      const stored = await unlessAway(putAndLook(storageKey, upload.value), 'file.unavailable');
      if (!stored.ok) return stored;
      const { contentType } = stored.value;
      const file = { id, applicationId, name, contentType, bytes: bytes.length, storageKey };
      const registered = await operations.run('application.registerFile', { userId }, file);
      return registered.ok ? ok({ fileId: id, name, size: bytes.length }) : fail('application.notDraft');
    },
    read: (storageKey) => store.read(storageKey),
  };
}
