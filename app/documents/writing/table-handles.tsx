import type { Editor } from '@tiptap/core';
import { addColumn, addRow, selectedRect } from '@tiptap/pm/tables';
import { GripHorizontal, GripVertical, Plus } from 'lucide-react';
import { type PointerEvent, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { editor as words } from '#shared/documents/editor/editor.fr.ts';
import { MenuButton } from '../../ui/late/menu-button.tsx';
import { isSuggesting } from '../editor/suggestion-mode.ts';
import type { Voice } from './block-actions.ts';
import { type Line, type TablePlace, tablePlace } from './move-in-table.ts';
import { lineActions, moveAndSay } from './table-actions.ts';

const names = words.table;
/** How far the pointer goes before a handle is dragged, in pixels. */
const DRAGGED = 6;

interface Shown extends TablePlace {
  /** The table and the cell of the caret, in pixels from where the editor begins. */
  readonly table: DOMRect;
  readonly cell: DOMRect;
}

/**
 * [D40] Around the table of the caret: a handle for its row and one for its column, which are dragged or open their menu, and what adds a
 * row or a column at the end. By keyboard Ctrl+F9 goes to them and Escape comes back; the toolbar has the same menu.
 */
export function TableHandles({ editor, voice }: { editor: Editor; voice: Voice }) {
  const shown = useShown(editor);
  const box = editor.view.dom.parentElement;
  if (!shown || !box) return null;
  const { table, cell, row, rows, column, columns } = shown;
  const asked = { editor, voice };
  const add = (line: Line) => {
    const { state, view } = editor;
    const rect = selectedRect(state);
    view.dispatch(
      line === 'row' ? addRow(state.tr, rect, rect.map.height) : addColumn(state.tr, rect, rect.map.width),
    );
    editor.commands.focus(null, { scrollIntoView: false });
    voice.say(names.added[line]);
  };
  return createPortal(
    // biome-ignore lint/a11y/useSemanticElements: tools of a table are no form, which all a <fieldset> is for.
    <div
      className="table-handles"
      role="group"
      aria-label={words.blockNames.table}
      onKeyDown={({ key }) => key === 'Escape' && editor.commands.focus(null, { scrollIntoView: false })}
    >
      <span
        style={{ top: cell.top + cell.height / 2, left: table.left }}
        onPointerDown={(event) => drag(event, asked, 'row')}
      >
        <MenuButton className="btn" label={names.rowOf(row + 1, rows)} actions={lineActions(asked, 'row')}>
          <GripVertical className="icon" aria-hidden="true" />
        </MenuButton>
      </span>
      <span
        style={{ top: table.top, left: cell.left + cell.width / 2 }}
        onPointerDown={(event) => drag(event, asked, 'column')}
      >
        <MenuButton
          className="btn"
          label={names.columnOf(column + 1, columns)}
          actions={lineActions(asked, 'column')}
        >
          <GripHorizontal className="icon" aria-hidden="true" />
        </MenuButton>
      </span>
      <Add
        label={names.addRow}
        style={{ top: table.bottom + 2, left: table.left, width: table.width, height: 18 }}
        onPress={() => add('row')}
      />
      <Add
        label={names.addColumn}
        style={{ top: table.top, left: table.right + 2, width: 18, height: table.height }}
        onPress={() => add('column')}
      />
    </div>,
    box,
  );
}

function Add({
  label,
  style,
  onPress,
}: {
  label: string;
  style: Readonly<Record<string, number>>;
  onPress: () => void;
}) {
  return (
    <button
      className="btn add"
      type="button"
      aria-label={label}
      title={label}
      style={style}
      onClick={onPress}
    >
      <Plus className="icon" aria-hidden="true" />
    </button>
  );
}

/** The table of the caret as it is drawn now; null outside of one, and where form cannot be changed. */
function useShown(editor: Editor): Shown | null {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    const { dom } = editor.view;
    let frame = 0;
    const look = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setShown(editor.isDestroyed ? null : measured(editor)));
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F9' || !(event.ctrlKey || event.metaKey) || !editor.state.selection.empty) return;
      const handle = dom.parentElement?.querySelector<HTMLElement>('.table-handles button');
      if (!handle) return;
      event.preventDefault();
      handle.focus();
    };
    const sizes = new ResizeObserver(look);
    sizes.observe(dom);
    editor.on('transaction', look);
    dom.addEventListener('scroll', look, { capture: true, passive: true });
    dom.addEventListener('keydown', onKey);
    return () => {
      cancelAnimationFrame(frame);
      sizes.disconnect();
      editor.off('transaction', look);
      dom.removeEventListener('scroll', look, { capture: true });
      dom.removeEventListener('keydown', onKey);
    };
  }, [editor]);
  return shown;
}

function measured(editor: Editor): Shown | null {
  const place = tablePlace(editor);
  if (!place || isSuggesting(editor)) return null;
  const { map, tableStart } = selectedRect(editor.state);
  const cell = editor.view.nodeDOM(tableStart + (map.map[place.row * map.width + place.column] ?? 0));
  const box = editor.view.dom.parentElement?.getBoundingClientRect();
  const table = cell instanceof HTMLElement ? cell.closest('table') : null;
  if (!(cell instanceof HTMLElement) || !table || !box) return null;
  // A wide table scrolls in a box of its own: its handles stay in sight.
  const seen = table.parentElement?.getBoundingClientRect() ?? box;
  const within = ({ left, top, right, bottom }: DOMRect) => {
    const [from, to] = [Math.max(left, seen.left), Math.min(right, seen.right)];
    return new DOMRect(from - box.left, top - box.top, Math.max(0, to - from), bottom - top);
  };
  // The caption above it is no row.
  const rows = table.tBodies[0]?.getBoundingClientRect() ?? table.getBoundingClientRect();
  return { ...place, table: within(rows), cell: within(cell.getBoundingClientRect()) };
}

/** Carries the line of the caret to where the pointer lets it go; pressed without moving, a handle opens its menu. */
function drag(
  { clientX, clientY, button, currentTarget }: PointerEvent<HTMLElement>,
  asked: { editor: Editor; voice: Voice },
  line: Line,
): void {
  const { editor } = asked;
  const place = tablePlace(editor);
  if (button !== 0 || !place) return;
  const { map, tableStart } = selectedRect(editor.state);
  const ranks = Array.from({ length: line === 'row' ? map.height : map.width }, (_, rank) => {
    const cell = editor.view.nodeDOM(tableStart + (map.map[line === 'row' ? rank * map.width : rank] ?? 0));
    const box = cell instanceof HTMLElement ? cell.getBoundingClientRect() : new DOMRect();
    return line === 'row' ? box.bottom : box.right;
  });
  const listening = new AbortController();
  const { signal } = listening;
  const at = (event: MouseEvent) => (line === 'row' ? event.clientY : event.clientX);
  const begun = line === 'row' ? clientY : clientX;
  document.addEventListener(
    'pointermove',
    (event) => {
      if (Math.abs(at(event) - begun) < DRAGGED) return;
      currentTarget.dataset.dragged = '';
      currentTarget.style.translate =
        line === 'row'
          ? `-50% calc(-50% + ${at(event) - begun}px)`
          : `calc(-50% + ${at(event) - begun}px) -50%`;
    },
    { signal },
  );
  const end = (event: MouseEvent | null) => {
    listening.abort();
    currentTarget.style.translate = '';
    const isDragged = 'dragged' in currentTarget.dataset;
    delete currentTarget.dataset.dragged;
    if (!isDragged || !event) return;
    // The press that ends it opens no menu.
    document.addEventListener('click', (click) => click.stopPropagation(), { capture: true, once: true });
    const found = ranks.findIndex((edge) => at(event) < edge);
    moveAndSay(asked, line, found < 0 ? ranks.length - 1 : found);
  };
  document.addEventListener('pointerup', end, { signal });
  document.addEventListener('pointercancel', () => end(null), { signal });
}
