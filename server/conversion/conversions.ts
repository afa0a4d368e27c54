import type { Logger } from 'pino';
import { findDocumentForMember } from '#db/documents.ts';
import { findGroupForMember } from '#db/groups.ts';
import type { ExportFormat } from '#shared/conversion/conversion.ts';
import type { ConversionError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { ConversionFailed, createConverter, type OnPlace } from './converter.ts';
import { exportGroup } from './export-group.ts';
import type { Exported, ExportSource } from './export-source.ts';
import { attachmentHeader, fileNameOf } from './file-name.ts';
import { type ExportServices, gatherSource } from './gather-source.ts';
import { bytesStream, progressStream, type Telling } from './progress-stream.ts';

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
}

interface GroupAsked {
  readonly groupId: string;
  readonly userId: string;
  readonly format: ExportFormat;
}

/** Documents that leave as files, and files that become documents. Rights are decided here, for pages and scripts alike. */
export interface Conversions {
  /** [X1] A document in a format. Refuses 'access.notFound', and 'conversion.…' when nothing could be made of it. */
  exportDocument(
    asked: DocumentAsked,
    asking?: { signal?: AbortSignal; onPlace?: OnPlace },
  ): Promise<Result<NamedExport, 'access.notFound' | ConversionError>>;
  /** [X3] The same as an answer that tells how it goes on. */
  exportDocumentTelling(asked: DocumentAsked, signal: AbortSignal): ReadableStream<Uint8Array>;
  /** [X7] All documents of a group as one archive, made while it is read. Refuses 'access.notFound'. */
  exportGroup(
    asked: GroupAsked,
    how: { signal: AbortSignal; isTelling: boolean },
  ): Promise<
    Result<{ name: string; disposition: string; body: ReadableStream<Uint8Array> }, 'access.notFound'>
  >;
  close(): void;
}

interface Options extends ExportServices {
  readonly log: Logger;
  readonly newId: () => string;
}

/** Makes the conversions of this process. Their own process starts with the first one. */
export function createConversions({ log, newId, ...services }: Options): Conversions {
  const converter = createConverter({ log });

  function write(
    source: ExportSource,
    format: ExportFormat,
    asking: { signal?: AbortSignal | undefined; onPlace?: OnPlace | undefined },
  ) {
    return converter.run({ kind: 'export', format, source, mark: `image-${newId()}` }, asking);
  }

  const exportDocument: Conversions['exportDocument'] = async (
    { documentId, userId, format },
    asking = {},
  ) => {
    const document = await findDocumentForMember(services.db, { documentId, userId, now: services.now() });
    if (!document) return fail('access.notFound');
    try {
      const source = await gatherSource(services, { document, userId });
      const made = await write(source, format, asking);
      const name = `${fileNameOf(document.title)}.${made.extension}`;
      return ok({ ...made, name, disposition: attachmentHeader(name) });
    } catch (error) {
      return fail(refusalOf(error, log, { documentId, format }));
    }
  };

  return {
    exportDocument,
    exportDocumentTelling: (asked, signal) =>
      progressStream(async (telling) => {
        const made = await exportDocument(asked, { signal: telling.signal, onPlace: placeOf(telling) });
        if (!made.ok) return telling.say({ state: 'refused', error: made.error });
        const { name, contentType, bytes } = made.value;
        await telling.send(bytes);
        telling.say({ state: 'done', name, type: contentType });
      }, signal),

    async exportGroup({ groupId, userId, format }, { signal, isTelling }) {
      const group = await findGroupForMember(services.db, { groupId, userId, now: services.now() });
      if (!group) return fail('access.notFound');
      const name = `${fileNameOf(group.name)}.zip`;
      const work = async (telling: Telling) => {
        await exportGroup(
          services,
          {
            groupId,
            userId,
            format,
            write: (source, { signal: stop }) => write(source, format, { signal: stop }),
          },
          telling,
        );
        telling.say({ state: 'done', name, type: 'application/zip' });
      };
      const body = (isTelling ? progressStream : bytesStream)(work, signal);
      return ok({ name, disposition: attachmentHeader(name), body });
    },
    close: () => converter.close(),
  };
}

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
