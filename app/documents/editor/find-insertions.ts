import type { Insertion } from './insertion.ts';

/** Letters and digits only, without case or accents. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/œ/gi, 'oe')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/**
 * Those of `insertions` that the query means, in their order, the ones whose name begins so first. Every word of the query must
 * begin a word of the name or of the keywords. An empty query means all.
 */
export function findInsertions<T extends Pick<Insertion, 'label' | 'keywords'>>(
  insertions: readonly T[],
  query: string,
): readonly T[] {
  const wanted = plain(query);
  if (wanted === '') return insertions;
  const starts = (words: string, start: string) => words.split(' ').some((word) => word.startsWith(start));
  const found = insertions.filter(({ label, keywords }) => {
    const words = `${plain(label)} ${plain(keywords)}`;
    return wanted.split(' ').every((word) => starts(words, word));
  });
  return [
    ...found.filter(({ label }) => plain(label).startsWith(wanted)),
    ...found.filter(({ label }) => !plain(label).startsWith(wanted)),
  ];
}
