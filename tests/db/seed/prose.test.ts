import { expect, test } from 'vitest';
import { a, b, br, h2, i, p, table, tasks, ul } from '#db/seed/builders/prose.ts';

test('a string is unmarked text, and marks nest', () => {
  expect(p('Lire ', b(i('Tilia')), br(), a('https://inpn.mnhn.fr/', 'ici'))).toEqual({
    type: 'paragraph',
    content: [
      { type: 'text', text: 'Lire ' },
      { type: 'text', text: 'Tilia', marks: [{ type: 'bold' }, { type: 'italic' }] },
      { type: 'hardBreak' },
      { type: 'text', text: 'ici', marks: [{ type: 'link', attrs: { href: 'https://inpn.mnhn.fr/' } }] },
    ],
  });
});

test('neighbouring pieces of a list item share one paragraph, before and after a nested list', () => {
  const list = ul(['Deux ', b('villes'), ul('A', 'B'), 'ensemble']);
  expect(list).toMatchObject({
    type: 'bulletList',
    content: [
      {
        type: 'listItem',
        content: [
          { type: 'paragraph', content: [{ text: 'Deux ' }, { text: 'villes' }] },
          { type: 'bulletList', content: [{ type: 'listItem' }, { type: 'listItem' }] },
          { type: 'paragraph', content: [{ text: 'ensemble' }] },
        ],
      },
    ],
  });
});

test('a task carries its box, a heading its level', () => {
  expect(tasks([{ done: true, text: ['Lire ', b('tout')] }])).toMatchObject({
    type: 'taskList',
    content: [{ type: 'taskItem', attrs: { checked: true }, content: [{ type: 'paragraph' }] }],
  });
  expect(h2('Mesurer')).toEqual({
    type: 'heading',
    attrs: { level: 2 },
    content: [{ type: 'text', text: 'Mesurer' }],
  });
});

test('a table has one header row, and cells of one paragraph', () => {
  const cell = (type: string, text: string) => ({
    type,
    attrs: { colspan: 1, rowspan: 1, colwidth: null },
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  });
  expect(table({ header: ['Donnée'], rows: [['Arbres']] })).toEqual({
    type: 'table',
    content: [
      { type: 'tableRow', content: [cell('tableHeader', 'Donnée')] },
      { type: 'tableRow', content: [cell('tableCell', 'Arbres')] },
    ],
  });
});

test('a row shorter than the header is a fault of the writer', () => {
  expect(() => table({ header: ['Donnée', 'Producteur'], rows: [['Arbres']] })).toThrow(/1 cells under 2/);
});
