import type { Span } from '#shared/documents/comment/passage-spans.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import type { ObjectNames } from '#shared/documents/text/object-names.ts';

/** An image of the text, drawn anew at its arrival: PNG or JPEG. */
export interface ExportImage {
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** A thread of comments as it leaves: what it is about, and what was said, oldest first. */
export interface ExportThread {
  /** The words it was put on; empty when they are gone. */
  readonly quote: string;
  /** Where they stand among the characters of the blocks; null when nowhere. */
  readonly span: Span | null;
  readonly isResolved: boolean;
  readonly comments: readonly {
    readonly author: string;
    readonly organisation: string | null;
    readonly at: Date;
    readonly text: string;
  }[];
}

/** Before what a file says of the state that left with it. */
export const STATE_MARK = 'cordee-etat-';

/** A state of a document: the number of its last update. */
export interface LeftState {
  readonly documentId: string;
  readonly seq: number;
}

/** All that an export is made of. Nothing else is read on the way: no file, no address. */
export interface ExportSource {
  readonly title: string;
  readonly group: string;
  /** What stands above the title in its place, of what no group wrote. */
  readonly over?: string;
  /** Names of the organisations whose people wrote. */
  readonly writers: readonly string[];
  /** The day that the document says it was exported. */
  readonly at: Date;
  /** Ours, for links to what stays here. */
  readonly origin: string;
  readonly blocks: readonly BlockJson[];
  /** By the address that stands in the text, `/fichiers/<id>`. */
  readonly images: Readonly<Record<string, ExportImage>>;
  /** Names of linked objects, for whoever exports. */
  readonly names: ObjectNames;
  /** [X26] What the file says of what it is, so that it can be compared when it comes back. */
  readonly state?: LeftState;
  /** Null: without comments. */
  readonly threads: readonly ExportThread[] | null;
}

/** A document in its format. */
export interface Exported {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly extension: string;
}
