import type * as Y from 'yjs';
import { type ExactNode, readExact } from './exact-node.ts';

/** How many characters of something stand under which Yjs clientID. */
export type Characters = ReadonlyMap<number, number>;

/**
 * [V6] Who wrote what a document says now: for each top-level block the characters by clientID. Whose clientID it is, only the
 * server's register says. A block without text counts as one character of whoever put it there. Total, read-only.
 */
export function readAuthors(doc: Y.Doc): Characters[] {
  return readExact(doc).map((block) => {
    const characters = new Map(charactersOf(block));
    if (characters.size === 0 && block.kind === 'element') characters.set(block.client, 1);
    return characters;
  });
}

/** The characters of one block by clientID; what it quotes of another text was written there. */
export function charactersOf(block: ExactNode): Characters {
  const characters = new Map<number, number>();
  count(block, characters);
  return characters;
}

function count(node: ExactNode, characters: Map<number, number>): void {
  if (node.kind === 'element') {
    if (node.name === 'excerpt') return;
    for (const child of node.children) count(child, characters);
    return;
  }
  for (const { text, client } of node.runs) {
    const letters = text.trim().length;
    if (letters > 0) characters.set(client, (characters.get(client) ?? 0) + letters);
  }
}

/** What several blocks come to together. */
export function sumOf(blocks: readonly Characters[]): Characters {
  const sum = new Map<number, number>();
  for (const block of blocks)
    for (const [client, count] of block) sum.set(client, (sum.get(client) ?? 0) + count);
  return sum;
}

/** Part of somebody in something, in whole per cent; the parts of all come to a hundred. */
export interface Share<K> {
  readonly who: K;
  readonly percent: number;
}

/**
 * The parts of those who wrote, the largest first, in whole per cent that come to a hundred (largest remainders); whoever wrote
 * less than half of a hundredth has 0 and is still named. Ties are in the order of `whoOf`.
 */
export function sharesOf<K>(characters: Characters, whoOf: (client: number) => K): Share<K>[] {
  const sums = new Map<K, number>();
  for (const [client, count] of characters) {
    const who = whoOf(client);
    sums.set(who, (sums.get(who) ?? 0) + count);
  }
  const all = [...sums.values()].reduce((sum, count) => sum + count, 0);
  const exact = [...sums].map(([who, count]) => ({ who, part: (100 * count) / all }));
  const missing = 100 - exact.reduce((sum, { part }) => sum + Math.floor(part), 0);
  const byRemainder = exact.toSorted((a, b) => (b.part % 1) - (a.part % 1));
  const raised = new Set(byRemainder.slice(0, all === 0 ? 0 : missing));
  return exact
    .map((one) => ({
      who: one.who,
      percent: Math.floor(one.part) + (raised.has(one) ? 1 : 0),
      part: one.part,
    }))
    .sort((a, b) => b.part - a.part)
    .map(({ who, percent }) => ({ who, percent }));
}
