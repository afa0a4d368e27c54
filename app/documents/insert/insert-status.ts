import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import type { State } from '#shared/documents/attribute/document-attributes.ts';

/** A status at the caret, selected: the bar above it changes it in place. */
export function insertStatus(editor: Editor, _open?: unknown, state: State = 'todo'): void {
  const { status } = editor.schema.nodes;
  if (!status) return;
  editor
    .chain()
    .focus()
    .command(({ tr }) => {
      const at = tr.selection.from;
      tr.replaceSelectionWith(status.create({ state }), false);
      const node = tr.doc.nodeAt(at);
      if (node?.type === status) {
        tr.insertText(' ', at + node.nodeSize);
        tr.setSelection(NodeSelection.create(tr.doc, at));
      }
      return true;
    })
    .run();
}
