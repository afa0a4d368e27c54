import type { FileKind } from '#shared/documents/attribute/document-attributes.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import type { CardProperties } from './card/property/card-properties.ts';
import type { CardRepeat } from './card/repeat.ts';
import type { Field, HeldValue } from './field/field.ts';
import type { SavedView } from './view/saved-view.ts';

/** A board as people see it: plain data, in order, safe to send as JSON. `readBoard` makes it, whatever the Y.Doc holds. */

export const LABEL_COLOURS = ['neutral', 'spruce', 'ochre', 'moss', 'plum', 'blue'] as const;
export type LabelColour = (typeof LABEL_COLOURS)[number];

export interface Label {
  readonly id: string;
  readonly name: string;
  readonly colour: LabelColour;
}

export interface ChecklistItem {
  readonly id: string;
  readonly text: string;
  readonly done: boolean;
}

/** A named list of steps; the main one may have no name. */
export interface Checklist {
  readonly id: string;
  readonly name: string;
  readonly items: readonly ChecklistItem[];
}

/** Id of the list of steps that every card has, stored or not. */
export const MAIN_LIST = 'steps';

/** A file that hangs on a card; its bytes are served under its id to those who may read the board. */
export interface CardFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly kind: FileKind;
  /** Pixels; null for what is not shown as a picture. */
  readonly width: number | null;
  readonly height: number | null;
  /** When it came, ISO 8601 in UTC. */
  readonly at: string | null;
}

/** What a card says of itself: labels that the board knows, organisations and people by id, days in order, and the rest. */
export interface Card extends CardProperties {
  readonly id: string;
  readonly title: string;
  /** As plain text, one line a paragraph. */
  readonly description: string;
  /** A column of this board, even when the stored one is gone ([B5]). */
  readonly columnId: string;
  readonly checklists: readonly Checklist[];
  readonly files: readonly CardFile[];
  /** Id of one of its files, a picture. */
  readonly cover: string | null;
  /** Ids of cards that must be finished first; a peer may have written any: they stand on this board by no force. */
  readonly blockedBy: readonly string[];
  /** Keys of the objects that the card points to (`objectKey`). */
  readonly links: readonly string[];
  /** What it holds in the fields that the board shows, by id of the field. */
  readonly fields: readonly HeldValue[];
  /** How it comes back; null when it comes once. */
  readonly repeat: CardRepeat | null;
  /** The card that it became on another board; it stays here, archived. */
  readonly movedTo: { readonly boardId: string; readonly cardId: string } | null;
  /** An instant, ISO 8601 in UTC. */
  readonly createdAt: string | null;
  readonly createdBy: string | null;
}

export interface Column {
  readonly id: string;
  readonly name: string;
  /** Cards that come here are finished. */
  readonly done: boolean;
  /** How many cards the group wants here at most; a warning, never a refusal. */
  readonly limit: number | null;
  /** A help for the eye, null for none; what the column is, its name says. */
  readonly colour: LabelColour | null;
  readonly cards: readonly Card[];
}

export interface Board {
  /** Version of the layout that the document was made with; 0 when it says none. */
  readonly schemaVersion: number;
  readonly columns: readonly Column[];
  readonly archived: readonly Card[];
  readonly labels: readonly Label[];
  readonly fields: readonly Field[];
  /** Taken off the board, to be put back. */
  readonly removedFields: readonly Field[];
  readonly views: readonly SavedView[];
  /** Entries that could not be understood and are therefore not shown. */
  readonly skipped: number;
}

/** A board with the layout of its descriptions: what a copy takes along. People and programs read the plain text ([B50]). */
export interface WholeBoard extends Board {
  /** Of the cards that have a description. */
  readonly texts: readonly { readonly cardId: string; readonly blocks: readonly BlockJson[] }[];
}

/** The description of each card, layout included, by its id. */
export function textsById({ texts }: Pick<WholeBoard, 'texts'>): ReadonlyMap<string, readonly BlockJson[]> {
  return new Map(texts.map(({ cardId, blocks }) => [cardId, blocks]));
}

/**
 * Id of the column that stands in when a board has cards but no column at all, for instance because two people each
 * removed one of the last two while a third added a card. It is not in the document: nothing can be moved into it.
 */
export const NO_COLUMN = 'no-column';

/** What a screen shows before anything has arrived. */
export const emptyBoard: Board = {
  schemaVersion: 0,
  columns: [],
  archived: [],
  labels: [],
  fields: [],
  removedFields: [],
  views: [],
  skipped: 0,
};
