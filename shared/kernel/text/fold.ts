/**
 * [W3] A text as it is looked for and compared: without case, accents and ligatures (« cœur » is « coeur »), with one apostrophe and one space
 * of all that are typed. The one meaning in the product; in SQL it is `lower(public.unaccent(…))`.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[‘’ʼ]/g, "'")
    .replace(/\s+/gu, ' ');
}

/** [W3] The words of a text, folded, a space between each: what names are compared by, whatever stands between their words. */
export function foldedWords(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** [W3] Whether each word of what is looked for stands somewhere in a text; nothing looked for is in every text. */
export function hasWords(text: string, query: string): boolean {
  const folded = fold(text);
  return fold(query)
    .split(' ')
    .every((word) => folded.includes(word));
}
