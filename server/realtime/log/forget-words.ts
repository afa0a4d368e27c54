import * as Y from 'yjs';
import { encodeUpdate } from '#shared/realtime/update-structs.ts';

/** Words that must be read no more, and what stands in their place. */
export interface Forgotten {
  readonly words: readonly string[];
  readonly instead: string;
}

/** Fills a place that is longer than what stands in it: it has no width and breaks no line. */
const FILLING = '\u2060';

/**
 * [PD6] Updates of one room without these words, whatever says them: a value (the label of a mention) is replaced, in running text as
 * many characters as there were are written over, so that every clock, position and deletion stays what it was. The words of a text
 * may have come letter by letter, in as many updates. Null for an update that does not hold them: it stays as it is, to the byte.
 * Pure; the updates are whole ones of the log (V1).
 */
export function forgetWords(updates: readonly Uint8Array[], forgotten: Forgotten): (Uint8Array | null)[] {
  const decoded = updates.map((update) => Y.decodeUpdate(update));
  const changed = new Set<number>();
  const texts: Letters[] = [];
  for (const [index, { structs }] of decoded.entries()) {
    for (const struct of structs) {
      if (!(struct instanceof Y.Item)) continue;
      if (struct.content instanceof Y.ContentString)
        texts.push({ index, item: struct, content: struct.content });
      else if (forgetValue(struct.content, forgotten)) changed.add(index);
    }
  }
  for (const run of runsOf(texts)) for (const index of forgetLetters(run, forgotten)) changed.add(index);
  return decoded.map((update, index) => (changed.has(index) ? encodeUpdate(update) : null));
}

interface Letters {
  readonly index: number;
  readonly item: Y.Item;
  readonly content: Y.ContentString;
}

/** Replaces in the plain values of an item; tells whether there was something. */
function forgetValue(content: Y.Item['content'], forgotten: Forgotten): boolean {
  let isChanged = false;
  const of = (value: unknown): unknown => {
    if (typeof value === 'string') {
      const clean = forgotten.words.reduce((text, word) => text.replaceAll(word, forgotten.instead), value);
      isChanged ||= clean !== value;
      return clean;
    }
    if (Array.isArray(value)) return value.map(of);
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, of(inner)]));
  };
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) content.arr = content.arr.map(of);
  else if (content instanceof Y.ContentEmbed) content.embed = of(content.embed) as object;
  else if (content instanceof Y.ContentFormat) content.value = of(content.value) as object;
  return isChanged;
}

/** What one client wrote letter after letter, each right after the one before: one run, whatever updates it came in. */
function runsOf(texts: readonly Letters[]): Letters[][] {
  const byPlace = [...texts].sort(
    (a, b) => a.item.id.client - b.item.id.client || a.item.id.clock - b.item.id.clock,
  );
  const runs: Letters[][] = [];
  for (const letters of byPlace) {
    const before = runs.at(-1)?.at(-1)?.item;
    const { id, origin } = letters.item;
    const goesOn =
      before?.id.client === id.client &&
      before.id.clock + before.length === id.clock &&
      origin?.client === id.client &&
      origin.clock === id.clock - 1;
    if (goesOn) runs.at(-1)?.push(letters);
    else runs.push([letters]);
  }
  return runs;
}

/** Writes over the words in a run; the updates that this changed. */
function forgetLetters(run: readonly Letters[], { words, instead }: Forgotten): Set<number> {
  let text = run.map(({ content }) => content.str).join('');
  for (const word of words) {
    const over =
      instead.length <= word.length ? instead.padEnd(word.length, FILLING) : '·'.repeat(word.length);
    text = text.replaceAll(word, over);
  }
  const changed = new Set<number>();
  let at = 0;
  for (const { index, content } of run) {
    const own = text.slice(at, at + content.str.length);
    at += own.length;
    if (own === content.str) continue;
    content.str = own;
    changed.add(index);
  }
  return changed;
}
