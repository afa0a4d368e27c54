import { ChangeSet } from '@tiptap/pm/changeset';
import { Schema } from '@tiptap/pm/model';
import { StepMap } from '@tiptap/pm/transform';

/** Two ranges of two lists, one of which stands in place of the other; ends are exclusive. */
export interface TokenChange {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

/** Beyond so many tokens between the first and the last difference the library gives one change for all of it. */
const MOST = 2_500;
/** Each different token becomes one character; surrogates are none. */
const SURROGATES = { from: 0xd800, count: 0x800 };
const MOST_DIFFERENT = 0x10000 - SURROGATES.count;

/** Whatever a document holds, it is compared as text in a schema that knows nothing else: no content can be refused. */
const plain = new Schema({ nodes: { doc: { content: 'text*' }, text: {} } });

/**
 * What differs between two lists of tokens, in order. Differences with hardly anything unchanged between them are one. Long
 * lists are first compared by runs that end where `endsRun` says (sentences), and what is still too long is one change.
 */
export function diffTokens(
  a: readonly string[],
  b: readonly string[],
  endsRun?: (token: string) => boolean,
): TokenChange[] {
  const { start, endA, endB } = differing(a, b);
  if (start === endA && start === endB) return [];
  const [partA, partB] = [a.slice(start, endA), b.slice(start, endB)];
  const isLong = Math.max(partA.length, partB.length) > MOST;
  const changes = isLong && endsRun ? byRuns(partA, partB, endsRun) : compute(partA, partB);
  return changes.map(({ fromA, toA, fromB, toB }) => ({
    fromA: fromA + start,
    toA: toA + start,
    fromB: fromB + start,
    toB: toB + start,
  }));
}

function differing(
  a: readonly string[],
  b: readonly string[],
): { start: number; endA: number; endB: number } {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  return { start, endA, endB };
}

function byRuns(
  a: readonly string[],
  b: readonly string[],
  endsRun: (token: string) => boolean,
): TokenChange[] {
  const [runsA, runsB] = [runsOf(a, endsRun), runsOf(b, endsRun)];
  const startOf = (runs: readonly string[][], end: number) =>
    runs.slice(0, end).reduce((sum, run) => sum + run.length, 0);
  const joined = (run: readonly string[]) => run.join('\0');
  return diffTokens(runsA.map(joined), runsB.map(joined)).flatMap(({ fromA, toA, fromB, toB }) => {
    const [startA, startB] = [startOf(runsA, fromA), startOf(runsB, fromB)];
    return diffTokens(runsA.slice(fromA, toA).flat(), runsB.slice(fromB, toB).flat()).map((change) => ({
      fromA: change.fromA + startA,
      toA: change.toA + startA,
      fromB: change.fromB + startB,
      toB: change.toB + startB,
    }));
  });
}

function runsOf(tokens: readonly string[], endsRun: (token: string) => boolean): string[][] {
  const runs: string[][] = [[]];
  for (const token of tokens) {
    runs.at(-1)?.push(token);
    if (endsRun(token)) runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}

function compute(a: readonly string[], b: readonly string[]): readonly TokenChange[] {
  const codes = new Map<string, number>();
  for (const token of [...a, ...b]) if (!codes.has(token)) codes.set(token, codes.size);
  if (codes.size > MOST_DIFFERENT) return [{ fromA: 0, toA: a.length, fromB: 0, toB: b.length }];
  const charOf = (token: string) => {
    const code = codes.get(token) ?? 0;
    return String.fromCharCode(code < SURROGATES.from ? code : code + SURROGATES.count);
  };
  const docOf = (tokens: readonly string[]) =>
    plain.node('doc', null, tokens.length === 0 ? [] : [plain.text(tokens.map(charOf).join(''))]);
  const replaced = new StepMap([0, a.length, b.length]);
  return ChangeSet.create(docOf(a)).addSteps(docOf(b), [replaced], null).changes;
}
