import { createRequire } from 'node:module';
import type * as Y from 'yjs';
import { readBoard, readWholeBoard } from '#shared/boards/board-doc.ts';
import { sourceBlocks } from '#shared/documents/excerpt/excerpt-source.ts';
import { type ExactNode, readExact } from '#shared/documents/history/exact-node.ts';
import { writtenFilesOf } from '#shared/documents/text/document-files.ts';
import { readBlocks } from '#shared/documents/text/document-json.ts';
import { type ReadDocument, readDocument } from '#shared/documents/text/document-reader.ts';
import { formulaOf, type Katex } from '#shared/documents/text/formula.ts';
import { readApplication } from '#shared/programme/application/application-doc.ts';

const require = createRequire(import.meta.url);
let drawFormula: ReturnType<typeof formulaOf> | undefined;

/** KaTeX is loaded by the first document that has a formula: most have none. */
export function formula(latex: string, isBlock: boolean): string | null {
  drawFormula ??= formulaOf(require('katex') as Katex);
  return drawFormula(latex, isBlock);
}

/**
 * What can be read from a live document, by name. Readers run in a worker on a copy; they are total (any writer can put
 * anything in a Y.Doc: what is not understood is passed over) and never change what they read ([R6] in docs/rules/realtime.md).
 */
export const docReaders = {
  application: readApplication,
  board: readBoard,
  /** The same with the layout of its descriptions, for what leaves it. */
  wholeBoard: readWholeBoard,
  /** The text itself, for what leaves or is compared. */
  blocks: readBlocks,
  document: (doc: Y.Doc): ReadDocument => readDocument(doc, { formula }),
  /** Which of our files its text names, and who wrote them there. */
  writtenFiles: writtenFilesOf,
  /** Its top-level blocks, as they can be quoted. */
  sourceBlocks,
  /** Everything, as it can be written again. */
  documentExact: (doc: Y.Doc): ExactNode[] => readExact(doc),
} as const satisfies Record<string, (doc: Y.Doc) => unknown>;

export type DocReaders = typeof docReaders;
