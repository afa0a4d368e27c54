import { entryAt } from '../../kernel/entry-at.ts';
import { diffLine, type LinePart } from './diff-words.ts';
import { attrsKey, type ExactElement, type ExactNode, keyOf } from './exact-node.ts';
import { matchNodes } from './match-nodes.ts';

/** What became of a part of a document between two of its states. */
export type Diff =
  | LinePart
  /** The same block elsewhere: where it was, or where it is. */
  | { readonly kind: 'movedFrom' | 'movedTo'; readonly node: ExactNode }
  | {
      readonly kind: 'changed';
      readonly before: ExactElement;
      readonly after: ExactElement;
      /** It is another kind of block, or has other attributes. */
      readonly isReset: boolean;
      readonly children: readonly Diff[];
    };

/** A top-level block with its places in the two states; null where it is not. */
export interface BlockDiff {
  readonly diff: Diff;
  readonly before: number | null;
  readonly after: number | null;
}

/** How alike two blocks must be to be read as one that was edited. */
const LEAST_ALIKE = 0.35;
/** Blocks that hold a line: one becomes another by a change of style. */
const LINES = new Set(['paragraph', 'heading', 'codeBlock', 'detailsSummary']);

/**
 * What differs between two states of a document, block by block, then inside blocks, then word by word. Nothing has to be known
 * of what is compared: `sideOf` gives back either state whatever it holds. Total.
 */
export function diffDocuments(before: readonly ExactNode[], after: readonly ExactNode[]): BlockDiff[] {
  const matched = matchNodes(before, after, { canPair, least: LEAST_ALIKE });
  const blocks = matched.map((match): BlockDiff => {
    const places = {
      before: 'before' in match ? match.before : null,
      after: 'after' in match ? match.after : null,
    };
    return { ...places, diff: diffOf(match, before, after) };
  });
  return withMoves(blocks);
}

/** One of the two states, from what differs. */
export function sideOf(diffs: readonly Diff[], side: 'before' | 'after'): ExactNode[] {
  return diffs.flatMap((diff) => partOf(diff, side));
}

function partOf(diff: Diff, side: 'before' | 'after'): ExactNode[] {
  const isBefore = side === 'before';
  switch (diff.kind) {
    case 'same':
      return [diff.node];
    case 'added':
    case 'movedTo':
      return isBefore ? [] : [diff.node];
    case 'removed':
    case 'movedFrom':
      return isBefore ? [diff.node] : [];
    case 'restyled':
      return [isBefore ? diff.was : diff.node];
    case 'changed':
      return [{ ...diff[side], children: sideOf(diff.children, side) }];
  }
}

function diffOf(
  match: ReturnType<typeof matchNodes>[number],
  before: readonly ExactNode[],
  after: readonly ExactNode[],
): Diff {
  if (match.kind === 'removed') return { kind: 'removed', node: entryAt(before, match.before) };
  const node = entryAt(after, match.after);
  if (match.kind === 'added') return { kind: 'added', node };
  if (match.kind === 'same') return { kind: 'same', node };
  return diffPair(before[match.before] as ExactElement, node as ExactElement);
}

/** Only elements are paired: what text there is beside them is compared as a line. */
function diffPair(before: ExactElement, after: ExactElement): Diff {
  const isReset = before.name !== after.name || attrsKey(before.attrs) !== attrsKey(after.attrs);
  return { kind: 'changed', before, after, isReset, children: diffChildren(before, after) };
}

function diffChildren(before: ExactElement, after: ExactElement): Diff[] {
  if (holdsLine(before) || holdsLine(after)) return diffLine(before.children, after.children);
  return matchNodes(before.children, after.children, { canPair, least: 0 }).map((match) =>
    diffOf(match, before.children, after.children),
  );
}

function holdsLine({ name, children }: ExactElement): boolean {
  return LINES.has(name) || children.some(({ kind }) => kind === 'text');
}

/** A block without children is a whole of its attributes: an image was exchanged, it was not edited. */
function canPair(before: ExactNode, after: ExactNode): boolean {
  if (before.kind === 'text' || after.kind === 'text') return false;
  const isLeaf = before.children.length === 0 && after.children.length === 0;
  if (before.name === after.name) return !isLeaf || LINES.has(before.name) || attrsKey(before.attrs) === '';
  return LINES.has(before.name) && LINES.has(after.name);
}

/** What was taken away here and stands unchanged there was moved. */
function withMoves(blocks: readonly BlockDiff[]): BlockDiff[] {
  const added = new Map<string, number>();
  for (const { diff } of blocks)
    if (diff.kind === 'added' && saysSomething(diff.node))
      added.set(keyOf(diff.node), (added.get(keyOf(diff.node)) ?? 0) + 1);
  const moved = new Map<string, number>();
  const from = blocks.map((block): BlockDiff => {
    if (block.diff.kind !== 'removed') return block;
    const key = keyOf(block.diff.node);
    const left = added.get(key) ?? 0;
    if (left === 0) return block;
    added.set(key, left - 1);
    moved.set(key, (moved.get(key) ?? 0) + 1);
    return { ...block, diff: { kind: 'movedFrom', node: block.diff.node } };
  });
  return from.map((block): BlockDiff => {
    if (block.diff.kind !== 'added') return block;
    const key = keyOf(block.diff.node);
    const left = moved.get(key) ?? 0;
    if (left === 0) return block;
    moved.set(key, left - 1);
    return { ...block, diff: { kind: 'movedTo', node: block.diff.node } };
  });
}

function saysSomething(node: ExactNode): boolean {
  return node.kind === 'text' ? node.runs.length > 0 : node.children.some(saysSomething);
}
