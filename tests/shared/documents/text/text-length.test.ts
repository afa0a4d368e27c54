import { expect, test } from 'vitest';
import { document as words } from '#shared/documents/document.fr.ts';
import { countWords, readingMinutes } from '#shared/documents/text/document-text.ts';

test('[D32] words are what has a letter or a figure in it, whatever stands around', () => {
  expect(countWords('')).toBe(0);
  expect(countWords('« Où dorment mal les gens ? »')).toBe(5);
  expect(countWords('L’ombre, à 14 h — et après…')).toBe(6);
});

test('[D32] reading takes a minute for 230 words, one at least', () => {
  expect([1, 230, 344, 346, 2_300].map(readingMinutes)).toEqual([1, 1, 1, 2, 10]);
  expect(words.lengthOf(1, 1)).toBe('1 mot · 1 minute de lecture');
  expect(words.lengthSelected(2, 120)).toBe('2 mots sélectionnés sur 120 mots');
});
