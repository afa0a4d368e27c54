import type * as Y from 'yjs';

/**
 * What can be read from a live document, by name. Readers run in a worker on a copy; they are total (any writer can put
 * anything in a Y.Doc: what is not understood is passed over) and never change what they read ([R6] in docs/rules.md).
 */
export const docReaders = {} as const satisfies Record<string, (doc: Y.Doc) => unknown>;

export type DocReaders = typeof docReaders;
