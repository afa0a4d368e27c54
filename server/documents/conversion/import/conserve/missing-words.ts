import { JOINT } from './source-text.ts';

/** So many words of a kind are named; the others are counted. */
const NAMED_MAX = 100;
const LENGTH_MAX = 40;
/** What stands between two words is part of a passage when it is no longer. */
const GAP_MAX = 3;

/** So many pieces that follow one another are looked for as one word. */
const JOINED_MAX = 8;

const WORD = new RegExp(`[\\p{L}\\p{M}\\p{N}${JOINT}]+`, 'gu');

/** Words that are in a file and not in what became of it. */
export interface Missing {
  readonly count: number;
  /** The first of them as they follow one another in the file, and how many come after. */
  readonly passages: readonly string[];
  readonly more: number;
}

/** Letters and digits that nothing parts. */
function words(text: string): { text: string; found: Iterable<RegExpExecArray> } {
  // What is only seen at the end of a line, or never, parts no word.
  const seen = text.normalize('NFC').replace(/[\u00ad\u200b\u2060\ufeff]/g, '');
  return { text: seen, found: seen.matchAll(WORD) };
}

/** How often each word stands in a text. */
export function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of words(text).found) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The words of a text that are not among those that are held; each that is held is taken out, so that it is counted once. */
export function missingFrom(text: string, held: Map<string, number>, most = NAMED_MAX): Missing {
  const take = (word: string) => {
    const left = held.get(word) ?? 0;
    if (left > 0) held.set(word, left - 1);
    return left > 0;
  };
  const passages: string[] = [];
  let count = 0;
  /** Where the last missing word ended, as long as nothing that is held came after it. */
  let last: number | null = null;
  const read = words(text);
  for (const found of read.found) {
    const [token] = found;
    const pieces = token.split(JOINT).filter(Boolean);
    if (pieces.length === 0) continue;
    const lost = missingPieces(pieces, take);
    const named = lost
      .slice(0, Math.max(0, most - count))
      .map(shortened)
      .join(' ');
    count += lost.length;
    const gap = last === null ? null : read.text.slice(last, found.index);
    last = lost.length > 0 ? found.index + token.length : null;
    if (named === '') continue;
    const before = passages.at(-1);
    if (gap === null || before === undefined || gap.includes('\n')) passages.push(named);
    else passages[passages.length - 1] = before + (gap.length > GAP_MAX ? ' ' : gap) + named;
  }
  return { count, passages, more: Math.max(0, count - most) };
}

/** Of the pieces of a word those that are not held, be it alone or joined to the next ones; `take` takes a word out of what is held. */
function missingPieces(pieces: readonly string[], take: (word: string) => boolean): string[] {
  if (take(pieces.join(''))) return [];
  const missing: string[] = [];
  let at = 0;
  while (at < pieces.length) {
    let joined = Math.min(JOINED_MAX, pieces.length - at);
    while (joined > 0 && !take(pieces.slice(at, at + joined).join(''))) joined--;
    if (joined === 0) missing.push(...pieces.slice(at, at + 1));
    at += Math.max(1, joined);
  }
  return missing;
}

function shortened(word: string): string {
  return word.length > LENGTH_MAX ? `${word.slice(0, LENGTH_MAX)}…` : word;
}
