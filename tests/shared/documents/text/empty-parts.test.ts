import { expect, test } from 'vitest';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { readText } from '#shared/documents/text/document-text.ts';
import { emptyParts } from '#shared/documents/text/empty-parts.ts';

const h = (level: number, text: string): BlockJson => ({
  type: 'heading',
  attrs: { level },
  content: text ? [{ type: 'text', text }] : [],
});
const p = (text = ''): BlockJson => ({ type: 'paragraph', content: text ? [{ type: 'text', text }] : [] });
const emptyOf = (...blocks: BlockJson[]) => {
  const { text, outline } = readText(blocks);
  return emptyParts(text, outline).map(({ id }) => id);
};

test('[CK3] a part is empty when nothing, or blank lines only, stand under its heading', () => {
  expect(emptyOf(h(2, 'Constat'), p('Il fait chaud.'), h(2, 'Agir'), p(), p('  '), h(2, 'Mesurer'))).toEqual([
    'titre-agir',
    'titre-mesurer',
  ]);
  expect(emptyOf(p('Sans titre.'))).toEqual([]);
  expect(emptyOf()).toEqual([]);
});

test('[CK3] a heading that gathers deeper ones is not empty, whatever they hold', () => {
  expect(
    emptyOf(h(2, 'Agir'), h(3, 'Ombre'), p('Des arbres.'), h(3, 'Eau'), h(2, 'Suite'), p('Oui.')),
  ).toEqual(['titre-eau']);
});

test('[CK3] the same words twice, as a heading or in a text, are told apart; a list and a table are texts', () => {
  const list: BlockJson = { type: 'bulletList', content: [{ type: 'listItem', content: [p('Un banc')] }] };
  expect(emptyOf(h(2, 'Ville'), h(2, 'Ville'), p('Vervins'), h(2, 'Bancs'), list)).toEqual(['titre-ville']);
});

test('[CK3] of a heading that also holds a date nothing is said, nor of what stands before it', () => {
  const dated: BlockJson = {
    type: 'heading',
    attrs: { level: 2 },
    content: [
      { type: 'text', text: 'Relevé du ' },
      { type: 'date', attrs: { day: '2023-03-14' } },
    ],
  };
  expect(emptyOf(h(2, 'Avant'), dated, p('Douze degrés.'), h(2, 'Après'))).toEqual(['titre-apres']);
});
