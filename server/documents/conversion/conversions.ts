import type { Logger } from 'pino';
import { findDocumentForMember } from '#db/documents/documents.ts';
import { recordTextExport } from '#db/kernel/audit/audit-refusals.ts';
import { findGroupForMember } from '#db/people/group/groups.ts';
import type { ExportFormat } from '#shared/documents/conversion/conversion.ts';
import type { ConversionError, FileError, ImportError } from '#shared/errors.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { parisWall } from '#shared/kernel/day/paris-time.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { ReadingFault } from '#shared/library/resource/resource.ts';
import type { Files } from '../../kernel/file/files.ts';
import { readUploads } from '../../kernel/file/upload.ts';
import type { Rooms } from '../../realtime/rooms.ts';
import { ConversionFailed, type ConversionFault, createConverter, type OnPlace } from './converter.ts';
import { exportGroup } from './export-group.ts';
import type { Exported, ExportSource } from './export-source.ts';
import { attachmentHeader, fileNameOf } from './file-name.ts';
import { type ExportServices, type GivenText, gatherSource, type PastState } from './gather-source.ts';
import { type ImportedDocument, type MakeDocument, readFile } from './import-file.ts';
import { bytesStream, progressStream, type Telling } from './progress-stream.ts';
import type { ReadWords } from './words/read-words.ts';

/** A file that leaves. */
export interface NamedExport extends Exported {
  readonly name: string;
  /** Under which a browser saves it. */
  readonly disposition: string;
}

interface DocumentAsked {
  readonly documentId: string;
  readonly userId: string;
  readonly format: ExportFormat;
  readonly withComments: boolean;
  /** As it was then; as it is without. */
  readonly state?: PastState | undefined;
  /** [RV12] Instead of what the document says. */
  readonly text?: GivenText | undefined;
  /** [PD1] For the archive of one’s own data, which has a line of the trail of its own. */
  readonly isOwnData?: boolean;
}

interface GroupAsked {
  readonly groupId: string;
  readonly userId: string;
  readonly format: ExportFormat;
  readonly withComments: boolean;
}

/** Documents that leave as files, and files that become documents. Rights are decided here, for pages and scripts alike. */
export interface Conversions {
  /** [X1] A document in a format. Refuses 'access.notFound', and 'conversion.…' when nothing could be made of it. */
  exportDocument(
    asked: DocumentAsked,
    asking?: { signal?: AbortSignal; onPlace?: OnPlace },
  ): Promise<Result<NamedExport, 'access.notFound' | ConversionError>>;
  /** A report that is made for the occasion and kept nowhere. Refuses 'conversion.…'. The caller has checked who may read it. */
  exportReport(
    report: Pick<ExportSource, 'title' | 'at' | 'blocks'> & { over: string },
    format: ExportFormat,
    asking?: { signal?: AbortSignal },
  ): Promise<Result<Exported, ConversionError>>;
  /** [X3] The same as an answer that tells how it goes on. */
  exportDocumentTelling(asked: DocumentAsked, signal: AbortSignal): ReadableStream<Uint8Array>;
  /** [X7] All documents of a group as one archive, made while it is read. Refuses 'access.notFound'. */
  exportGroup(
    asked: GroupAsked,
    how: { signal: AbortSignal; isTelling: boolean },
  ): Promise<
    Result<{ name: string; disposition: string; body: ReadableStream<Uint8Array> }, 'access.notFound'>
  >;
  /**
   * [X12] The files of a form (field `file`) as documents of a group: all of them, or none. Refuses 'access.notFound',
   * 'access.forbidden', 'import.…' and 'conversion.…'.
   */
  importRequest(
    into: ImportInto,
    request: Request,
    signal: AbortSignal,
    onPlace?: OnPlace,
  ): Promise<Result<ImportedDocument[], AccessRefusal | ImportError | ConversionError>>;
  /** [X3] The same as an answer that tells how it goes on. */
  importRequestTelling(into: ImportInto, request: Request): ReadableStream<Uint8Array>;
  /** [RS14] The words of a file of any known format, a block a line; or why it has none. @throws {ConversionFailed} when others wait. */
  readWords(name: string, bytes: Uint8Array): Promise<ReadWords>;
  close(): void;
}

type AccessRefusal = 'access.notFound' | 'access.forbidden';

interface ImportInto {
  readonly groupId: string;
  readonly userId: string;
}

/** How many files one request may bring, and how much together beside the largest. */
const MOST_FILES = 20;
const TOTAL_TIMES = 3;

interface Options extends Omit<ExportServices, 'files' | 'rooms'> {
  readonly rooms: ExportServices['rooms'] & Pick<Rooms, 'tellMade'>;
  readonly files: Pick<Files, 'read' | 'keepImage'>;
  readonly log: Logger;
  readonly newId: () => string;
  /** Of one file that comes in. */
  readonly maxUploadBytes: number;
}

/** Makes the conversions of this process. Their own process starts with the first one. */
export function createConversions({ log, newId, maxUploadBytes, ...services }: Options): Conversions {
  const converter = createConverter({ log });

  function write(
    source: ExportSource,
    format: ExportFormat,
    asking: { signal?: AbortSignal | undefined; onPlace?: OnPlace | undefined },
  ) {
    return converter.run({ kind: 'export', format, source, mark: `image-${newId()}` }, asking);
  }

  const exportDocument: Conversions['exportDocument'] = async (
    { documentId, userId, format, withComments, state, text, isOwnData = false },
    asking = {},
  ) => {
    const document = await findDocumentForMember(services.db, { documentId, userId, now: services.now() });
    if (!document) return fail('access.notFound');
    try {
      const source = await gatherSource(services, { document, userId, withComments, state, text });
      const made = await write(source, format, asking);
      const { db, now } = services;
      const { title } = document;
      const line = { userId, of: 'document', id: documentId, name: title, format, now: now() } as const;
      if (!isOwnData) await recordTextExport(db, line);
      const when = state ? ` ${parisWall(state.at).replace('T', ' ').replace(':', ' h ')}` : '';
      const name = `${fileNameOf(text?.title ?? document.title)}${when}.${made.extension}`;
      return ok({ ...made, name, disposition: attachmentHeader(name) });
    } catch (error) {
      return fail(refusalOf(error, log, { documentId, format }));
    }
  };

  const exportReport: Conversions['exportReport'] = async (report, format, { signal } = {}) => {
    const { origin } = services;
    const source = { ...report, origin, group: '', writers: [], images: {}, names: {}, threads: null };
    try {
      return ok(await write(source, format, { signal, onPlace: undefined }));
    } catch (error) {
      return fail(refusalOf(error, log, { title: report.title, format }));
    }
  };

  const importRequest: Conversions['importRequest'] = async (
    { groupId, userId },
    request,
    signal,
    onPlace,
  ) => {
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
    if (!files.ok) return fail(UPLOAD_REFUSALS[files.error] ?? 'import.lost');
    try {
      const ready: MakeDocument[] = [];
      for (const file of files.value) {
        const into = { file, groupId, by: userId };
        const read = await readFile({ ...services, converter, newId }, into, { signal, onPlace });
        if (!read.ok) return read;
        ready.push(read.value);
      }
      const made: ImportedDocument[] = [];
      for (const make of ready) made.push(await make());
      return ok(made);
    } catch (error) {
      if (signal.aborted) return fail('conversion.cancelled');
      return fail(refusalOf(error, log, { groupId }));
    }
  };

  return {
    exportDocument,
    exportReport,
    exportDocumentTelling: (asked, signal) =>
      progressStream(async (telling) => {
        const made = await exportDocument(asked, { signal: telling.signal, onPlace: placeOf(telling) });
        if (!made.ok) return telling.say({ state: 'refused', error: made.error });
        const { name, contentType, bytes } = made.value;
        await telling.send(bytes);
        telling.say({ state: 'done', name, type: contentType });
      }, signal),

    async exportGroup({ groupId, userId, format, withComments }, { signal, isTelling }) {
      const group = await findGroupForMember(services.db, { groupId, userId, now: services.now() });
      if (!group) return fail('access.notFound');
      const { db, now } = services;
      const line = { userId, of: 'group', id: groupId, name: group.name, format, now: now() } as const;
      await recordTextExport(db, line);
      const name = `${fileNameOf(group.name)}.zip`;
      const work = async (telling: Telling) => {
        await exportGroup(
          services,
          {
            groupId,
            userId,
            withComments,
            write: (source, { signal: stop }) => write(source, format, { signal: stop }),
          },
          telling,
        );
        telling.say({ state: 'done', name, type: 'application/zip' });
      };
      const body = (isTelling ? progressStream : bytesStream)(work, signal);
      return ok({ name, disposition: attachmentHeader(name), body });
    },
    importRequest,
    importRequestTelling: (into, request) =>
      progressStream(async (telling) => {
        const made = await importRequest(into, request, telling.signal, placeOf(telling));
        if (!made.ok) return telling.say({ state: 'refused', error: made.error });
        for (const { id, title, report } of made.value)
          telling.say({ state: 'imported', id, title, losses: report.losses });
      }, request.signal),
    async readWords(name, bytes) {
      try {
        return await converter.run({ kind: 'words', name, bytes });
      } catch (error) {
        // One that takes all the time or memory that there is would do so again; one that breaks its reader, too.
        const fault = error instanceof ConversionFailed ? FAULTS[error.fault] : undefined;
        if (!fault) throw error;
        log.error({ err: error }, 'the words of a file could not be read');
        return { text: null, fault };
      }
    },
    close: () => converter.close(),
  };
}

const FAULTS: Readonly<Partial<Record<ConversionFault, ReadingFault>>> = {
  failed: 'damaged',
  tooLong: 'tooHeavy',
  tooHeavy: 'tooHeavy',
};

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

const UPLOAD_REFUSALS: Readonly<Partial<Record<FileError, ImportError>>> = {
  'file.missing': 'import.missing',
  'file.tooLarge': 'import.tooLarge',
};

function placeOf(telling: Telling): OnPlace {
  return (before) => telling.say(before > 0 ? { state: 'queued', before } : { state: 'running' });
}

/** What people are told; what nobody foresaw is in the log. */
function refusalOf(error: unknown, log: Logger, about: object): ConversionError {
  if (error instanceof ConversionFailed) {
    if (error.fault === 'failed' || error.fault === 'interrupted')
      log.error({ err: error, ...about }, 'a conversion failed');
    return `conversion.${error.fault}`;
  }
  log.error({ err: error, ...about }, 'a conversion failed');
  return 'conversion.failed';
}
