import { expect, test } from 'vitest';
import { readExcerpt, readMarks } from '#shared/search/marked-text.ts';

test('[SE7] marks are places in the text, and half a mark is none', () => {
  expect(readMarks('un \ue000arbre\ue001 et deux\n\ue000arbres\ue001')).toEqual({
    text: 'un arbre et deux arbres',
    marks: [
      [3, 8],
      [17, 23],
    ],
  });
  expect(readMarks('\ue001un\ue000 arbre')).toEqual({ text: 'un arbre', marks: [] });
});

test('[SE7] a piece is cut at whole words, and its marks move with it', () => {
  const raw = 'ression des \ue000arbres\ue001 de la pla';
  expect(readExcerpt(raw, { before: true, after: true })).toEqual({
    text: '… des arbres de la …',
    marks: [[6, 12]],
  });
  expect(readExcerpt(raw, { before: false, after: false }).text).toBe('ression des arbres de la pla');
});
