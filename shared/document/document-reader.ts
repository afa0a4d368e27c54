import type * as Y from 'yjs';
import type { BlockJson } from './document-blocks.ts';
import { blockHtml } from './document-html.ts';
import { readBlocks } from './document-json.ts';
import { type DocumentText, headingAnchors, isHeading, readText } from './document-text.ts';

/** A document as it is read: without an editor, by anybody who may. */
export interface ReadDocument extends DocumentText {
  /** Safe HTML of each block, in order; each is one element. */
  readonly blocks: readonly string[];
}

/**
 * [R6] Reads a document without changing it. Total: unknown nodes show their text, unknown marks nothing, and what is not
 * a node is passed over.
 */
export function readDocument(doc: Y.Doc): ReadDocument {
  const blocks = readBlocks(doc);
  const anchors = headingAnchors(blocks);
  const anchorOf = new Map(blocks.filter(isHeading).map((heading, index) => [heading, anchors[index]]));
  return {
    ...readText(blocks, anchors),
    blocks: blocks.map((block) => topHtml(block, anchorOf.get(block))),
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
