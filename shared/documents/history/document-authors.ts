import type * as Y from 'yjs';
import type { Authorship } from '#shared/realtime/lineage/authorship.ts';
import { type ExactNode, readExact } from './exact-node.ts';

/** How many characters of something are whose, by account, spaces left out; under '' what nobody known wrote. */
export type Characters = ReadonlyMap<string, number>;

/** Characters that stand in a text, with what Yjs calls the first of them. */
export interface Written {
  readonly text: string;
  readonly client: number;
  readonly clock: number;
}

/** What stands for a block that has no text. */
const OBJECT = '\uFFFC';

/** [V6] Who wrote what a document says now: for each top-level block the characters by account. Total, read-only. */
export function readAuthors(doc: Y.Doc, authorship: Authorship): Characters[] {
  return readExact(doc).map((block) => charactersOf(writtenIn(block), authorship));
}

/** What is written in one block, as it is known whose it is. What it quotes of another text was written there; a block without text is one character. */
export function writtenIn(block: ExactNode): Written[] {
  const written = textsIn(block).filter(({ text }) => text.trim() !== '');
  if (written.length > 0 || block.kind === 'text') return written;
  return [{ text: OBJECT, client: block.client, clock: block.clock }];
}

function textsIn(node: ExactNode): Written[] {
  if (node.kind === 'text') return node.runs.map(({ text, client, clock }) => ({ text, client, clock }));
  return node.name === 'excerpt' ? [] : node.children.flatMap(textsIn);
}

/** Whose these characters are. Spaces are nobody's, so that it makes no difference where a passage is cut. */
export function charactersOf(written: readonly Written[], authorship: Authorship): Characters {
  const characters = new Map<string, number>();
  for (const { text, client, clock } of written) {
    let at = 0;
    for (const { length, author } of authorship.partsOf({ client, clock, length: text.length })) {
      const letters = text.slice(at, at + length).replace(/\s/gu, '').length;
      at += length;
      if (letters > 0) characters.set(author ?? '', (characters.get(author ?? '') ?? 0) + letters);
    }
  }
  return characters;
}

/** What several blocks come to together. */
export function sumOf(blocks: readonly Characters[]): Characters {
  const sum = new Map<string, number>();
  for (const block of blocks)
    for (const [author, count] of block) sum.set(author, (sum.get(author) ?? 0) + count);
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
export function sharesOf<K>(characters: Characters, whoOf: (author: string) => K): Share<K>[] {
  const sums = new Map<K, number>();
  for (const [author, count] of characters) {
    const who = whoOf(author);
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
