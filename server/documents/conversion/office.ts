import { readAttrs } from '#shared/documents/attribute/document-attributes.ts';
import { conversion as words } from '#shared/documents/conversion/conversion.fr.ts';
import { document as documentWords } from '#shared/documents/document.fr.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { withAnchors } from './comment-anchors.ts';
import { dressDocx } from './docx-look.ts';
import { type ExportSource, STATE_MARK } from './export-source.ts';
import { dressOdt } from './odt-look.ts';
import { settleComments } from './office-comments.ts';
import { writeTree } from './pandoc.ts';
import { blocksOf } from './pandoc-blocks.ts';
import { type PandocNode, textInlines } from './pandoc-inlines.ts';
import { threadsTree } from './pandoc-threads.ts';

const inlines = (text: string) => ({ t: 'MetaInlines', c: textInlines(text) });

/** A document for a word processor, dressed in our styles, its images inside. */
export async function writeOffice(source: ExportSource, to: 'docx' | 'odt'): Promise<Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  const alternatives = alternativesOf(source);
  const imageName = (src: string) => {
    const image = Object.hasOwn(source.images, src) ? source.images[src] : undefined;
    if (!image) return null;
    const name = `${src.split('/').at(-1)}.${image.contentType === 'image/png' ? 'png' : 'jpg'}`;
    files[name] = image.bytes;
    return name;
  };
  const threads = source.threads ?? [];
  const text = blocksOf(withAnchors(source.blocks, threads), { source, to, imageName });
  const settled = settleComments(text, threads, to);
  const blocks: PandocNode[] = [...settled.blocks, ...threadsTree(settled.others, 1)];
  const facts = [words.groupNamed(source.group), dates.short(source.at)];
  if (source.writers.length > 0) facts.push(words.writtenBy(source.writers));
  const meta = {
    title: inlines(source.title),
    subtitle: inlines(facts.join(' · ')),
    lang: { t: 'MetaString', c: 'fr-FR' },
    ...(source.state && {
      cordee: { t: 'MetaString', c: `${STATE_MARK}${source.state.documentId}-${source.state.seq}` },
    }),
  };
  const output = `document.${to}`;
  const { bytes } = await writeTree({ blocks, meta }, { to, standalone: true, 'output-file': output }, files);
  return to === 'docx' ? dressDocx(bytes, settled.comments) : dressOdt(bytes, alternatives);
}

/** What is said of each image that is there, in the order of the text. */
function alternativesOf({ blocks, images }: ExportSource): string[] {
  const said: string[] = [];
  const visit = (node: BlockJson) => {
    if (node.type === 'image') {
      const { src, alt } = readAttrs('image', node.attrs);
      if (src !== null && Object.hasOwn(images, src)) said.push(alt ?? documentWords.imageWithoutText);
    }
    node.content?.forEach(visit);
  };
  blocks.forEach(visit);
  return said;
}
