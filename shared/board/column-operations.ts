import type * as Y from 'yjs';
import { fail, ok, type Result } from '#shared/result.ts';
import { BOARD_EDIT, columnsOf, findIn, readColumns, readSlots } from './board-doc.ts';
import { writeField } from './card-doc.ts';
import { COLUMN, type NewColumn, newColumn } from './column-doc.ts';
import { orderAt, rankIn } from './order.ts';
import { parseCardTitle } from './text.ts';

type NameRefusal = 'board.titleEmpty' | 'board.titleTooLong';

/** Adds a column after the others; `columnId` is new. Refused: name empty or too long, an id that another column has. */
export function addColumn(
  doc: Y.Doc,
  { columnId, ...column }: NewColumn & { readonly columnId: string },
): Result<void, NameRefusal | 'board.idTaken'> {
  const name = parseCardTitle(column.name);
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

/** Gives a column another name. Refused: name empty or too long, no such column. */
export function renameColumn(
  doc: Y.Doc,
  { columnId, name }: { readonly columnId: string; readonly name: string },
): Result<void, NameRefusal | 'board.columnNotFound'> {
  const parsed = parseCardTitle(name);
  if (!parsed.ok) return parsed;
  const column = findIn(columnsOf(doc), columnId);
  if (column === null) return fail('board.columnNotFound');
  doc.transact(() => writeField(column, COLUMN.name, parsed.value), BOARD_EDIT);
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

/**
 * Says how many cards the group wants in a column at most, or that it does not mind (null). Refused: not a whole number
 * from 1, no such column.
 */
export function setColumnLimit(
  doc: Y.Doc,
  { columnId, limit }: { readonly columnId: string; readonly limit: number | null },
): Result<void, 'board.limitInvalid' | 'board.columnNotFound'> {
  if (limit !== null && !(Number.isSafeInteger(limit) && limit > 0)) return fail('board.limitInvalid');
  return editColumn(doc, columnId, (column) => writeField(column, COLUMN.limit, limit));
}

/** Says whether cards that come to a column are finished. Refused: no such column. */
export function setColumnDone(
  doc: Y.Doc,
  { columnId, done }: { readonly columnId: string; readonly done: boolean },
): Result<void, 'board.columnNotFound'> {
  return editColumn(doc, columnId, (column) => writeField(column, COLUMN.done, done || null));
}

function editColumn(
  doc: Y.Doc,
  columnId: string,
  write: (column: Y.Map<unknown>) => void,
): Result<void, 'board.columnNotFound'> {
  const column = findIn(columnsOf(doc), columnId);
  if (column === null) return fail('board.columnNotFound');
  doc.transact(() => write(column), BOARD_EDIT);
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
