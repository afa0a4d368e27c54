import type { Editor } from '@tiptap/core';
import {
  ArrowDown,
  ArrowDownToLine,
  ArrowLeft,
  ArrowLeftToLine,
  ArrowRight,
  ArrowRightToLine,
  ArrowUp,
  ArrowUpToLine,
  Captions,
  ChevronsLeftRight,
  ChevronsRightLeft,
  Columns3,
  type LucideIcon,
  PanelLeft,
  PanelTop,
  StretchHorizontal,
  Table,
  TableCellsMerge,
  TableCellsSplit,
  Trash2,
} from 'lucide-react';
import { document as documentWords } from '#shared/documents/document.fr.ts';
import { editor as words } from '#shared/documents/editor/editor.fr.ts';
import type { MenuAction } from '../../ui/late/menu.tsx';
import type { OpenDialog } from '../editor/editor-dialogs.ts';
import { later } from '../editor/later.ts';
import type { Voice } from './block-actions.ts';
import { clearWidths, stepWidth } from './column-width.ts';
import { insertTable } from './container-blocks.ts';
import { type Line, mayMove, moveLine, tablePlace } from './move-in-table.ts';

const names = words.table;

/** How much wider or narrower one step makes a column, in pixels. */
const STEP = 40;

interface Asked {
  readonly editor: Editor;
  readonly voice: Voice;
}

const group = { startsGroup: true };

const change = (
  id: string,
  icon: LucideIcon,
  label: string,
  run: () => unknown,
  more: Partial<MenuAction> = {},
): MenuAction => ({ id, icon, label, onAction: () => later(run), ...more });

/** [D40] What can be done with the row or the column of the caret: the menu of its handle, and a part of the one in the toolbar. */
export function lineActions({ editor, voice }: Asked, line: Line): readonly MenuAction[] {
  const place = tablePlace(editor);
  if (!place) return [];
  const chain = () => editor.chain().focus();
  const move = (id: string, icon: LucideIcon, label: string, to: number) =>
    change(id, icon, label, () => moveAndSay({ editor, voice }, line, to), {
      isDisabled: !mayMove(place, line, to),
    });
  const [added, deleted] = [() => voice.say(names.added[line]), () => voice.say(names.deleted[line])];
  const add = (id: string, icon: LucideIcon, label: string, run: () => boolean, more = {}) =>
    change(id, icon, label, () => run() && added(), more);
  const remove = (id: string, icon: LucideIcon, label: string, run: () => boolean) =>
    change(id, icon, label, () => run() && deleted());
  const { row, column, heads } = place;
  return line === 'row'
    ? [
        add('rowBefore', ArrowUpToLine, names.rowBefore, () => chain().addRowBefore().run(), group),
        add('rowAfter', ArrowDownToLine, names.rowAfter, () => chain().addRowAfter().run()),
        move('rowUp', ArrowUp, names.rowUp, row - 1),
        move('rowDown', ArrowDown, names.rowDown, row + 1),
        change(
          'headerRow',
          PanelTop,
          names.headerRow,
          () => chain().toggleHeaderRow().run(),
          chosen(heads.row),
        ),
        remove('deleteRow', StretchHorizontal, names.deleteRow, () => chain().deleteRow().run()),
      ]
    : [
        add(
          'columnBefore',
          ArrowLeftToLine,
          names.columnBefore,
          () => chain().addColumnBefore().run(),
          group,
        ),
        add('columnAfter', ArrowRightToLine, names.columnAfter, () => chain().addColumnAfter().run()),
        move('columnLeft', ArrowLeft, names.columnLeft, column - 1),
        move('columnRight', ArrowRight, names.columnRight, column + 1),
        change(
          'headerColumn',
          PanelLeft,
          names.headerColumn,
          () => chain().toggleHeaderColumn().run(),
          chosen(heads.column),
        ),
        remove('deleteColumn', Columns3, names.deleteColumn, () => chain().deleteColumn().run()),
      ];
}

const chosen = (heads: number) => (heads > 0 ? { chosen: documentWords.toolbar.on } : {});

/** Moves the line of the caret, and says where it is now. */
export function moveAndSay({ editor, voice }: Asked, line: Line, to: number): void {
  const moved = moveLine(editor, line, to);
  if (moved) voice.say(names.moved[line](moved.rank, moved.count));
}

/** [D26] Tables: insert one, or change the one that the caret is in. */
export function tableActions({ open, ...asked }: Asked & { open: OpenDialog }): readonly MenuAction[] {
  const { editor } = asked;
  if (!editor.isActive('table'))
    return [
      { id: 'insert', label: names.insert, icon: Table, onAction: () => later(() => insertTable(editor)) },
    ];
  const chain = () => editor.chain().focus();
  const can = editor.can();
  return [
    ...lineActions(asked, 'row'),
    ...lineActions(asked, 'column'),
    change('merge', TableCellsMerge, names.merge, () => chain().mergeCells().run(), {
      ...group,
      isDisabled: !can.mergeCells(),
    }),
    change('split', TableCellsSplit, names.split, () => chain().splitCell().run(), {
      isDisabled: !can.splitCell(),
    }),
    change('caption', Captions, names.caption, () => open('caption'), group),
    change('widen', ChevronsLeftRight, names.widen, () => stepWidth(editor, STEP)),
    change('narrow', ChevronsRightLeft, names.narrow, () => stepWidth(editor, -STEP)),
    change('even', Columns3, names.evenWidths, () => clearWidths(editor)),
    change('delete', Trash2, names.delete, () => chain().deleteTable().run(), group),
  ];
}
