import type { Editor, JSONContent } from '@tiptap/core';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';

/**
 * Puts blocks at this place, or where the caret is, after the block that is selected if one is; an empty paragraph gives them its
 * place. The caret stands under them, to write on.
 */
export function insertBlocks(editor: Editor, blocks: readonly JSONContent[], at: number | null = null): void {
  const { selection } = editor.state;
  const { from, to } = selection;
  const atCaret = selection instanceof NodeSelection && selection.node.isBlock ? to : { from, to };
  editor
    .chain()
    .focus()
    .insertContentAt(at ?? atCaret, [...blocks], { updateSelection: true })
    .command(({ tr, state }) => {
      if (!(tr.selection instanceof NodeSelection)) return true;
      const after = tr.selection.to;
      const paragraph = state.schema.nodes.paragraph?.create();
      if (paragraph && tr.doc.resolve(after).nodeAfter === null) tr.insert(after, paragraph);
      tr.setSelection(TextSelection.near(tr.doc.resolve(after), 1));
      return true;
    })
    .run();
}

/** The node that is selected, when it is one of these. */
export function selectedNode(editor: Editor, ...names: readonly string[]) {
  const { selection } = editor.state;
  if (!(selection instanceof NodeSelection) || !names.includes(selection.node.type.name)) return null;
  return { node: selection.node, at: selection.from };
}

/** Gives the node at this place other attributes, if it is still one of that name, and selects it again. */
export function changeNode(
  editor: Editor,
  at: number,
  name: string,
  attrs: Readonly<Record<string, unknown>>,
): void {
  editor
    .chain()
    .focus()
    .command(({ tr }) => {
      const node = tr.doc.nodeAt(at);
      if (node?.type.name !== name) return false;
      tr.setNodeMarkup(at, null, { ...node.attrs, ...attrs });
      tr.setSelection(NodeSelection.create(tr.doc, at));
      return true;
    })
    .run();
}
