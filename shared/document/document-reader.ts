import type * as Y from 'yjs';
import type { BlockJson } from './document-blocks.ts';
import { blockHtml, headingLevel } from './document-html.ts';
import { readBlocks } from './document-json.ts';
import { anchorsOf, type OutlineEntry } from './document-outline.ts';

/** A document as it is read: without an editor, by anybody who may. */
export interface ReadDocument {
  /** Safe HTML of each block, in order; each is one element. */
  readonly blocks: readonly string[];
  /** One line a block; for searches and extracts. */
  readonly text: string;
  readonly outline: readonly OutlineEntry[];
  readonly words: number;
}

/**
 * [R6] Reads a document without changing it. Total: unknown nodes show their text, unknown marks nothing, and what is not
 * a node is passed over.
 */
export function readDocument(doc: Y.Doc): ReadDocument {
  const blocks = readBlocks(doc);
  const headings = blocks.filter(({ type }) => type === 'heading');
  const anchors = anchorsOf(headings.map(textOf));
  const anchorOf = new Map(headings.map((heading, index) => [heading, anchors[index]]));
  const text = blocks.map(textOf).join('\n').trim();
  return {
    blocks: blocks.map((block) => topHtml(block, anchorOf.get(block))),
    text,
    outline: headings.flatMap((heading) => {
      const words = textOf(heading).trim();
      const id = anchorOf.get(heading);
      return words && id ? [{ id, text: words, level: headingLevel(heading.attrs?.level) }] : [];
    }),
    words: text === '' ? 0 : text.split(/\s+/u).length,
  };
}

/** Nodes that may stand at the top of a document. */
const TOP = new Set([
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'taskList',
  'blockquote',
  'codeBlock',
  'horizontalRule',
  'image',
  'table',
]);

function topHtml(block: BlockJson, anchor: string | undefined): string {
  const html = blockHtml(block, anchor);
  return TOP.has(block.type) ? html : `<div>${html}</div>`;
}

/** Nodes whose children stand beside each other in one line; the children of others are lines of their own. */
const LINES = new Set(['paragraph', 'heading', 'codeBlock']);

function textOf(node: BlockJson): string {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'hardBreak') return '\n';
  return (node.content ?? []).map(textOf).join(LINES.has(node.type) ? '' : '\n');
}
