import type { ReadDocument } from '#shared/documents/text/document-reader.ts';
import type { ObjectNames } from '#shared/documents/text/object-names.ts';

/** What the page shows of a document. */
export type Drawn = Pick<ReadDocument, 'blocks' | 'outline' | 'words'> & {
  /** What its objects are called, for this reader. */
  readonly names: ObjectNames;
};
