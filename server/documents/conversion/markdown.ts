import { conversion as words } from '#shared/documents/conversion/conversion.fr.ts';
import type { ExportSource } from './export-source.ts';
import { MARKDOWN_WRITTEN } from './markdown-formats.ts';
import { writeTree } from './pandoc.ts';
import { blocksOf } from './pandoc-blocks.ts';
import { NO_ATTR, textInlines } from './pandoc-inlines.ts';
import { threadsTree } from './pandoc-threads.ts';

/**
 * A document as one Markdown file. Its images stand at the end, as addresses that hold their bytes, so that the text is
 * readable and the file is whole. `mark` is a word that stands nowhere in the text.
 */
export async function writeMarkdown(source: ExportSource, mark: string): Promise<Uint8Array> {
  const names = Object.keys(source.images);
  const imageName = (src: string) =>
    Object.hasOwn(source.images, src) ? `${mark}-${names.indexOf(src) + 1}` : null;
  const blocks = [
    { t: 'Header', c: [1, NO_ATTR, textInlines(source.title)] },
    ...blocksOf(source.blocks, { source, to: 'md', imageName }),
    ...threadsTree(source.threads, 2),
  ];
  const { text } = await writeTree({ blocks }, { to: MARKDOWN_WRITTEN, wrap: 'none' });
  const used = new Set<number>();
  const called = text.replaceAll(new RegExp(`\\]\\(${mark}-(\\d+)\\)`, 'g'), (_, index: string) => {
    used.add(Number(index));
    return `][${words.imageKey(Number(index))}]`;
  });
  const definitions = [...used].map((index) => {
    const image = source.images[names[index - 1] ?? ''];
    const bytes = image ? Buffer.from(image.bytes).toString('base64') : '';
    return `[${words.imageKey(index)}]: data:${image?.contentType};base64,${bytes}`;
  });
  return Buffer.from([called.trimEnd(), ...definitions].join('\n\n').concat('\n'));
}
