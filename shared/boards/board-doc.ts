import * as Y from 'yjs';
import { type Board, type Card, NO_COLUMN, type WholeBoard } from './board.ts';
import { type CardReading, readCard, readSlot, type StoredSlot } from './card/card-doc.ts';
import { readDescription, readLaidOut } from './card/description-doc.ts';
import { type NewColumn, newColumn, readColumn, type StoredColumn } from './column-doc.ts';
import { readField, readFieldValue, type StoredField, shownField } from './field/field-doc.ts';
import { type NewLabel, newLabel, readLabel } from './field/label-doc.ts';
import { byOrder, compare, lineUp, type Ordered } from './order.ts';
import { fitLine } from './text.ts';
import { readSavedView } from './view/saved-view-doc.ts';

/*
 * The Y.Doc of room `board:<id>`. Keys of Y types appear in the `*-doc.ts` files of this folder and nowhere else.
 *
 *   board    Y.Map   schemaVersion
 *   columns  Y.Map   id → Y.Map, see column-doc.ts
 *   cards    Y.Map   id → Y.Map, see card-doc.ts
 *   labels   Y.Map   id → Y.Map, see label-doc.ts
 *   fields   Y.Map   id → Y.Map, see field-doc.ts
 *   views    Y.Map   id → Y.Map, see saved-view-doc.ts
 *   description:<cardId>   Y.XmlFragment, see description-doc.ts
 *
 * All are root types: made by two people at once they are one, whereas of a nested type made twice only one stays,
 * and what was put in the other is lost.
 */
const SCHEMA_VERSION = 1;
const ROOT = {
  board: 'board',
  columns: 'columns',
  cards: 'cards',
  labels: 'labels',
  fields: 'fields',
  views: 'views',
} as const;
const BOARD = { schemaVersion: 'schemaVersion' } as const;

/** Origin of every transaction of the board's operations: what an undo manager tracks. */
export const BOARD_EDIT = 'board.edit';

/** The columns by id, for writing. */
export function columnsOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap(ROOT.columns);
}

/** The cards by id, for writing. */
export function cardsOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap(ROOT.cards);
}

/** The labels by id, for writing. */
export function labelsOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap(ROOT.labels);
}

/** The fields by id, for writing. */
export function fieldsOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap(ROOT.fields);
}

/** The named views by id, for writing. */
export function savedViewsOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap(ROOT.views);
}

/** What stands under this id, or null when nothing that reads does. */
export function findIn(maps: Y.Map<unknown>, id: string): Y.Map<unknown> | null {
  const found = maps.get(id);
  return found instanceof Y.Map ? found : null;
}

/** What a board opens with, ids new. */
export interface NewBoard {
  readonly columns: readonly (NewColumn & { readonly id: string })[];
  readonly labels?: readonly (NewLabel & { readonly id: string })[];
}

/**
 * Fills a new document: columns in the order given, labels, version of the layout; names are cut where they are too long. Run once for a board, by whoever
 * makes it; never by each replica on its own.
 */
export function createBoardDoc(doc: Y.Doc, { columns, labels = [] }: NewBoard): void {
  doc.transact(() => {
    doc.getMap(ROOT.board).set(BOARD.schemaVersion, SCHEMA_VERSION);
    for (const [{ id, ...column }, order] of lineUp(columns))
      columnsOf(doc).set(id, newColumn({ ...column, name: fitLine(column.name) }, order));
    for (const { id, ...label } of labels)
      labelsOf(doc).set(id, newLabel({ ...label, name: fitLine(label.name) }));
  }, BOARD_EDIT);
}

/** A root map for reading, or null when this process took the name for another type. Never changes the document. */
function readRoot(doc: Y.Doc, name: string): Y.Map<unknown> | null {
  const known = doc.share.get(name);
  const isFree = known === undefined || known.constructor === Y.AbstractType || known instanceof Y.Map;
  return isFree ? doc.getMap(name) : null;
}

interface Entries {
  readonly maps: readonly (readonly [id: string, map: Y.Map<unknown>])[];
  /** Entries that are no map. */
  readonly skipped: number;
}

function readEntries(doc: Y.Doc, name: string): Entries {
  const maps: [string, Y.Map<unknown>][] = [];
  let skipped = 0;
  readRoot(doc, name)?.forEach((value, id) => {
    if (value instanceof Y.Map) maps.push([id, value]);
    else skipped += 1;
  });
  return { maps, skipped };
}

/** The columns in order, without their cards. Total. */
export function readColumns(doc: Y.Doc): StoredColumn[] {
  return columnsFrom(readEntries(doc, ROOT.columns));
}

function columnsFrom({ maps }: Entries): StoredColumn[] {
  return maps.map(([id, map]) => readColumn(id, map)).sort(byOrder);
}

interface Named {
  readonly id: string;
  readonly name: string;
}

function byName(a: Named, b: Named): number {
  return compare(a.name, b.name) || compare(a.id, b.id);
}

/** Where a card is shown: a column that exists, and its key there. */
export interface Slot extends StoredSlot {
  readonly columnId: string;
}

/** [B2] [B3] [B5] Every card once, in order, each in a column that exists: the place alone, for operations. Total. */
export function readSlots(doc: Y.Doc): Slot[] {
  return slotsFrom(readEntries(doc, ROOT.cards), readColumns(doc));
}

function slotsFrom({ maps }: Entries, columns: readonly Ordered[]): Slot[] {
  const known = new Set(columns.map(({ id }) => id));
  const first = columns[0]?.id ?? NO_COLUMN;
  const shown = (columnId: string | null) => (columnId !== null && known.has(columnId) ? columnId : first);
  return maps
    .map(([id, map]) => {
      const slot = readSlot(id, map);
      return { ...slot, columnId: shown(slot.columnId) };
    })
    .sort(byOrder);
}

/** The cards that a column shows, in order. */
export function shownIn(slots: readonly Slot[], columnId: string): Slot[] {
  return slots.filter((slot) => slot.columnId === columnId && !slot.isArchived);
}

/** The fields in order, those taken off the board included. Total. */
export function readFields(doc: Y.Doc): StoredField[] {
  return fieldsFrom(readEntries(doc, ROOT.fields));
}

function fieldsFrom({ maps }: Entries): StoredField[] {
  return maps.flatMap(([id, map]) => readField(id, map) ?? []).sort(byOrder);
}

/** Ids of the labels that a card may carry. Total. */
export function readLabelIds(doc: Y.Doc): Set<string> {
  return new Set(readEntries(doc, ROOT.labels).maps.map(([id]) => id));
}

/**
 * [B8] The board of a document. Total: takes whatever any peer wrote, skips and counts what it does not understand,
 * never throws and never writes. Linear in the size of the board, but for the sorting.
 */
export function readBoard(doc: Y.Doc): Board {
  const stored = {
    columns: readEntries(doc, ROOT.columns),
    cards: readEntries(doc, ROOT.cards),
    labels: readEntries(doc, ROOT.labels),
    fields: readEntries(doc, ROOT.fields),
    views: readEntries(doc, ROOT.views),
  };
  const version = readRoot(doc, ROOT.board)?.get(BOARD.schemaVersion);
  const columns = columnsFrom(stored.columns);
  const labels = stored.labels.maps.map(([id, map]) => readLabel(id, map)).sort(byName);
  const labelIds = new Set(labels.map(({ id }) => id));

  const allFields = fieldsFrom(stored.fields);
  const fields = allFields.filter(({ isRemoved }) => !isRemoved);
  const fieldById = new Map(fields.map((field) => [field.id, field]));
  const readValue = (fieldId: string, value: unknown) => {
    const field = fieldById.get(fieldId);
    return field ? readFieldValue(field, value) : null;
  };

  let skipped = Object.values(stored).reduce((sum, entries) => sum + entries.skipped, 0);
  const reading: CardReading = {
    knownLabels: labelIds,
    readValue,
    onSkipped(count) {
      skipped += count;
    },
  };
  const archived: Card[] = [];
  const cards = new Map<string, Card[]>();
  for (const { id, map, columnId, isArchived } of slotsFrom(stored.cards, columns)) {
    const card = readCard(id, map, columnId, reading, readDescription(doc, id));
    const siblings = cards.get(columnId);
    if (isArchived) archived.push(card);
    else if (siblings) siblings.push(card);
    else cards.set(columnId, [card]);
  }
  const shown = columns.map(({ id, name, done, limit, colour }) => ({
    id,
    name,
    done,
    limit,
    colour,
    cards: cards.get(id) ?? [],
  }));
  const strays = columns.length === 0 ? cards.get(NO_COLUMN) : undefined;
  return {
    schemaVersion: typeof version === 'number' && Number.isSafeInteger(version) ? version : 0,
    columns: strays
      ? [{ id: NO_COLUMN, name: '', done: false, limit: null, colour: null, cards: strays }]
      : shown,
    archived,
    labels,
    fields: fields.map(shownField),
    removedFields: allFields.filter(({ isRemoved }) => isRemoved).map(shownField),
    views: stored.views.maps.map(([id, map]) => readSavedView(id, map)).sort(byName),
    skipped,
  };
}

/** [B75] All that a document says of its board, layout included. Total and read-only, as `readBoard`. */
export function readWholeBoard(doc: Y.Doc): WholeBoard {
  const board = readBoard(doc);
  const cards = [...board.columns.flatMap((column) => column.cards), ...board.archived];
  const texts = cards.flatMap(({ id: cardId }) => {
    const blocks = readLaidOut(doc, cardId);
    return blocks ? [{ cardId, blocks }] : [];
  });
  return { ...board, texts };
}
