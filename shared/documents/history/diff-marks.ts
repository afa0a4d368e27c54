import type { BlockJson } from '../text/document-blocks.ts';
import type { Diff } from './document-diff.ts';
import { blocksOf } from './exact-node.ts';

export type DiffMarkKind = 'added' | 'removed' | 'restyled' | 'reset' | 'movedFrom' | 'movedTo';

/** What is said of a node in a comparison, beside the node. */
export interface DiffMark {
  readonly kind: DiffMarkKind;
  /** The number of the change that it belongs to. */
  readonly n: number;
  /** Its element cannot be wrapped, only marked. */
  readonly isPart: boolean;
}

/** Nodes whose element must stand directly in that of its parent: `<ins>` may not come between. */
const PARTS = new Set([
  'listItem',
  'taskItem',
  'tableRow',
  'tableCell',
  'tableHeader',
  'column',
  'detailsSummary',
  'detailsContent',
]);

/** The blocks of one side of a comparison, or of both in one, with a mark for each node that changed. */
export function markedBlocks(
  diffs: readonly Diff[],
  view: 'both' | 'before' | 'after',
  numbers: ReadonlyMap<Diff, number>,
  marks: Map<BlockJson, DiffMark>,
): BlockJson[] {
  return diffs.flatMap((diff): BlockJson[] => {
    const n = numbers.get(diff) ?? 0;
    switch (diff.kind) {
      case 'same':
        return blocksOf(diff.node);
      case 'changed': {
        const { name, attrs } = view === 'before' ? diff.before : diff.after;
        const content = markedBlocks(diff.children, view, numbers, marks);
        const block: BlockJson = { type: name, attrs, ...(content.length > 0 && { content }) };
        if (numbers.has(diff)) marks.set(block, { kind: 'reset', n, isPart: PARTS.has(name) });
        return [block];
      }
      case 'restyled': {
        const blocks = blocksOf(view === 'before' ? diff.was : diff.node);
        if (numbers.has(diff))
          for (const block of blocks) marks.set(block, { kind: 'restyled', n, isPart: false });
        return blocks;
      }
      default: {
        const isGone = diff.kind === 'removed' || diff.kind === 'movedFrom';
        if (view === (isGone ? 'after' : 'before')) return [];
        const blocks = blocksOf(diff.node);
        for (const block of blocks) mark(block, diff.kind, n, marks);
        return blocks;
      }
    }
  });
}

function mark(block: BlockJson, kind: DiffMarkKind, n: number, marks: Map<BlockJson, DiffMark>): void {
  const isPart = PARTS.has(block.type);
  marks.set(block, { kind, n, isPart });
  if (isPart) for (const child of block.content ?? []) mark(child, kind, n, marks);
}
