import type * as Y from 'yjs';

/**
 * What the server may do in a live document in somebody's name, by name. The same pure operations as in the browser;
 * what they change becomes one more update of the log.
 */
export const docOperations = {} as const satisfies Record<string, (doc: Y.Doc, input: never) => unknown>;

export type DocOperations = typeof docOperations;
