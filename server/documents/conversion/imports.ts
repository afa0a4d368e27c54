import type { Logger } from 'pino';
import type { Db } from '#db/kernel/client.ts';
import { findGroupForMember } from '#db/people/group/groups.ts';
import type { ConversionError, FileError, ImportError } from '#shared/errors.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { fail, type Result } from '#shared/kernel/result.ts';
import type { Files } from '../../kernel/file/files.ts';
import { readUploads, type Upload } from '../../kernel/file/upload.ts';
import type { ImportedDocument, ImportedText } from '../import-operations.ts';
import { type Converter, type OnPlace, refusalOf } from './converter.ts';
import { readFiles } from './import/import-file.ts';
import { placeOf, progressStream } from './progress-stream.ts';

/** Files that become documents. Rights are decided here, for pages and scripts alike. */
export interface Imports {
  /**
   * [X12] The files of a form (field `file`) as documents of a group: all of them, or none. Refuses 'access.notFound',
   * 'access.forbidden', 'import.…' and 'conversion.…'.
   */
  importRequest(
    into: ImportInto & Making,
    request: Request,
    signal: AbortSignal,
    onPlace?: OnPlace,
  ): Promise<Result<ImportedDocument[], AccessRefusal | ImportError | ConversionError>>;
  /** What such a form brings, read and not yet understood. Refuses as `importRequest`, and whoever may not make documents there. */
  receive(
    into: ImportInto,
    request: Request,
  ): Promise<Result<readonly Upload[], AccessRefusal | ImportError>>;
  /** Understands it: what makes all of the documents (`document.import`). */
  prepareImport(
    into: ImportInto,
    files: readonly Upload[],
    signal: AbortSignal,
    onPlace?: OnPlace,
  ): Promise<Result<ImportedText[], ImportError | ConversionError>>;
  /** [X3] The same as an answer that tells how it goes on. */
  importRequestTelling(into: ImportInto & Making, request: Request): ReadableStream<Uint8Array>;
}

type AccessRefusal = 'access.notFound' | 'access.forbidden';

interface ImportInto {
  readonly groupId: string;
  readonly userId: string;
}

/** What makes the documents, all of them or none. */
interface Making {
  readonly make: (documents: ImportedText[]) => Promise<Result<ImportedDocument[], AccessRefusal>>;
}

/** How many files one request may bring, and how much together beside the largest. */
const MOST_FILES = 20;
const TOTAL_TIMES = 3;

interface ImportOptions {
  readonly db: Db;
  readonly files: Pick<Files, 'keepImage'>;
  readonly converter: Converter;
  readonly log: Logger;
  readonly now: () => Date;
  /** Of one file that comes in. */
  readonly maxUploadBytes: number;
}

export function createImports({ log, maxUploadBytes, ...services }: ImportOptions): Imports {
  const receive: Imports['receive'] = async ({ groupId, userId }, request) => {
    const group = await findGroupForMember(services.db, { groupId, userId, now: services.now() });
    if (!group) return fail('access.notFound');
    if (!canInGroup(group.role, 'document.create')) return fail('access.forbidden');
    const limits = {
      maxBytes: maxUploadBytes,
      maxFiles: MOST_FILES,
      maxTotalBytes: maxUploadBytes * TOTAL_TIMES,
    };
    if (await isTooLargeAndDrained(request, limits.maxTotalBytes)) return fail('import.tooLarge');
    const files = await readUploads(request, limits);
    return files.ok ? files : fail(UPLOAD_REFUSALS[files.error] ?? 'import.lost');
  };

  const prepareImport: Imports['prepareImport'] = async ({ groupId, userId }, files, signal, onPlace) => {
    try {
      const asking = { by: { account: userId }, signal, onPlace };
      return await readFiles(services, files, { groupId, by: userId, asking });
    } catch (error) {
      if (signal.aborted) return fail('conversion.cancelled');
      return fail(refusalOf(error, log, { groupId }));
    }
  };

  const importRequest: Imports['importRequest'] = async (into, request, signal, onPlace) => {
    const files = await receive(into, request);
    if (!files.ok) return files;
    const read = await prepareImport(into, files.value, signal, onPlace);
    return read.ok ? into.make(read.value) : read;
  };

  return {
    receive,
    prepareImport,
    importRequest,
    importRequestTelling: (into, request) =>
      progressStream(async (telling) => {
        const made = await importRequest(into, request, telling.signal, placeOf(telling));
        if (!made.ok) return telling.say({ state: 'refused', error: made.error });
        for (const { id, title, report } of made.value)
          telling.say({ state: 'imported', id, title, losses: report.losses });
      }, request.signal),
  };
}

/** Up to here a body that says it is too large is let through to nowhere: a browser listens only once it has sent everything. */
const MOST_DRAINED_BYTES = 1024 * 1024 * 1024;
/** Headers and boundaries of a form. */
const AROUND_BYTES = 64 * 1024;

async function isTooLargeAndDrained(request: Request, maxBytes: number): Promise<boolean> {
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (!(announced > maxBytes + AROUND_BYTES)) return false;
  if (announced < MOST_DRAINED_BYTES) for await (const _ of request.body ?? []);
  return true;
}

export const UPLOAD_REFUSALS: Readonly<Partial<Record<FileError, ImportError>>> = {
  'file.missing': 'import.missing',
  'file.tooLarge': 'import.tooLarge',
};
