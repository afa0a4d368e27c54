import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { selectedRect, TableMap } from '@tiptap/pm/tables';

/** Widths that a column may be given, in pixels; `document-attributes.ts` reads no other. */
const [NARROWEST, WIDEST] = [40, 2_000];

/** Gives a column of the table that begins here a width, in each of its cells; null takes it away. */
export function setWidth(tr: Transaction, at: number, column: number, width: number | null): Transaction {
  const table = tr.doc.nodeAt(at);
  if (!table) return tr;
  const map = TableMap.get(table);
  const seen = new Set<number>();
  for (let row = 0; row < map.height; row++) {
    const place = map.map[row * map.width + column];
    if (place === undefined || seen.has(place)) continue;
    seen.add(place);
    const cell = table.nodeAt(place);
    if (cell)
      tr.setNodeAttribute(at + 1 + place, 'colwidth', widthsOf(cell, column - map.colCount(place), width));
  }
  return tr;
}

function widthsOf({ attrs }: Node, index: number, width: number | null): number[] | null {
  const given: readonly number[] = Array.isArray(attrs.colwidth) ? attrs.colwidth : [];
  const widths = Array.from({ length: attrs.colspan }, (_, rank) => given[rank] ?? 0);
  widths[index] = width === null ? 0 : Math.round(Math.min(Math.max(width, NARROWEST), WIDEST));
  return widths.some((one) => one > 0) ? widths : null;
}

/** Makes the column of the caret wider by so many pixels, or narrower, from what it measures on the screen. */
export function stepWidth(editor: Editor, by: number): void {
  const { left, right, tableStart, map } = selectedRect(editor.state);
  const place = map.map[right - 1];
  const cell = place === undefined ? null : editor.view.nodeDOM(tableStart + place);
  if (!(cell instanceof HTMLElement)) return;
  const span = Math.max(1, right - left);
  const { tr } = editor.state;
  editor.view.dispatch(setWidth(tr, tableStart - 1, right - 1, cell.offsetWidth / span + by));
  editor.commands.focus();
}

/** Lets the columns of the table of the caret take the width that their words need. */
export function clearWidths(editor: Editor): void {
  const { tableStart, map } = selectedRect(editor.state);
  const { tr } = editor.state;
  for (let column = 0; column < map.width; column++) setWidth(tr, tableStart - 1, column, null);
  editor.view.dispatch(tr);
  editor.commands.focus();
}
