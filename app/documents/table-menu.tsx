import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { Table } from 'lucide-react';
import { document as documentWords } from '#shared/messages/fr/document.ts';
import { MenuButton } from '../ui/menu.tsx';
import { later } from './later.ts';

const words = documentWords.toolbar;

/** Tables: insert one, or change the one that the caret is in. */
export function TableMenu({ editor }: { editor: Editor }) {
  const isInside = useEditorState({ editor, selector: () => editor.isActive('table') });
  const change = (id: string, label: string, run: () => void, startsGroup = false) => ({
    id,
    label,
    startsGroup,
    onAction: () => later(run),
  });
  const chain = () => editor.chain().focus();
  const actions = isInside
    ? [
        change('rowBefore', words.addRowBefore, () => chain().addRowBefore().run()),
        change('rowAfter', words.addRowAfter, () => chain().addRowAfter().run()),
        change('columnBefore', words.addColumnBefore, () => chain().addColumnBefore().run()),
        change('columnAfter', words.addColumnAfter, () => chain().addColumnAfter().run()),
        change('header', words.toggleHeaderRow, () => chain().toggleHeaderRow().run(), true),
        change('merge', words.mergeOrSplit, () => chain().mergeOrSplit().run()),
        change('deleteRow', words.deleteRow, () => chain().deleteRow().run(), true),
        change('deleteColumn', words.deleteColumn, () => chain().deleteColumn().run()),
        change('delete', words.deleteTable, () => chain().deleteTable().run()),
      ]
    : [
        change('insert', words.insertTable, () =>
          chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
        ),
      ];
  return (
    <span className="tip" data-tip={words.table}>
      <MenuButton className="btn sm" label={words.table} actions={actions}>
        <Table className="icon" aria-hidden="true" />
      </MenuButton>
    </span>
  );
}
