import { expect, test } from 'vitest';
import { findTerm } from '#shared/documents/text/find-terms.ts';

const finds = (term: string, text: string, accents = false) =>
  new RegExp(findTerm(term, { accents }), 'i').test(text);

test('[D25] letters with and without accents are the same, unless accents count', () => {
  expect(finds('ete', 'l’été')).toBe(true);
  expect(finds('été', 'ete')).toBe(true);
  expect(finds('ETE', 'Été')).toBe(true);
  expect(finds('ete', 'été', true)).toBe(false);
  expect(finds('été', 'été', true)).toBe(true);
});

test('[D25] every kind of space, apostrophe and dash is the same', () => {
  expect(finds("l'ombre", 'l’ombre')).toBe(true);
  expect(finds('l’ombre', "l'ombre")).toBe(true);
  expect(finds('14 h', '14\u202fh')).toBe(true);
  expect(finds('a-b', 'a–b')).toBe(true);
});

test('[D25] what is typed is looked for as it is: nothing in it is a pattern', () => {
  for (const term of ['(a', 'a+b', '[x]', 'a.b', '\\', '$1', 'a|b', '^', '{2}', '?'])
    expect(finds(term, `avant ${term} après`), term).toBe(true);
  expect(finds('a.b', 'axb')).toBe(false);
});
