import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { isInTable, selectedRect, TableMap } from '@tiptap/pm/tables';
import { ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap';
import { XmlElement, XmlFragment } from 'yjs';
import { type Moved, sharedParent } from './move-block.ts';

/** A row or a column of a table. */
export type Line = 'row' | 'column';

/** The lines of the caret in its table, by ranks from 0. */
export interface TablePlace {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** Where the cells of the table begin. */
  readonly start: number;
  /** How many rows and columns of headers it begins with: they stay first. */
  readonly heads: Readonly<Record<Line, number>>;
  /** Lines of cells that were merged do not change places. */
  readonly isMerged: boolean;
}

/** Where the caret is in a table; null outside of one. */
export function tablePlace(editor: Editor): TablePlace | null {
  if (!isInTable(editor.state)) return null;
  const { top, left, map, table, tableStart: start } = selectedRect(editor.state);
  const isHead = (row: number, column: number) =>
    table.nodeAt(map.map[row * map.width + column] ?? -1)?.type.name === 'tableHeader';
  const all = (count: number, isIt: (rank: number) => boolean) =>
    Array.from({ length: count }, (_, rank) => rank).every(isIt);
  return {
    row: top,
    column: left,
    rows: map.height,
    columns: map.width,
    start,
    heads: {
      row: all(map.width, (column) => isHead(0, column)) ? 1 : 0,
      column: all(map.height, (row) => isHead(row, 0)) ? 1 : 0,
    },
    isMerged: new Set(map.map).size < map.map.length,
  };
}

/** Whether this line may stand at this rank. */
export function mayMove({ heads, isMerged, ...place }: TablePlace, line: Line, to: number): boolean {
  const [from, count] = line === 'row' ? [place.row, place.rows] : [place.column, place.columns];
  return !isMerged && from >= heads[line] && to >= heads[line] && to < count && to !== from;
}

/**
 * [D40] Moves the row or the column of the caret to this rank, the caret with it; null when it may not stand there. Written into the
 * shared text itself, for the reason that `moveBlock` says.
 */
export function moveLine(editor: Editor, line: Line, to: number): Moved | null {
  const place = tablePlace(editor);
  if (!place || !mayMove(place, line, to)) return null;
  const { state } = editor;
  const binding = ySyncPluginKey.getState(state);
  const $start = state.doc.resolve(place.start);
  const table = sharedParent(binding, $start, $start.depth);
  if (!table) return null;
  const from = line === 'row' ? place.row : place.column;
  const holders = line === 'row' ? [table] : table.toArray();
  const undo = () => yUndoPluginKey.getState(editor.state)?.undoManager.stopCapturing();
  undo();
  binding.doc.transact(() => {
    for (const holder of holders) {
      if (!(holder instanceof XmlFragment)) continue;
      const moved = holder
        .slice(from, from + 1)
        .flatMap((child) => (child instanceof XmlElement ? [child.clone()] : []));
      holder.delete(from, 1);
      holder.insert(to, moved);
    }
  }, ySyncPluginKey);
  undo();
  const [row, column] = line === 'row' ? [to, place.column] : [place.row, to];
  toCell(editor, place.start, row, column);
  return { rank: to + 1, count: line === 'row' ? place.rows : place.columns };
}

function toCell(editor: Editor, start: number, row: number, column: number): void {
  const { tr } = editor.state;
  const table = tr.doc.resolve(start).parent;
  const map = TableMap.get(table);
  const cell = start + (map.map[row * map.width + column] ?? 0);
  tr.setSelection(TextSelection.near(tr.doc.resolve(cell + 1)));
  editor.view.dispatch(tr.setMeta('addToHistory', false));
  editor.commands.focus(null, { scrollIntoView: false });
}
