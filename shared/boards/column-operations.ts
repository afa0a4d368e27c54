import type * as Y from 'yjs';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { LABEL_COLOURS, type LabelColour } from './board.ts';
import { BOARD_EDIT, columnsOf, findIn, readColumns, readSlots } from './board-doc.ts';
import { writeField } from './card/card-doc.ts';
import { COLUMN, type NewColumn, newColumn } from './column-doc.ts';
import { orderAt, rankIn } from './order.ts';
import { parseLine } from './text.ts';

type NameRefusal = 'board.titleEmpty' | 'board.titleTooLong';

/** Adds a column after the others; `columnId` is new. Refused: name empty or too long, an id that another column has. */
export function addColumn(
  doc: Y.Doc,
  { columnId, ...column }: NewColumn & { readonly columnId: string },
): Result<void, NameRefusal | 'board.idTaken'> {
  const name = parseLine(column.name);
  if (!name.ok) return name;
  if (columnsOf(doc).has(columnId)) return fail('board.idTaken');
  const orders = readColumns(doc).map(({ order }) => order);
  const order = orderAt(orders, orders.length, columnId);
  doc.transact(
    () => columnsOf(doc).set(columnId, newColumn({ ...column, name: name.value }, order)),
    BOARD_EDIT,
  );
  return ok();
}

/** What may be said of a column; what is absent stays. */
interface ColumnSettings {
  readonly name?: string;
  /** How many cards the group wants here at most, null when it does not mind. */
  readonly limit?: number | null;
  /** Whether cards that come here are finished. */
  readonly done?: boolean;
  readonly colour?: LabelColour | null;
}

/**
 * [B21] Says something of a column, all of it as one gesture. Refused as a whole: name empty or too long, a limit that is not a
 * whole number from 1, an unknown colour, no such column.
 */
export function setColumn(
  doc: Y.Doc,
  { columnId, name, limit, done, colour }: ColumnSettings & { readonly columnId: string },
): Result<void, NameRefusal | 'board.limitInvalid' | 'board.colourInvalid' | 'board.columnNotFound'> {
  const parsed = name === undefined ? null : parseLine(name);
  if (parsed?.ok === false) return parsed;
  if (typeof limit === 'number' && !(Number.isSafeInteger(limit) && limit > 0)) {
    return fail('board.limitInvalid');
  }
  if (colour && !LABEL_COLOURS.includes(colour)) return fail('board.colourInvalid');
  const column = findIn(columnsOf(doc), columnId);
  if (column === null) return fail('board.columnNotFound');
  doc.transact(() => {
    if (parsed) writeField(column, COLUMN.name, parsed.value);
    if (limit !== undefined) writeField(column, COLUMN.limit, limit);
    if (done !== undefined) writeField(column, COLUMN.done, done || null);
    if (colour !== undefined) writeField(column, COLUMN.colour, colour);
  }, BOARD_EDIT);
  return ok();
}

/** [B4] Puts a column at `index`, counted among the others (brought inside when outside). Refused: no such column. */
export function moveColumn(
  doc: Y.Doc,
  { columnId, index }: { readonly columnId: string; readonly index: number },
): Result<void, 'board.columnNotFound'> {
  const column = findIn(columnsOf(doc), columnId);
  if (column === null) return fail('board.columnNotFound');
  const columns = readColumns(doc);
  const from = columns.findIndex(({ id }) => id === columnId);
  const others = columns.filter(({ id }) => id !== columnId);
  const to = rankIn(others.length, index);
  if (from === to) return ok();
  const orders = others.map(({ order }) => order);
  const order = orderAt(orders, to, columnId, from > to ? 'before' : 'after');
  doc.transact(() => writeField(column, COLUMN.order, order), BOARD_EDIT);
  return ok();
}

/** [B11] Removes a column that shows no card. Refused: no such column, or it shows one. */
export function removeColumn(
  doc: Y.Doc,
  { columnId }: { readonly columnId: string },
): Result<void, 'board.columnNotFound' | 'board.columnNotEmpty'> {
  if (findIn(columnsOf(doc), columnId) === null) return fail('board.columnNotFound');
  if (readSlots(doc).some((slot) => slot.columnId === columnId && !slot.isArchived)) {
    return fail('board.columnNotEmpty');
  }
  doc.transact(() => columnsOf(doc).delete(columnId), BOARD_EDIT);
  return ok();
}
