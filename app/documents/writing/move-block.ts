import type { Editor } from '@tiptap/core';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import { ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { type BlockRange, rangesOf } from './block-range.ts';

export type Direction = 'up' | 'down';

/** Where a moved block stands now: its rank from 1, among how many. */
export interface Moved {
  readonly rank: number;
  readonly count: number;
}

interface Binding {
  readonly doc: Y.Doc;
  readonly type: Y.XmlFragment;
}

/**
 * [D22] Moves the innermost selected block that can go that way past its neighbour: the first item of a list takes its list
 * along. Null when nothing can.
 *
 * Written into the shared text itself, not as a change of the editor's document: its binding would compare the two neighbours
 * and write the words of each into the other, mixed with what somebody else types there at that moment. So the neighbour
 * stays untouched and the block is written anew beside it.
 */
export function moveBlock(
  editor: Editor,
  direction: Direction,
  range = movable(editor, direction),
): Moved | null {
  if (!range) return null;
  const { parent, start, end, from, to } = range;
  const neighbour = direction === 'up' ? parent.maybeChild(start - 1) : parent.maybeChild(end);
  if (!neighbour) return null;
  const { state } = editor;
  const binding: Binding = ySyncPluginKey.getState(state);
  const place = sharedParent(binding, state.doc.resolve(from), range.depth);
  if (!place) return null;
  const { anchor, head } = state.selection;
  const isNode = state.selection instanceof NodeSelection;
  const shift = direction === 'up' ? -neighbour.nodeSize : neighbour.nodeSize;
  yUndoPluginKey.getState(state)?.undoManager.stopCapturing();
  binding.doc.transact(() => {
    const moved = place.slice(start, end).map((child) => (child as Y.XmlElement).clone() as Y.XmlElement);
    place.delete(start, end - start);
    place.insert(direction === 'up' ? start - 1 : start + 1, moved);
  }, ySyncPluginKey);
  yUndoPluginKey.getState(editor.state)?.undoManager.stopCapturing();
  const { tr } = editor.state;
  const isInside = anchor >= from && head <= to;
  const [newAnchor, newHead] = isInside
    ? [anchor + shift, head + shift]
    : [from + shift + 1, from + shift + 1];
  tr.setSelection(
    isNode
      ? NodeSelection.create(tr.doc, Math.min(newAnchor, newHead))
      : TextSelection.between(tr.doc.resolve(newAnchor), tr.doc.resolve(newHead)),
  );
  editor.view.dispatch(tr.setMeta('addToHistory', false).scrollIntoView());
  return { rank: direction === 'up' ? start : start + 2, count: parent.childCount };
}

/** The innermost selected blocks that have a neighbour on that side. */
export function movable(editor: Editor, direction: Direction): BlockRange | null {
  const { selection } = editor.state;
  return (
    rangesOf(selection).find(({ start, end, parent }) =>
      direction === 'up' ? start > 0 : end < parent.childCount,
    ) ?? null
  );
}

/** The shared element of the node at this depth of the place, found by ranks from the root. */
export function sharedParent(
  { type }: Binding,
  place: {
    index: (depth: number) => number;
    node: (depth: number) => { type: { name: string }; childCount: number };
  },
  depth: number,
): Y.XmlFragment | null {
  let shared: Y.XmlFragment = type;
  for (let level = 0; level < depth; level++) {
    const child = shared.get(place.index(level));
    if (!(child instanceof Y.XmlElement) || child.nodeName !== place.node(level + 1).type.name) return null;
    shared = child;
  }
  return shared.length === place.node(depth).childCount ? shared : null;
}
