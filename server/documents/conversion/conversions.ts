import type { Logger } from 'pino';
import { findDocumentForMember } from '#db/documents/documents.ts';
import { recordTextExport } from '#db/kernel/audit/audit-refusals.ts';
import { findGroupForMember } from '#db/people/group/groups.ts';
import type { ExportFormat } from '#shared/documents/conversion/conversion.ts';
import type { ConversionError } from '#shared/errors.ts';
import { parisWall } from '#shared/kernel/day/paris-time.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { ReadingFault } from '#shared/library/resource/resource.ts';
import type { Files } from '../../kernel/file/files.ts';
import { type Asking, Lane } from '../../kernel/lane/lane.ts';
import type { Rooms } from '../../realtime/rooms.ts';
import { ConversionFailed, type ConversionFault } from './conversion-failed.ts';
import { type Converter, createConverter, refusalOf } from './converter.ts';
import { exportGroup, type GroupExport } from './export-group.ts';
import type { Exported, ExportSource } from './export-source.ts';
import { attachmentHeader, fileNameOf } from './file-name.ts';
import { type ExportServices, type GivenText, gatherSource, type PastState } from './gather-source.ts';
import { createVersions, type Versions } from './import/review/import-version.ts';
import { createImports, type Imports } from './imports.ts';
import { bytesStream, placeOf, progressStream, type Telling } from './progress-stream.ts';
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

/** Documents that leave as files, and files that become documents, each in the turn of its account ([X21]). Rights are decided here, for pages and scripts alike. */
export interface Conversions extends Imports, Versions {
  /** [X1] A document in a format. Refuses 'access.notFound', and 'conversion.…' when nothing could be made of it. */
  exportDocument(
    asked: DocumentAsked,
    asking?: Omit<Asking, 'by'>,
  ): Promise<Result<NamedExport, 'access.notFound' | ConversionError>>;
  /** A report that is made for the occasion, of nothing but what it is given, and kept nowhere. Refuses 'conversion.…'. */
  exportReport(
    report: Pick<ExportSource, 'title' | 'at' | 'blocks'> & { over: string },
    format: ExportFormat,
    asking: Asking,
  ): Promise<Result<Exported, ConversionError>>;
  /** [X3] The same as an answer that tells how it goes on. */
  exportDocumentTelling(asked: DocumentAsked, signal: AbortSignal): ReadableStream<Uint8Array>;
  /** [X7] All documents of a group as one archive, made while it is read; one at a time of each account. Refuses 'access.notFound', 'conversion.busy'. */
  exportGroup(
    asked: GroupAsked,
    how: { signal: AbortSignal; isTelling: boolean },
  ): Promise<
    Result<
      { name: string; disposition: string; body: ReadableStream<Uint8Array> },
      'access.notFound' | 'conversion.busy'
    >
  >;
  /** A conversion of a text, in the turn of whoever asks. @throws {ConversionFailed} */
  readonly convert: Converter['run'];
  /** [RS14] The words of a file of any known format, a block a line; or why it has none. @throws {ConversionFailed} when it was interrupted. */
  readWords(name: string, bytes: Uint8Array): Promise<ReadWords>;
  close(): void;
}

/** An archive takes as long as its reader takes to read it. */
const GROUPS_WAITING = 2;

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
  const groups = new Lane({ waiting: GROUPS_WAITING });

  /** What an export is made of is gathered when its turn comes: nothing of what waits is in memory. */
  function write(
    format: ExportFormat,
    asking: Asking,
    gather: (asking: Asking) => ExportSource | Promise<ExportSource>,
  ) {
    return converter.turn(asking, async (convert) => {
      const source = await gather(asking);
      return { source, made: await convert({ kind: 'export', format, source, mark: `image-${newId()}` }) };
    });
  }

  const exportDocument: Conversions['exportDocument'] = async (
    { documentId, userId, format, withComments, state, text, isOwnData = false },
    given = {},
  ) => {
    const asking = { ...given, by: { account: userId } };
    const document = await findDocumentForMember(services.db, { documentId, userId, now: services.now() });
    if (!document) return fail('access.notFound');
    try {
      const gather = () => gatherSource(services, { document, userId, withComments, state, text, asking });
      const { made } = await write(format, asking, gather);
      const { db, now } = services;
      const [id, name] = [documentId, document.title];
      const line = { userId, of: 'document', id, name, format, now: now() } as const;
      if (!isOwnData) await recordTextExport(db, line);
      const when = state ? ` ${parisWall(state.at).replace('T', ' ').replace(':', ' h ')}` : '';
      const fileName = `${fileNameOf(text?.title ?? name)}${when}.${made.extension}`;
      return ok({ ...made, name: fileName, disposition: attachmentHeader(fileName) });
    } catch (error) {
      return fail(refusalOf(error, log, { documentId, format }));
    }
  };

  const exportReport: Conversions['exportReport'] = async (report, format, asking) => {
    const { origin } = services;
    const source = { ...report, origin, group: '', writers: [], images: {}, names: {}, threads: null };
    try {
      return ok((await write(format, asking, () => source)).made);
    } catch (error) {
      return fail(refusalOf(error, log, { format }));
    }
  };

  return {
    ...createImports({ ...services, converter, log, maxUploadBytes }),
    ...createVersions({ ...services, converter, log, maxUploadBytes }),
    convert: converter.run,
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
      const by = { account: userId };
      if (groups.isFull(by)) return fail('conversion.busy');
      const { db, now } = services;
      const line = { userId, of: 'group', id: groupId, name: group.name, format, now: now() } as const;
      await recordTextExport(db, line);
      const name = `${fileNameOf(group.name)}.zip`;
      const work = async (telling: Telling) => {
        const asking = { by, signal: telling.signal, isPatient: true };
        const writing: GroupExport['write'] = (gather) => write(format, asking, gather);
        await groups.run({ ...asking, onPlace: placeOf(telling) }, () =>
          exportGroup(services, { groupId: group.id, userId, withComments, write: writing }, telling),
        );
        telling.say({ state: 'done', name, type: 'application/zip' });
      };
      const body = (isTelling ? progressStream : bytesStream)(work, signal);
      return ok({ name, disposition: attachmentHeader(name), body });
    },
    readWords: (name, bytes) =>
      converter
        .run({ kind: 'words', name, bytes }, { by: { server: 'words' } })
        .catch((error: unknown) => noWords(error, log)),
    close: () => converter.close(),
  };
}

const FAULTS: Readonly<Partial<Record<ConversionFault, ReadingFault>>> = {
  failed: 'damaged',
  tooLong: 'tooHeavy',
  tooHeavy: 'tooHeavy',
};

function noWords(error: unknown, log: Logger): ReadWords {
  // One that takes all the time or memory that there is would do so again; one that breaks its reader, too.
  const fault = error instanceof ConversionFailed ? FAULTS[error.fault] : undefined;
  if (!fault) throw error;
  log.error({ err: error }, 'the words of a file could not be read');
  return { text: null, fault };
}
