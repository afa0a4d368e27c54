import type { BlockJson } from '../text/document-blocks.ts';
import { diffLine } from './diff-words.ts';
import {
  attrsKey,
  type ExactElement,
  type ExactNode,
  type ExactRun,
  type ExactText,
  keyOf,
} from './exact-node.ts';
import { isSameKind, matchNodes } from './match-nodes.ts';

type Nodes = readonly ExactNode[];

/** What a format says of some blocks that follow one another: as many, more, fewer, or nothing. */
export interface SaidBlocks {
  /** How many blocks of the document these are. */
  readonly own: number;
  readonly blocks: readonly BlockJson[];
}

/** Some nodes, and what was said of them. */
export interface SaidNodes {
  readonly own: Nodes;
  readonly said: Nodes;
}

/** Whatever the likeness: one that was changed keeps what the format does not say of it. */
const MATCHING = { canPair: isSameKind, least: 0 };

/** [WC2] `wanted`, with what nodes have and what was said of them does not tell. */
export function carryUnsaid(groups: readonly SaidNodes[], wanted: Nodes): ExactNode[] {
  const places = groups.flatMap(({ said }, index) => said.map(() => index));
  const all = groups.flatMap(({ said }) => said);
  const matches = matchNodes(all, wanted, MATCHING);
  const sameIn = new Map<number, number>();
  for (const match of matches) {
    const index = match.kind === 'same' ? (places[match.before] ?? -1) : -1;
    sameIn.set(index, (sameIn.get(index) ?? 0) + 1);
  }
  const result: ExactNode[] = [];
  let [next, isKept] = [0, true];
  /** Those before `until` of which nothing was said stay beside one that stays. */
  const unsaid = (until: number, isNextKept: boolean) => {
    for (const group of groups.slice(next, until))
      if (group.said.length === 0 && (isKept || isNextKept)) result.push(...group.own);
    next = Math.max(next, until);
  };
  for (const match of matches) {
    const becomes = 'after' in match ? wanted.slice(match.after, match.after + 1) : [];
    const index = 'before' in match ? (places[match.before] ?? -1) : -1;
    const group = groups[index];
    if (!group) {
      result.push(...becomes);
      continue;
    }
    const isFirst = index >= next;
    const stays = match.kind !== 'removed';
    unsaid(index, stays);
    next = Math.max(next, index + 1);
    isKept = stays;
    // All that was said of it is there: it comes back as it was, with the first.
    if (sameIn.get(index) !== group.said.length) result.push(...becomes.map((node) => changed(group, node)));
    else if (isFirst) result.push(...group.own);
  }
  unsaid(groups.length, false);
  return result;
}

function changed({ own, said }: SaidNodes, wanted: ExactNode): ExactNode {
  const [[one, ...more], [other, ...others]] = [own, said];
  return one && other && more.length + others.length === 0 ? merged(one, other, wanted) : wanted;
}

/** One node, as it is to be. Where what was said of it is of another form, the format has the last word. */
function merged(own: ExactNode, said: ExactNode, wanted: ExactNode): ExactNode {
  if (keyOf(said) === keyOf(wanted)) return own;
  if (own.kind === 'text' && said.kind === 'text' && wanted.kind === 'text')
    return wordsOf(own) === wordsOf(said) ? mergedText(own, said, wanted) : wanted;
  if (own.kind !== 'element' || said.kind !== 'element' || wanted.kind !== 'element') return wanted;
  if (own.name !== wanted.name || own.name !== said.name) return wanted;
  const isAlike =
    own.children.length === said.children.length &&
    own.children.every((child, index) =>
      said.children.slice(index, index + 1).every((one) => isSameKind(child, one)),
    );
  const children = isAlike
    ? carryUnsaid(
        own.children.map((child, index) => ({ own: [child], said: said.children.slice(index, index + 1) })),
        wanted.children,
      )
    : wanted.children;
  return { ...wanted, attrs: mergedAttrs(own, said, wanted), children };
}

function mergedAttrs(own: ExactElement, said: ExactElement, wanted: ExactElement): ExactElement['attrs'] {
  const names = new Set([...Object.keys(own.attrs), ...Object.keys(wanted.attrs)]);
  const attrs = [...names].flatMap((name): [string, unknown][] => {
    const isLeft = attrsKey({ value: said.attrs[name] }) === attrsKey({ value: wanted.attrs[name] });
    const value = (isLeft ? own : wanted).attrs[name];
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(attrs);
}

const wordsOf = ({ runs }: ExactText) => runs.map(({ text }) => text).join('');

/** Words that were left have the formatting that they had. */
function mergedText(own: ExactText, said: ExactText, wanted: ExactText): ExactText {
  let at = 0;
  const runs = diffLine([said], [wanted]).flatMap(({ kind, node }): readonly ExactRun[] => {
    if (node.kind !== 'text') return [];
    const from = at;
    if (kind !== 'added') at += wordsOf(node).length;
    if (kind === 'removed') return [];
    return kind === 'same' ? cut(own.runs, from, at) : node.runs;
  });
  return { kind: 'text', runs };
}

function cut(runs: readonly ExactRun[], from: number, to: number): ExactRun[] {
  let start = 0;
  return runs.flatMap((run) => {
    const own = start;
    start += run.text.length;
    const text = run.text.slice(Math.max(0, from - own), Math.max(0, to - own));
    return text === '' ? [] : [{ ...run, text }];
  });
}
