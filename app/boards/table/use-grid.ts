import {
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { SortField, TableField } from '#shared/boards/view/layout-address.ts';
import type { TableRow } from '#shared/boards/view/table-rows.ts';

/** One cell: the key of its row, or `HEAD`, and its field. */
export interface CellAt {
  readonly row: string;
  readonly field: SortField;
}
export const HEAD = '';

/** The movements of the pattern « grid » of the ARIA practices, over rows of which only some are drawn. */
export interface Grid {
  /** The one cell that Tab reaches. */
  readonly active: CellAt;
  /** The cell that is being changed. */
  readonly editing: CellAt | null;
  readonly fields: readonly SortField[];
  readonly box: RefObject<HTMLDivElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (cell: CellAt) => void;
  readonly startEdit: (cell: CellAt) => void;
  /** Back from a change to its cell. */
  readonly endEdit: () => void;
  readonly reveal: (cardId: string) => void;
}

const PAGE = 10;

export function useGrid(rows: readonly TableRow[], shown: readonly TableField[]): Grid {
  const fields = useMemo((): SortField[] => ['title', ...shown], [shown]);
  const [chosen, setChosen] = useState<CellAt | null>(null);
  const [editing, setEditing] = useState<CellAt | null>(null);
  const box = useRef<HTMLDivElement>(null);
  /** The cell is to take the focus once it is drawn. */
  const wanted = useRef(false);
  const isInside = useRef(false);
  const indexes = useMemo(() => new Map(rows.map(({ key }, index) => [key, index])), [rows]);

  const field = fields.find((known) => known === chosen?.field) ?? 'title';
  const isThere = chosen && (chosen.row === HEAD || indexes.has(chosen.row));
  const active = useMemo(
    () => ({ row: isThere ? chosen.row : (rows[0]?.key ?? HEAD), field }),
    [isThere, chosen, rows, field],
  );

  // Each time: rows that others move take the focus away without a word when their element is moved.
  useLayoutEffect(() => {
    const cell = box.current?.querySelector<HTMLElement>('[data-active]');
    const isLost = isInside.current && document.activeElement === document.body && !editing;
    if (!cell || !(wanted.current || isLost)) return;
    wanted.current = false;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const go = useCallback((cell: CellAt) => {
    wanted.current = true;
    setChosen(cell);
  }, []);

  const endEdit = useCallback(() => {
    wanted.current = true;
    setEditing(null);
  }, []);

  const onFocus = useCallback((cell: CellAt) => {
    isInside.current = true;
    setChosen((before) => (before?.row === cell.row && before.field === cell.field ? before : cell));
  }, []);

  const startEdit = useCallback((cell: CellAt) => {
    setChosen(cell);
    setEditing(cell);
  }, []);

  const reveal = useCallback(
    (cardId: string) => {
      const row = rows.find((candidate) => candidate.kind === 'card' && candidate.card.id === cardId);
      if (row) setChosen({ row: row.key, field: 'title' });
    },
    [rows],
  );

  function onKeyDown(event: KeyboardEvent) {
    if (editing || event.altKey || event.metaKey || event.shiftKey) return;
    if (!(event.target instanceof Element) || !event.target.closest('[data-active]')) return;
    const row = active.row === HEAD ? -1 : (indexes.get(active.row) ?? 0);
    const column = fields.indexOf(active.field);
    const [last, end] = [rows.length - 1, fields.length - 1];
    const all = event.ctrlKey;
    const to = (
      {
        ArrowUp: [row - 1, column],
        ArrowDown: [row + 1, column],
        ArrowLeft: [row, column - 1],
        ArrowRight: [row, column + 1],
        Home: [all ? 0 : row, 0],
        End: [all ? last : row, end],
        PageUp: [Math.max(0, row - PAGE), column],
        PageDown: [row + PAGE, column],
      } as Partial<Record<string, readonly [number, number]>>
    )[event.key];
    if (!to || (all && !['Home', 'End'].includes(event.key))) return;
    event.preventDefault();
    const [nextRow, nextColumn] = [clamp(to[0], -1, last), clamp(to[1], 0, end)];
    go({ row: rows[nextRow]?.key ?? HEAD, field: fields[nextColumn] ?? 'title' });
  }

  return { active, editing, fields, box, onKeyDown, onFocus, startEdit, endEdit, reveal };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
