import { importing as words } from '#shared/documents/conversion/import.fr.ts';
import type { ImportError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { TITLE_MAX } from '#shared/kernel/title.ts';
import type { Files } from '../../../kernel/file/files.ts';
import type { Upload } from '../../../kernel/file/upload.ts';
import type { Asking } from '../../../kernel/lane/lane.ts';
import type { ImportedText } from '../../import-operations.ts';
import type { Convert, Converter } from '../converter.ts';
import type { KeptImage } from './draft.ts';
import { Losses } from './losses.ts';
import { spansOf, toldReview } from './review/told-review.ts';

interface ImportServices {
  readonly files: Pick<Files, 'keepImage'>;
  readonly converter: Converter;
}

/** So many images of one file are kept. */
const MOST_IMAGES = 400;

interface Into {
  readonly groupId: string;
  readonly by: string;
}

/** [X12] Reads files in one turn of who asks, or refuses them all and leaves nothing; what it gives makes the documents (`document.import`). */
export function readFiles(
  { converter, ...services }: ImportServices,
  files: readonly Upload[],
  { asking, ...into }: Into & { readonly asking: Asking & { readonly signal: AbortSignal } },
): Promise<Result<ImportedText[], ImportError>> {
  return converter.turn(asking, async (convert) => {
    const read: ImportedText[] = [];
    for (const file of files) {
      const one = await readFile({ ...services, convert }, { ...into, file }, asking.signal);
      if (!one.ok) return one;
      read.push(one.value);
    }
    return ok(read);
  });
}

async function readFile(
  { files, convert }: Omit<ImportServices, 'converter'> & { readonly convert: Convert },
  { file, groupId, by }: Into & { readonly file: Upload },
  signal: AbortSignal,
): Promise<Result<ImportedText, ImportError>> {
  const read = await convert({ kind: 'import', name: file.name, bytes: file.bytes });
  if (!read.ok) return fail(read.error);
  const { blocks, images, review: found } = read.value;
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
  const { updates, passages } = await convert({
    kind: 'draft',
    blocks,
    images: kept,
    by,
    spans: spansOf(found),
  });
  const { review, unplaced } = toldReview(found, passages, file.name);
  losses.add('threads', review.threads.filter(({ suggestion }) => !suggestion).length);
  losses.add('suggestions', review.threads.filter(({ suggestion }) => suggestion).length);
  losses.nameUnplaced(unplaced);
  const report = { fileName: file.name, losses: losses.list() };
  const title = titleOf(read.value.title, file.name);
  return ok({ title, report, review, begins: { updates: [...updates], fileIds, writers: [by] } });
}

/** Of the file itself, else its name without its end. */
function titleOf(title: string, fileName: string): string {
  const named = fileName
    .replace(/\.[a-z0-9]{1,8}$/i, '')
    .replaceAll('_', ' ')
    .trim();
  return (title || named || words.untitled).slice(0, TITLE_MAX);
}
