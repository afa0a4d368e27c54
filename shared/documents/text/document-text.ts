import { documentBlocks } from '#shared/documents/document-blocks.fr.ts';
import { readAttrs } from '../attribute/document-attributes.ts';
import type { BlockJson } from './document-blocks.ts';
import { anchorsOf, headingText, type OutlineEntry } from './document-outline.ts';
import { wordsOf } from './inline-markup.ts';

/** What a document says, without its layout. */
export interface DocumentText {
  /** One line a block; for searches and extracts. */
  readonly text: string;
  readonly outline: readonly OutlineEntry[];
  readonly words: number;
}

/** The text, the outline and the number of words of these blocks; `anchors` has one id a heading, in order. Total. */
export function readText(
  blocks: readonly BlockJson[],
  anchors: readonly string[] = headingAnchors(blocks),
): DocumentText {
  const text = blocks.map(textOf).join('\n').trim();
  const outline = blocks.filter(isHeading).flatMap((heading, index) => {
    const words = headingText(heading);
    const id = anchors[index];
    return words && id ? [{ id, text: words, level: readAttrs('heading', heading.attrs).level }] : [];
  });
  return { text, outline, words: countWords(text) };
}

/** The anchors of the headings among these blocks, in order. */
export function headingAnchors(blocks: readonly BlockJson[]): string[] {
  return anchorsOf(blocks.filter(isHeading).map(headingText));
}

export function isHeading({ type }: BlockJson): boolean {
  return type === 'heading';
}

/** Nodes whose children stand beside each other in one line; the children of others are lines of their own. */
const LINES = new Set([
  'paragraph',
  'heading',
  'codeBlock',
  'detailsSummary',
  'footnote',
  'decision',
  'action',
]);

/** What nodes say beside their children. */
const SAID: Readonly<Record<string, (attrs: unknown) => string | null>> = {
  inlineMath: (attrs) => readAttrs('inlineMath', attrs).latex,
  blockMath: (attrs) => readAttrs('blockMath', attrs).latex,
  mention: (attrs) => {
    const { label } = readAttrs('mention', attrs);
    return label && documentBlocks.mention(label);
  },
  date: (attrs) => wordsOf(readAttrs('date', attrs).day),
  status: (attrs) => documentBlocks.states[readAttrs('status', attrs).state],
  image: (attrs) => {
    const { alt, caption } = readAttrs('image', attrs);
    return [alt, caption].filter(Boolean).join('\n');
  },
  attachment: (attrs) => readAttrs('attachment', attrs).name,
  embed: (attrs) => readAttrs('embed', attrs).title,
  table: (attrs) => readAttrs('table', attrs).caption,
  excerpt: (attrs) => readAttrs('excerpt', attrs).source,
  blockquote: (attrs) => readAttrs('blockquote', attrs).source,
};

/**
 * What a node says, without its form: one line a block. Descriptions of images, captions, notes (between brackets), dates and
 * states in words are part of it; the titles of linked objects, which not every reader may know, are not. Total.
 */
export function textOf(node: BlockJson): string {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'hardBreak') return '\n';
  const said = Object.hasOwn(SAID, node.type) ? (SAID[node.type]?.(node.attrs) ?? '') : '';
  const children = (node.content ?? []).map(textOf).join(LINES.has(node.type) ? '' : '\n');
  const text = [said, children].filter(Boolean).join('\n');
  return node.type === 'footnote' && text !== '' ? ` (${text})` : text;
}

/** How many words a text has. */
export function countWords(text: string): number {
  return text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;
}

/** Words a minute that an adult reads in silence, in French, in a text that informs (Brysbaert 2019 gives 238 in English). */
const READ_A_MINUTE = 230;

/** How long a text of so many words takes to read, in whole minutes, one at least. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / READ_A_MINUTE));
}
