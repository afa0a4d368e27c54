import type * as Y from 'yjs';
import { readBoard } from '#shared/board/board-doc.ts';
import { readDocument } from '#shared/document/document-reader.ts';

/**
 * What can be read from a live document, by name. Readers run in a worker on a copy; they are total (any writer can put
 * anything in a Y.Doc: what is not understood is passed over) and never change what they read ([R6] in docs/rules.md).
 */
export const docReaders = {
  board: readBoard,
  document: readDocument,
} as const satisfies Record<string, (doc: Y.Doc) => unknown>;

export type DocReaders = typeof docReaders;
