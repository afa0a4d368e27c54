import type { BlockJson } from './document-blocks.ts';
import { headingLevel } from './document-html.ts';
import { anchorsOf, type OutlineEntry } from './document-outline.ts';

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
    const words = textOf(heading).trim();
    const id = anchors[index];
    return words && id ? [{ id, text: words, level: headingLevel(heading.attrs?.level) }] : [];
  });
  return { text, outline, words: text === '' ? 0 : text.split(/\s+/u).length };
}

/** The anchors of the headings among these blocks, in order. */
export function headingAnchors(blocks: readonly BlockJson[]): string[] {
  return anchorsOf(blocks.filter(isHeading).map(textOf));
}

export function isHeading({ type }: BlockJson): boolean {
  return type === 'heading';
}

/** Nodes whose children stand beside each other in one line; the children of others are lines of their own. */
const LINES = new Set(['paragraph', 'heading', 'codeBlock']);

/** The text of a node and of all that is in it. */
export function textOf(node: BlockJson): string {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'hardBreak') return '\n';
  return (node.content ?? []).map(textOf).join(LINES.has(node.type) ? '' : '\n');
}
