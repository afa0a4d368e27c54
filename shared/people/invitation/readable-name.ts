/** Small words inside a name: « Marie de la Tour ». */
const SMALL = new Set(['de', 'du', 'des', 'la', 'le', 'les', 'et', 'von', 'van', 'der']);

/**
 * [IB2] A cell as a person means it: without what makes a spreadsheet take it for a formula (`="Ana"`, `+33`, `@ana`), on one line.
 */
export function plainCell(cell: string): string {
  const one = cell.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  const quoted = /^=\s*"(.*)"$/.exec(one)?.[1];
  return (quoted ?? one).replace(/^[=+\-@'’\s]+/u, '').trim();
}

/** [IB2] A name that is written in capitals, or in small letters alone, as it is read: `DE LA TOUR Marie-ANNE` → `de la Tour Marie-Anne`. */
export function readableName(name: string): string {
  const isSmall = name === name.toLocaleLowerCase('fr');
  return name
    .split(' ')
    .map((word, at, words) => {
      const isLoud = word.length > 1 && word === word.toLocaleUpperCase('fr') && /\p{L}{2}/u.test(word);
      if (!isLoud && !isSmall) return word;
      const lower = word.toLocaleLowerCase('fr');
      return SMALL.has(lower) && words.length > 1 && at < words.length - 1 ? lower : capitalised(lower);
    })
    .join(' ');
}

/** Each part of a word: Jean-Luc, O’Brien, d’Artagnan. */
function capitalised(word: string): string {
  return word
    .replace(
      /(^|[-’'.])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toLocaleUpperCase('fr'),
    )
    .replace(/^(D)(?=[’'])/u, 'd');
}
