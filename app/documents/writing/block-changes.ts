import type { Editor } from '@tiptap/core';
import { Fragment, type Node } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
  yUndoPluginKey,
} from '@tiptap/y-tiptap';
import type { BlockRange } from './block-range.ts';

/** Writes the blocks once more under themselves, and goes there. */
export function duplicateBlock(editor: Editor, { parent, start, end, to }: BlockRange): void {
  const copies = parent.children.slice(start, end).map(anew);
  const { tr } = editor.state;
  tr.insert(to, Fragment.from(copies)).setSelection(TextSelection.near(tr.doc.resolve(to + 1)));
  stepApart(editor);
  editor.view.dispatch(tr.scrollIntoView());
  editor.commands.focus();
}

/** Takes the blocks away. Gives back what brings them back where they were, whatever was written since. */
export function deleteBlock(editor: Editor, range: BlockRange): () => void {
  const { parent, start, end, from, to } = range;
  const removed = parent.children.slice(start, end);
  stepApart(editor);
  const { tr, schema } = editor.state;
  const paragraph = schema.nodes.paragraph?.create();
  // A place that must hold something keeps an empty line.
  if (end - start === parent.childCount && paragraph && parent.canReplaceWith(start, end, paragraph.type))
    tr.replaceWith(from, to, paragraph);
  else tr.delete(from, to);
  tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(from + 1, tr.doc.content.size)), 1));
  editor.view.dispatch(tr.scrollIntoView());
  editor.commands.focus();
  const { type, binding } = ySyncPluginKey.getState(editor.state);
  const place = absolutePositionToRelativePosition(from, type, binding.mapping);
  const step = undoStack(editor).at(-1);
  stepApart(editor);
  return () => {
    const stack = undoStack(editor);
    if (stack.at(-1) === step) editor.chain().focus().undo().run();
    // Undone by keys since.
    else if (step && stack.includes(step)) bringBack(editor, removed, place, from);
  };
}

function bringBack(editor: Editor, removed: readonly Node[], place: unknown, before: number): void {
  const { state } = editor;
  const { type, doc, binding } = ySyncPluginKey.getState(state);
  const found: number | null = relativePositionToAbsolutePosition(doc, type, place, binding.mapping);
  const at = Math.min(found ?? before, state.doc.content.size);
  const $at = state.doc.resolve(at);
  const outside = $at.depth > 0 && !$at.parent.inlineContent ? at : $at.depth === 0 ? at : $at.after(1);
  editor.view.dispatch(state.tr.insert(outside, Fragment.from(removed.map(anew))).scrollIntoView());
  editor.commands.focus();
}

/**
 * The same content as another node. The binding of the shared text knows its elements by their nodes: of two neighbours that are
 * one and the same it writes the second anew at each transaction, which moves the caret, which is a transaction…
 */
function anew(node: Node): Node {
  return node.type.schema.nodeFromJSON(node.toJSON());
}

/** What comes now is undone apart from what was typed just before. */
function stepApart(editor: Editor): void {
  yUndoPluginKey.getState(editor.state)?.undoManager.stopCapturing();
}

function undoStack(editor: Editor): readonly object[] {
  return yUndoPluginKey.getState(editor.state)?.undoManager.undoStack ?? [];
}
