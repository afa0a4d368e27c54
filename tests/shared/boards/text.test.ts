import { expect, test } from 'vitest';
import { fitLine, LINE_MAX, parseDescription, parseLine } from '#shared/boards/text.ts';

test.each([
  ['  Relever l’ombrage ', 'Relever l’ombrage'],
  ['Deux\r\n\tlignes', 'Deux lignes'],
  ['Page «\u202fÀ retenir\u202f»', 'Page «\u202fÀ retenir\u202f»'],
  ['x'.repeat(500), 'x'.repeat(500)],
  ['moitié \ud83c', 'moitié \ufffd'],
  ['arbre 🌳', 'arbre 🌳'],
])('[B10] the title %j is kept as %j', (text, title) => {
  expect(parseLine(text)).toEqual({ ok: true, value: title });
});

test.each([
  ['', 'board.titleEmpty'],
  [' \n\u00a0\t', 'board.titleEmpty'],
  ['x'.repeat(501), 'board.titleTooLong'],
  ['x'.repeat(10_000), 'board.titleTooLong'],
])('[B10] the title %j is refused with %s', (text, error) => {
  expect(parseLine(text)).toEqual({ ok: false, error });
});

test.each([
  ['', ''],
  [' \n\t', ''],
  ['Deux\r\n\tlignes', 'Deux lignes'],
  ['x'.repeat(LINE_MAX), 'x'.repeat(LINE_MAX)],
  ['x'.repeat(LINE_MAX + 1), `${'x'.repeat(LINE_MAX - 1)}…`],
  ['mot '.repeat(200), `${'mot '.repeat(124)}mot…`],
  [`${'x'.repeat(LINE_MAX - 2)}🌳🌳`, `${'x'.repeat(LINE_MAX - 2)}…`],
])('[B10] the line %j of a copy is %j', (text, line) => {
  expect(fitLine(text)).toBe(line);
  expect(fitLine(line)).toBe(line);
});

test('[B10] a description keeps its lines and may be empty, up to 20,000 characters', () => {
  expect(parseDescription('un\n\ndeux \n')).toEqual({ ok: true, value: 'un\n\ndeux' });
  expect(parseDescription('')).toEqual({ ok: true, value: '' });
  expect(parseDescription('x'.repeat(20_000)).ok).toBe(true);
  expect(parseDescription('x'.repeat(20_001))).toEqual({ ok: false, error: 'board.descriptionTooLong' });
});
