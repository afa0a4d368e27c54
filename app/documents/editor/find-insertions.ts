import { foldedWords } from '#shared/kernel/text/fold.ts';
import type { Insertion } from './insertion.ts';

/**
 * Those of `insertions` that the query means, in their order, the ones whose name begins so first. Every word of the query must
 * begin a word of the name or of the keywords. An empty query means all.
 */
export function findInsertions<T extends Pick<Insertion, 'label' | 'keywords'>>(
  insertions: readonly T[],
  query: string,
): readonly T[] {
  const wanted = foldedWords(query);
  if (wanted === '') return insertions;
  const starts = (words: string, start: string) => words.split(' ').some((word) => word.startsWith(start));
  const found = insertions.filter(({ label, keywords }) => {
    const words = `${foldedWords(label)} ${foldedWords(keywords)}`;
    return wanted.split(' ').every((word) => starts(words, word));
  });
  return [
    ...found.filter(({ label }) => foldedWords(label).startsWith(wanted)),
    ...found.filter(({ label }) => !foldedWords(label).startsWith(wanted)),
  ];
}
