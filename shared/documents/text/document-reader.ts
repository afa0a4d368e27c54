import type * as Y from 'yjs';
import { type ObjectRef, objectsOf } from '../attribute/document-objects.ts';
import type { BlockJson } from './document-blocks.ts';
import { blockHtml, notesHtml, type Reading } from './document-html.ts';
import { readBlocks } from './document-json.ts';
import { type DocumentText, headingAnchors, isHeading, readText } from './document-text.ts';

/** A document as it is read: without an editor, by anybody who may. */
export interface ReadDocument extends DocumentText {
  /** Safe HTML of each block, in order, the list of notes last; each is one element. */
  readonly blocks: readonly string[];
  /** What it points to: `nameObjects` puts their names into the blocks. */
  readonly objects: readonly ObjectRef[];
}

/**
 * [R6] Reads a document without changing it. Total: unknown nodes show their text, unknown marks nothing, and what is not
 * a node is passed over. Without `formula`, formulas show their source.
 */
export function readDocument(doc: Y.Doc, given: Pick<Reading, 'formula'> = {}): ReadDocument {
  return drawBlocks(readBlocks(doc), given);
}

/** The same of blocks that were read already. */
export function drawBlocks(
  blocks: readonly BlockJson[],
  { formula }: Pick<Reading, 'formula'> = {},
): ReadDocument {
  const ids = headingAnchors(blocks);
  const anchors = new Map(blocks.filter(isHeading).map((heading, index) => [heading, ids[index] ?? '']));
  const reading: Reading = { anchors, notes: notesOf(blocks), ...(formula && { formula }) };
  const notes = notesHtml(reading);
  return {
    ...readText(blocks, ids),
    blocks: [...blocks.map((block) => topHtml(block, reading)), ...(notes === '' ? [] : [notes])],
    objects: objectsOf(blocks),
  };
}

/** The footnotes of a document, numbered in the order of their calls; one within another has no number of its own. */
function notesOf(blocks: readonly BlockJson[]): Map<BlockJson, number> {
  const notes = new Map<BlockJson, number>();
  const visit = (node: BlockJson) => {
    if (node.type === 'footnote') notes.set(node, notes.size + 1);
    else node.content?.forEach(visit);
  };
  blocks.forEach(visit);
  return notes;
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
  'attachment',
  'callout',
  'details',
  'columns',
  'blockMath',
  'embed',
  'excerpt',
]);

function topHtml(block: BlockJson, reading: Reading): string {
  const html = blockHtml(block, reading);
  return TOP.has(block.type) ? html : `<div>${html}</div>`;
}
