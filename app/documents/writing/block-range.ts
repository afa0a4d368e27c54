import type { Editor } from '@tiptap/core';
import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { type EditorState, NodeSelection, type Selection } from '@tiptap/pm/state';

/** One or several neighbours inside one parent. */
export interface BlockRange {
  readonly parent: Node;
  /** Depth of the parent: 0 for the document itself. */
  readonly depth: number;
  /** Ranks of the first, and of the one after the last. */
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** Whose children are blocks that can change places. */
const HOLDERS = new Set([
  'doc',
  'blockquote',
  'bulletList',
  'callout',
  'column',
  'detailsContent',
  'orderedList',
  'taskList',
]);

/**
 * The blocks that a selection means, the innermost first: the list item, then its list, then the callout around it… What stands
 * inside a table means the table.
 */
export function rangesOf(selection: Selection): readonly BlockRange[] {
  const { $from, $to } = selection;
  const table = tableDepth($from);
  const deepest = Math.min(
    $from.sharedDepth($to.pos),
    selection instanceof NodeSelection ? $from.depth : $from.depth - 1,
    table === null ? $from.depth : table - 1,
  );
  const ranges: BlockRange[] = [];
  for (let depth = deepest; depth >= 0; depth--) {
    const parent = $from.node(depth);
    if (!HOLDERS.has(parent.type.name)) continue;
    const [start, end] = [$from.index(depth), $to.indexAfter(depth)];
    if (end > start)
      ranges.push({
        parent,
        depth,
        start,
        end,
        from: $from.posAtIndex(start, depth),
        to: $from.posAtIndex(end, depth),
      });
  }
  return ranges;
}

/** The innermost block of the selection. */
export function blockOf(state: EditorState): BlockRange | null {
  return rangesOf(state.selection)[0] ?? null;
}

/** The block that begins here, as a range of one. */
export function rangeAt(state: EditorState, at: number): BlockRange | null {
  const node = state.doc.nodeAt(at);
  if (!node) return null;
  const $at = state.doc.resolve(at);
  const start = $at.index();
  return { parent: $at.parent, depth: $at.depth, start, end: start + 1, from: at, to: at + node.nodeSize };
}

function tableDepth($from: ResolvedPos): number | null {
  for (let depth = 1; depth <= $from.depth; depth++)
    if ($from.node(depth).type.name === 'table') return depth;
  return null;
}

/** The blocks of the document itself in which this range stands: ranks of the first, and of the one after the last. */
export function topBlocks({ state }: Editor, { depth, start, end, from }: BlockRange): [number, number] {
  if (depth === 0) return [start, end];
  const top = state.doc.resolve(from).index(0);
  return [top, top + 1];
}
