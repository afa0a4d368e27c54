import { createImportedDocument } from '#db/documents/conversion/document-imports.ts';
import type { Db } from '#db/kernel/client.ts';
import type { ImportReport, Loss } from '#shared/documents/conversion/conversion.ts';
import { importing as words } from '#shared/documents/conversion/import.fr.ts';
import type { ImportError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import type { Files } from '../../kernel/file/files.ts';
import type { Upload } from '../../kernel/file/upload.ts';
import type { Rooms } from '../../realtime/rooms.ts';
import type { Converter, OnPlace } from './converter.ts';
import type { KeptImage } from './import/draft.ts';

interface ImportServices {
  readonly db: Db;
  readonly files: Pick<Files, 'keepImage'>;
  readonly converter: Converter;
  readonly rooms: Pick<Rooms, 'tellMade'>;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** A document that came as a file. */
export interface ImportedDocument {
  readonly id: string;
  readonly title: string;
  readonly report: ImportReport;
}

/** So many images of one file are kept. */
const MOST_IMAGES = 400;
const TITLE_MAX = 200;

/** Makes the document of a file that was read whole. */
export type MakeDocument = () => Promise<ImportedDocument>;

/** [X12] Reads a file, or refuses it and leaves nothing; what it gives makes the document. The caller has checked the right to create. */
export async function readFile(
  { db, files, converter, rooms, now, newId }: ImportServices,
  { file, groupId, by }: { file: Upload; groupId: string; by: string },
  asking: { signal?: AbortSignal | undefined; onPlace?: OnPlace | undefined },
): Promise<Result<MakeDocument, ImportError>> {
  const read = await converter.run({ kind: 'import', name: file.name, bytes: file.bytes }, asking);
  if (!read.ok) return fail(read.error);
  const { blocks, images } = read.value;
  const lost = new Map<Loss, number>(read.value.losses.map(({ kind, count }) => [kind, count]));
  const miss = (kind: Loss) => lost.set(kind, (lost.get(kind) ?? 0) + 1);
  const kept: Record<string, KeptImage> = {};
  const fileIds: string[] = [];
  for (const [index, [address, bytes]] of Object.entries(images).entries()) {
    asking.signal?.throwIfAborted();
    const image =
      index < MOST_IMAGES
        ? await files.keepImage({ name: words.imageName(index + 1), bytes }, { groupId, by })
        : null;
    if (image?.ok) {
      const { id, width, height } = image.value;
      kept[address] = { src: `/fichiers/${id}`, width, height };
      fileIds.push(id);
    } else {
      kept[address] = null;
      miss(image && image.error === 'file.notImage' ? 'imagesVector' : 'imagesUnreadable');
    }
  }
  const updates = await converter.run({ kind: 'draft', blocks, images: kept, by }, asking);
  const losses = [...lost].map(([kind, count]) => ({ kind, count }));
  const report = { fileName: file.name, losses };
  return ok(async () => {
    const made = await createImportedDocument(db, {
      documentId: newId(),
      activityId: newId(),
      groupId,
      title: titleOf(read.value.title, file.name),
      by,
      now: now(),
      updates,
      fileIds,
      report,
    });
    if (!made.ok) throw new Error(`no title came of a file: ${made.error}`);
    rooms.tellMade(roomName({ kind: 'document', id: made.value.id }));
    return { ...made.value, report };
  });
}

/** Of the file itself, else its name without its end. */
function titleOf(title: string, fileName: string): string {
  const named = fileName
    .replace(/\.[a-z0-9]{1,8}$/i, '')
    .replaceAll('_', ' ')
    .trim();
  return (title || named || words.untitled).slice(0, TITLE_MAX);
}
