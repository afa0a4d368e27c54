import type { Editor } from '@tiptap/core';
import {
  ArrowDownToLine,
  ArrowLeftToLine,
  ArrowRightToLine,
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
import { editor as words } from '#shared/documents/editor/editor.fr.ts';
import type { MenuAction } from '../../ui/late/menu.tsx';
import type { OpenDialog } from '../editor/editor-dialogs.ts';
import { later } from '../editor/later.ts';
import { clearWidths, stepWidth } from './column-width.ts';
import { insertTable } from './container-blocks.ts';

const names = words.table;

/** How much wider or narrower one step makes a column, in pixels. */
const STEP = 40;

/** [D26] Tables: insert one, or change the one that the caret is in. */
export function tableActions(editor: Editor, open: OpenDialog): readonly MenuAction[] {
  if (!editor.isActive('table'))
    return [
      { id: 'insert', label: names.insert, icon: Table, onAction: () => later(() => insertTable(editor)) },
    ];
  const chain = () => editor.chain().focus();
  const can = editor.can();
  const change = (
    id: string,
    icon: LucideIcon,
    label: string,
    run: () => unknown,
    more: Partial<MenuAction> = {},
  ): MenuAction => ({ id, icon, label, onAction: () => later(run), ...more });
  const group = { startsGroup: true };
  return [
    change('rowBefore', ArrowUpToLine, names.rowBefore, () => chain().addRowBefore().run()),
    change('rowAfter', ArrowDownToLine, names.rowAfter, () => chain().addRowAfter().run()),
    change('columnBefore', ArrowLeftToLine, names.columnBefore, () => chain().addColumnBefore().run()),
    change('columnAfter', ArrowRightToLine, names.columnAfter, () => chain().addColumnAfter().run()),
    change('headerRow', PanelTop, names.headerRow, () => chain().toggleHeaderRow().run(), group),
    change('headerColumn', PanelLeft, names.headerColumn, () => chain().toggleHeaderColumn().run()),
    change('merge', TableCellsMerge, names.merge, () => chain().mergeCells().run(), {
      isDisabled: !can.mergeCells(),
    }),
    change('split', TableCellsSplit, names.split, () => chain().splitCell().run(), {
      isDisabled: !can.splitCell(),
    }),
    change('caption', Captions, names.caption, () => open('caption'), group),
    change('widen', ChevronsLeftRight, names.widen, () => stepWidth(editor, STEP)),
    change('narrow', ChevronsRightLeft, names.narrow, () => stepWidth(editor, -STEP)),
    change('even', Columns3, names.evenWidths, () => clearWidths(editor)),
    change('deleteRow', StretchHorizontal, names.deleteRow, () => chain().deleteRow().run(), group),
    change('deleteColumn', Columns3, names.deleteColumn, () => chain().deleteColumn().run()),
    change('delete', Trash2, names.delete, () => chain().deleteTable().run()),
  ];
}
