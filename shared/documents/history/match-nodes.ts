import { entryAt } from '../../kernel/entry-at.ts';
import { type ExactNode, keyOf } from './exact-node.ts';
import { diffTokens } from './token-diff.ts';

/** What became of the nodes of one list in another, in reading order; numbers are places in the lists. */
export type Match =
  | { readonly kind: 'same' | 'changed'; readonly before: number; readonly after: number }
  | { readonly kind: 'removed'; readonly before: number }
  | { readonly kind: 'added'; readonly after: number };

export interface Matching {
  /** Whether the first could have become the second by being edited. */
  readonly canPair: (before: ExactNode, after: ExactNode) => boolean;
  /** How alike they must be for that, from 0 to 1, by the words they share. */
  readonly least: number;
}

/** Whether the first could have become the second by being edited. */
export function isSameKind(before: ExactNode, after: ExactNode): boolean {
  if (before.kind === 'text' || after.kind === 'text') return before.kind === after.kind;
  return before.name === after.name;
}

/** Between two unchanged nodes, as many pairs as may be compared one by one. */
const MOST_PAIRS = 40_000;

/**
 * Follows nodes from one list to another: unchanged ones first, then, between them and in their order, those that share most of
 * their words. Total.
 */
export function matchNodes(
  before: readonly ExactNode[],
  after: readonly ExactNode[],
  matching: Matching,
): Match[] {
  const matches: Match[] = [];
  let [a, b] = [0, 0];
  const same = (upTo: number) => {
    for (; a < upTo; a++, b++) matches.push({ kind: 'same', before: a, after: b });
  };
  for (const { fromA, toA, toB } of diffTokens(before.map(keyOf), after.map(keyOf))) {
    same(fromA);
    matches.push(...matchGap(before.slice(a, toA), after.slice(b, toB), matching).map(shifted(a, b)));
    [a, b] = [toA, toB];
  }
  same(before.length);
  return matches;
}

const shifted =
  (a: number, b: number) =>
  (match: Match): Match => ({
    ...match,
    ...('before' in match && { before: match.before + a }),
    ...('after' in match && { after: match.after + b }),
  });

function matchGap(before: readonly ExactNode[], after: readonly ExactNode[], matching: Matching): Match[] {
  const pairs =
    before.length * after.length > MOST_PAIRS
      ? pairInOrder(before, after, matching)
      : pairBest(before, after, matching);
  const matches: Match[] = [];
  let [a, b] = [0, 0];
  const gap = (toA: number, toB: number) => {
    for (; a < toA; a++) matches.push({ kind: 'removed', before: a });
    for (; b < toB; b++) matches.push({ kind: 'added', after: b });
  };
  for (const [one, other] of pairs) {
    gap(one, other);
    const isSame = keyOf(entryAt(before, one)) === keyOf(entryAt(after, other));
    matches.push({ kind: isSame ? 'same' : 'changed', before: a++, after: b++ });
  }
  gap(before.length, after.length);
  return matches;
}

type Pair = readonly [before: number, after: number];

/** The pairs, in order, that are together most alike. */
function pairBest(before: readonly ExactNode[], after: readonly ExactNode[], matching: Matching): Pair[] {
  const [bagsA, bagsB] = [before.map(bagOf), after.map(bagOf)];
  const width = after.length + 1;
  const scores = new Float64Array((before.length + 1) * width);
  const worth = new Float64Array(before.length * after.length);
  for (let a = before.length - 1; a >= 0; a--) {
    for (let b = after.length - 1; b >= 0; b--) {
      const own = worthOf(entryAt(before, a), entryAt(after, b), matching, () =>
        likeness(entryAt(bagsA, a), entryAt(bagsB, b)),
      );
      worth[a * after.length + b] = own;
      scores[a * width + b] = Math.max(
        scores[(a + 1) * width + b] ?? 0,
        scores[a * width + b + 1] ?? 0,
        own > 0 ? own + (scores[(a + 1) * width + b + 1] ?? 0) : 0,
      );
    }
  }
  const pairs: Pair[] = [];
  for (let a = 0, b = 0; a < before.length && b < after.length; ) {
    const own = worth[a * after.length + b] ?? 0;
    const best = scores[a * width + b] ?? 0;
    if (own > 0 && best === own + (scores[(a + 1) * width + b + 1] ?? 0)) pairs.push([a++, b++]);
    else if (best === (scores[(a + 1) * width + b] ?? 0)) a++;
    else b++;
  }
  return pairs;
}

/** For runs too long to be compared one by one: each with the next that it could have become. */
function pairInOrder(before: readonly ExactNode[], after: readonly ExactNode[], matching: Matching): Pair[] {
  const pairs: Pair[] = [];
  for (let a = 0; a < Math.min(before.length, after.length); a++) {
    const [one, other] = [entryAt(before, a), entryAt(after, a)];
    if (worthOf(one, other, matching, () => likeness(bagOf(one), bagOf(other))) > 0) pairs.push([a, a]);
  }
  return pairs;
}

/** Unchanged is worth more than any likeness; that two could be paired at all, a little. */
function worthOf(
  before: ExactNode,
  after: ExactNode,
  { canPair, least }: Matching,
  like: () => number,
): number {
  if (keyOf(before) === keyOf(after)) return 2;
  if (!canPair(before, after)) return 0;
  const likeness = like();
  return likeness >= least ? likeness + 0.01 : 0;
}

type Bag = ReadonlyMap<string, number>;

function bagOf(node: ExactNode): Bag {
  const bag = new Map<string, number>();
  for (const word of wordsIn(node)) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

function wordsIn(node: ExactNode): string[] {
  if (node.kind === 'element') return node.children.flatMap(wordsIn);
  return (
    node.runs
      .map(({ text }) => text)
      .join('')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Twice the words that two share over all their words (Dice); two that say nothing are alike. */
function likeness(a: Bag, b: Bag): number {
  let [shared, all] = [0, 0];
  for (const [word, count] of a) {
    shared += Math.min(count, b.get(word) ?? 0);
    all += count;
  }
  for (const count of b.values()) all += count;
  return all === 0 ? 1 : (2 * shared) / all;
}
