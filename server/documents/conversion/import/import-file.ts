import { createImportedDocument } from '#db/documents/conversion/document-imports.ts';
import type { ImportReport } from '#shared/documents/conversion/conversion.ts';
import { importing as words } from '#shared/documents/conversion/import.fr.ts';
import type { ImportError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { TITLE_MAX } from '#shared/kernel/title.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import type { Files } from '../../../kernel/file/files.ts';
import type { Upload } from '../../../kernel/file/upload.ts';
import type { Asking } from '../../../kernel/lane/lane.ts';
import { allOf, type ReadyWrite } from '../../../kernel/ready-write.ts';
import type { Rooms } from '../../../realtime/rooms.ts';
import type { Convert, Converter } from '../converter.ts';
import type { KeptImage } from './draft.ts';
import { Losses } from './losses.ts';

interface ImportServices {
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

interface Into {
  readonly groupId: string;
  readonly by: string;
}

/** [X12] Reads files in one turn of who asks, or refuses them all and leaves nothing; what it gives makes the documents. The caller has checked the right to create. */
export function readFiles(
  { converter, ...services }: ImportServices,
  files: readonly Upload[],
  { asking, ...into }: Into & { readonly asking: Asking & { readonly signal: AbortSignal } },
): Promise<Result<ReadyWrite<ImportedDocument[]>, ImportError>> {
  return converter.turn(asking, async (convert) => {
    const read: ReadyWrite<ImportedDocument>[] = [];
    for (const file of files) {
      const one = await readFile({ ...services, convert }, { ...into, file }, asking.signal);
      if (!one.ok) return one;
      read.push(one.value);
    }
    return ok(allOf(read));
  });
}

async function readFile(
  { files, convert, rooms, now, newId }: Omit<ImportServices, 'converter'> & { readonly convert: Convert },
  { file, groupId, by }: Into & { readonly file: Upload },
  signal: AbortSignal,
): Promise<Result<ReadyWrite<ImportedDocument>, ImportError>> {
  const read = await convert({ kind: 'import', name: file.name, bytes: file.bytes });
  if (!read.ok) return fail(read.error);
  const { blocks, images } = read.value;
  const losses = new Losses(read.value.losses);
  const kept: Record<string, KeptImage> = {};
  const fileIds: string[] = [];
  for (const [index, [address, bytes]] of Object.entries(images).entries()) {
    signal.throwIfAborted();
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
      losses.add(image && image.error === 'file.notImage' ? 'imagesVector' : 'imagesUnreadable');
    }
  }
  const updates = await convert({ kind: 'draft', blocks, images: kept, by });
  const report = { fileName: file.name, losses: losses.list() };
  const documentId = newId();
  return ok({
    async make(tx) {
      const made = await createImportedDocument(tx, {
        documentId,
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
      return ok({ ...made.value, report });
    },
    tell: () => rooms.tellMade(roomName({ kind: 'document', id: documentId })),
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
