import { readAttrs } from '#shared/documents/attribute/document-attributes.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { isHeaderRow } from '#shared/documents/text/table-markup.ts';

export interface GridCell {
  /** Null where two people's edits left a hole. */
  readonly node: BlockJson | null;
  readonly colspan: number;
  readonly rowspan: number;
  readonly isHeader: boolean;
}

/** A table as a whole rectangle: writers of other formats refuse or lose what overlaps or is missing. */
export interface Grid {
  readonly columns: number;
  /** How many rows at the top are headers, none of which reaches into the others. */
  readonly head: number;
  /** The cells that begin in each row, in order. */
  readonly rows: readonly (readonly GridCell[])[];
  /** In pixels, 0 where none was chosen. */
  readonly widths: readonly number[];
}

/** Beyond it a table is cut: no page shows more. */
const MOST_COLUMNS = 60;

/** [D9] The rectangle of a table whose cells may be of any span: what would overlap is narrowed, what is missing is empty. Total. */
export function gridOf(table: BlockJson): Grid {
  const given = (table.content ?? []).filter(({ type }) => type === 'tableRow');
  const taken: boolean[][] = given.map(() => []);
  const rows: GridCell[][] = given.map(() => []);
  const widths: number[] = [];
  let columns = 0;
  for (const [y, row] of given.entries()) {
    let x = 0;
    for (const node of row.content ?? []) {
      while (taken[y]?.[x]) x++;
      if (x >= MOST_COLUMNS) break;
      const attrs = readAttrs('tableCell', node.attrs);
      const colspan = freeFrom(taken[y] ?? [], x, Math.min(attrs.colspan, MOST_COLUMNS - x));
      const rowspan = Math.min(attrs.rowspan, given.length - y);
      for (let down = y; down < y + rowspan; down++) {
        for (let across = x; across < x + colspan; across++) (taken[down] as boolean[])[across] = true;
      }
      for (const [index, width] of (attrs.colwidth ?? []).entries()) widths[x + index] ||= width;
      rows[y]?.push({ node, colspan, rowspan, isHeader: node.type === 'tableHeader' });
      x += colspan;
      columns = Math.max(columns, x);
    }
  }
  for (const [y, line] of taken.entries()) {
    let missing = 0;
    for (let x = 0; x < columns; x++) if (!line[x]) missing++;
    // Holes stand at the end of a row, where the editor shows none.
    for (let hole = 0; hole < missing; hole++)
      rows[y]?.push({ node: null, colspan: 1, rowspan: 1, isHeader: false });
  }
  return {
    columns,
    head: headOf(given, rows),
    rows,
    widths: Array.from({ length: columns }, (_, index) => widths[index] ?? 0),
  };
}

function freeFrom(line: readonly boolean[], from: number, wanted: number): number {
  let free = 1;
  while (free < wanted && !line[from + free]) free++;
  return free;
}

function headOf(given: readonly BlockJson[], rows: readonly (readonly GridCell[])[]): number {
  const firstOfBody = given.findIndex((row) => !isHeaderRow(row));
  const head = firstOfBody < 0 ? given.length : firstOfBody;
  const reaches = rows.slice(0, head).some((cells, y) => cells.some(({ rowspan }) => y + rowspan > head));
  return reaches ? 0 : head;
}
