const NUMBER = /^[+-]?\d{1,12}(?:\.\d{1,6})?$/;

/** A number as French people type it: `1 250,5`. Null when it is none. */
export function parseNumber(given: string): number | null {
  const text = given
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(',', '.')
    .replace('\u2212', '-');
  return NUMBER.test(text) ? Number(text) : null;
}
