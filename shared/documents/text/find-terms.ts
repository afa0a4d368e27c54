/** Letters that are written with marks, by the letter that people type for them. */
const MARKED: Readonly<Record<string, string>> = {
  a: 'aàâäáãå',
  c: 'cç',
  e: 'eéèêë',
  i: 'iîïíì',
  n: 'nñ',
  o: 'oôöóòõ',
  u: 'uùûüú',
  y: 'yÿý',
};
/** Signs that a keyboard does not tell apart. */
const ALIKE: Readonly<Record<string, string>> = {
  "'": "'’",
  '"': '"«»“”',
  '-': '\\-‑–—',
  ' ': ' \u00a0\u202f',
};
const FOLDED = new Map(
  Object.entries(MARKED).flatMap(([plain, all]) => [...all].map((letter) => [letter, plain])),
);

/**
 * What is looked for, as an expression that the library searches with. Spaces, apostrophes and dashes of every kind are the
 * same; so are letters with and without accents, unless accents count.
 */
export function findTerm(text: string, { accents }: { readonly accents: boolean }): string {
  return [...text.normalize('NFC')].map((sign) => oneSign(sign, accents)).join('');
}

function oneSign(sign: string, accents: boolean): string {
  const alike = ALIKE[sign] ?? Object.values(ALIKE).find((signs) => signs.includes(sign) && sign !== '\\');
  if (alike) return `[${alike}]`;
  const plain = FOLDED.get(sign.toLowerCase());
  if (accents || plain === undefined) return sign.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
  const letters = MARKED[plain] ?? plain;
  return sign === sign.toLowerCase() ? `[${letters}]` : `[${letters.toUpperCase()}]`;
}
