import { describe, expect, test } from 'vitest';
import { readBoard } from '#shared/boards/board-doc.ts';
import { addChecklistItem, toggleChecklistItem } from '#shared/boards/card/checklist-operations.ts';
import { setCardProperties } from '#shared/boards/card/property/property-operations.ts';
import type { TableSettings } from '#shared/boards/view/layout-address.ts';
import { tableRows } from '#shared/boards/view/table-rows.ts';
import { boardWith } from '#tests/support/boards/boards.ts';

const named = (entries: Record<string, string>) =>
  new Map(Object.entries(entries).map(([id, name]) => [id, { name }]));
const names = {
  people: named({ nadia: 'Nadia', yann: 'Yann', elise: 'Élise' }),
  organisations: named({ v: 'Valmont', s: 'Saint-Aubin' }),
  labels: named({ field: 'Terrain', data: 'Données' }),
  today: '2026-03-12',
};

/** Four cards: two to do, one in progress, one done. */
function fourCards() {
  const doc = boardWith({ todo: ['b', 'a'], doing: ['c'], done: ['d'] });
  setCardProperties(doc, { cardId: 'a', due: '2026-03-20' });
  setCardProperties(doc, { cardId: 'b', due: '2026-03-01' });
  setCardProperties(doc, { cardId: 'd', due: '2026-03-02' });
  setCardProperties(doc, { cardId: 'a', assignees: ['yann', 'elise'] });
  setCardProperties(doc, { cardId: 'c', assignees: ['nadia', 'somebody who left'] });
  setCardProperties(doc, { cardId: 'c', organisations: ['v'] });
  setCardProperties(doc, { cardId: 'b', organisations: ['s'] });
  addChecklistItem(doc, { cardId: 'b', itemId: 'one', text: 'Une étape' });
  toggleChecklistItem(doc, { cardId: 'b', itemId: 'one', done: true });
  addChecklistItem(doc, { cardId: 'a', itemId: 'two', text: 'Une autre' });
  return readBoard(doc).columns;
}

/** Ids of cards, and heads of groups with their counts. */
function shown(settings: Partial<TableSettings>) {
  const rows = tableRows(fourCards(), { sort: null, grouping: null, ...settings }, names);
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  return rows.map((row) => (row.kind === 'card' ? row.card.id : `${row.value} ${row.count}`));
}
const sorted = (field: NonNullable<TableSettings['sort']>['field'], isDescending = false) =>
  shown({ sort: { field, isDescending } }).join('');

describe('[B62] the rows of the list', () => {
  test('stand as on the board, or sorted, those without the value last either way', () => {
    expect(shown({})).toEqual(['b', 'a', 'c', 'd']);
    expect(sorted('title')).toBe('abcd');
    expect(sorted('title', true)).toBe('dcba');
    expect(sorted('column', true)).toBe('dcba');
    expect(sorted('due')).toBe('bdac');
    expect(sorted('due', true)).toBe('adbc');
    expect(sorted('people')).toBe('acbd');
    expect(sorted('city')).toBe('bcad');
    expect(sorted('steps')).toBe('abcd');
  });

  test('are cut into groups in the order of what they share; a card of two people stands under each', () => {
    expect(shown({ grouping: 'column' })).toEqual(['todo 2', 'b', 'a', 'doing 1', 'c', 'done 1', 'd']);
    expect(shown({ grouping: 'people' })).toEqual([
      'elise 1',
      'a',
      'nadia 1',
      'c',
      'yann 1',
      'a',
      'null 2',
      'b',
      'd',
    ]);
    expect(shown({ grouping: 'due' })).toEqual(['late 1', 'b', 'later 1', 'a', 'none 1', 'c', 'done 1', 'd']);
    expect(shown({ grouping: 'city', sort: { field: 'title', isDescending: true } })).toEqual([
      's 1',
      'b',
      'v 1',
      'c',
      'null 2',
      'd',
      'a',
    ]);
    expect(shown({ grouping: 'labels' })).toEqual(['null 4', 'b', 'a', 'c', 'd']);
  });
});
