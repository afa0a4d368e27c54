import type { EditorView } from '@tiptap/pm/view';

/**
 * [D34] Where files dropped at this point stand: an image or a file never cuts a text in two, it stands beside the block under the
 * pointer, on the nearer side. An empty paragraph gives its place, as it does at the caret.
 */
export function dropPlace(view: EditorView, { clientX, clientY }: MouseEvent): number {
  const { state } = view;
  const at = view.posAtCoords({ left: clientX, top: clientY })?.pos ?? state.selection.to;
  const $at = state.doc.resolve(at);
  const { image } = state.schema.nodes;
  if (!image || !$at.parent.inlineContent || $at.parent.content.size === 0) return at;
  for (let depth = $at.depth; depth > 0; depth--) {
    const block = view.nodeDOM($at.before(depth));
    const box = block instanceof HTMLElement ? block.getBoundingClientRect() : null;
    const isAfter = !box || clientY >= (box.top + box.bottom) / 2;
    const index = $at.index(depth - 1) + (isAfter ? 1 : 0);
    if ($at.node(depth - 1).canReplaceWith(index, index, image))
      return isAfter ? $at.after(depth) : $at.before(depth);
  }
  return at;
}
