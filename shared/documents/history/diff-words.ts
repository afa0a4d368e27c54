import { entryAt } from '../../kernel/entry-at.ts';
import { attrsKey, type ExactNode, type ExactRun, keyOf } from './exact-node.ts';
import { diffTokens, type TokenChange } from './token-diff.ts';

/** A word, a space, a sign or an object inside a line, with the runs that it is made of. */
interface Token {
  readonly key: string;
  readonly runs: readonly ExactRun[];
  /** An element that stands in the line. */
  readonly element: ExactNode | null;
}

/** A part of a line: unchanged, written, taken away, or the same words under other formatting. */
export type LinePart =
  | { readonly kind: 'same' | 'added' | 'removed'; readonly node: ExactNode }
  | { readonly kind: 'restyled'; readonly node: ExactNode; readonly was: ExactNode };

const WORDS = new Intl.Segmenter('fr', { granularity: 'word' });
/** Long lines are first compared sentence by sentence. */
const endsSentence = (token: string) => /[.!?…;:\n]$/u.test(token);

/** What became of a line: words first, then the formatting of those that stayed. Total. */
export function diffLine(before: readonly ExactNode[], after: readonly ExactNode[]): LinePart[] {
  const [a, b] = [tokensOf(before), tokensOf(after)];
  const keys = (tokens: readonly Token[]) => tokens.map(({ key }) => key);
  const parts: LinePart[] = [];
  let [atA, atB] = [0, 0];
  const kept = (upTo: number) => {
    for (; atA < upTo; atA++, atB++) parts.push(...keptParts(entryAt(a, atA), entryAt(b, atB)));
  };
  for (const { fromA, toA, fromB, toB } of diffTokens(keys(a), keys(b), endsSentence).map(slid(a, b))) {
    kept(fromA);
    parts.push(...a.slice(fromA, toA).flatMap((token) => partsOf(token, 'removed')));
    parts.push(...b.slice(fromB, toB).flatMap((token) => partsOf(token, 'added')));
    [atA, atB] = [toA, toB];
  }
  kept(a.length);
  return joined(parts);
}

/** « trouve[. La suite] . » and « trouve.[ La suite.] » are the same change: it begins after the sign, as it was written. */
const slid =
  (a: readonly Token[], b: readonly Token[]) =>
  ({ fromA, toA, fromB, toB }: TokenChange): TokenChange => {
    const [list, from, to] = fromB === toB ? [a, fromA, toA] : [b, fromB, toB];
    const isOneSided = fromA === toA || fromB === toB;
    const first = list[from]?.key;
    const slides = isOneSided && first !== undefined && endsSentence(first) && first === list[to]?.key;
    const by = slides ? 1 : 0;
    return { fromA: fromA + by, toA: toA + by, fromB: fromB + by, toB: toB + by };
  };

function tokensOf(nodes: readonly ExactNode[]): Token[] {
  return nodes.flatMap((node) =>
    node.kind === 'text' ? textTokens(node.runs) : [{ key: `\0${keyOf(node)}`, runs: [], element: node }],
  );
}

function textTokens(runs: readonly ExactRun[]): Token[] {
  const tokens: Token[] = [];
  let [run, inRun] = [0, 0];
  for (const { segment } of WORDS.segment(runs.map(({ text }) => text).join(''))) {
    const own: ExactRun[] = [];
    for (let left = segment.length; left > 0; ) {
      const current = entryAt(runs, run);
      const text = current.text.slice(inRun, inRun + left);
      if (text !== '') own.push({ ...current, text });
      left -= text.length;
      inRun += text.length;
      if (inRun >= current.text.length) [run, inRun] = [run + 1, 0];
    }
    const embeds = own.filter((part) => 'embed' in part).map((part) => JSON.stringify(part.embed));
    tokens.push({ key: segment + embeds.join(''), runs: own, element: null });
  }
  return tokens;
}

function partsOf({ runs, element }: Token, kind: 'same' | 'added' | 'removed'): LinePart[] {
  if (element) return [{ kind, node: element }];
  return runs.map((run) => ({ kind, node: { kind: 'text', runs: [run] } }));
}

/** The same word: its letters under the same formatting, and those under another. */
function keptParts(a: Token, b: Token): LinePart[] {
  if (b.element) return partsOf(b, 'same');
  const parts: LinePart[] = [];
  let [one, inOne, other, inOther] = [0, 0, 0, 0];
  for (;;) {
    const [runA, runB] = [a.runs[one], b.runs[other]];
    if (!runA || !runB) return parts;
    const length = Math.min(runA.text.length - inOne, runB.text.length - inOther);
    const node = cut(runB, inOther, length);
    parts.push(
      attrsKey(runA.attrs) === attrsKey(runB.attrs)
        ? { kind: 'same', node }
        : { kind: 'restyled', node, was: cut(runA, inOne, length) },
    );
    inOne += length;
    inOther += length;
    if (inOne >= runA.text.length) [one, inOne] = [one + 1, 0];
    if (inOther >= runB.text.length) [other, inOther] = [other + 1, 0];
  }
}

function cut(run: ExactRun, from: number, length: number): ExactNode {
  return { kind: 'text', runs: [{ ...run, text: run.text.slice(from, from + length) }] };
}

/** Neighbours of one kind are one part, a part having one formatting for those that changed it. */
function joined(parts: readonly LinePart[]): LinePart[] {
  const result: LinePart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    const both = last && togetherWith(last, part);
    if (both) result[result.length - 1] = both;
    else result.push(part);
  }
  return result;
}

function togetherWith(one: LinePart, other: LinePart): LinePart | null {
  if (one.kind !== other.kind) return null;
  const node = oneText(one.node, other.node);
  if (!node) return null;
  if (one.kind !== 'restyled' || other.kind !== 'restyled') return { ...one, node };
  const was = oneText(one.was, other.was);
  return was && { ...one, node, was };
}

function oneText(one: ExactNode, other: ExactNode): ExactNode | null {
  if (one.kind !== 'text' || other.kind !== 'text') return null;
  const [last, next] = [one.runs.at(-1), other.runs[0]];
  if (!last || !next) return null;
  const isOneRun =
    last.client === next.client &&
    attrsKey(last.attrs) === attrsKey(next.attrs) &&
    !('embed' in last) &&
    !('embed' in next);
  if (!isOneRun) return { kind: 'text', runs: [...one.runs, ...other.runs] };
  return {
    kind: 'text',
    runs: [...one.runs.slice(0, -1), { ...last, text: last.text + next.text }, ...other.runs.slice(1)],
  };
}
