import { expect, test } from 'vitest';
import { readBoard } from '#shared/boards/board-doc.ts';
import { type CardFilter, filterColumns, isFiltering, noFilter } from '#shared/boards/card/card-filter.ts';
import { moveCard, renameCard } from '#shared/boards/card/card-operations.ts';
import { setCardProperties } from '#shared/boards/card/property/property-operations.ts';
import { addBlocker } from '#shared/boards/card/relation-operations.ts';
import {
  addField,
  addFieldOption,
  removeField,
  setCardField,
} from '#shared/boards/field/field-operations.ts';
import { readFilter, readLanes, withFilter, withLanes } from '#shared/boards/view/board-address.ts';
import { boardWith } from '#tests/support/boards/boards.ts';

const looking = { userId: 'nadia', today: '2023-03-14' };

function filled() {
  const doc = boardWith({ todo: ['a', 'b', 'c'], doing: ['d'], done: ['e'] });
  renameCard(doc, { cardId: 'a', title: 'Écoles du Port' });
  setCardProperties(doc, { cardId: 'a', assignees: ['nadia'] });
  setCardProperties(doc, { cardId: 'b', assignees: ['yann', 'nadia'] });
  setCardProperties(doc, { cardId: 'b', labels: ['field'] });
  for (const [cardId, due] of [
    ['a', '2023-03-13'],
    ['b', '2023-03-16'],
    ['c', '2023-05-01'],
    ['e', '2023-03-13'],
  ] as const) {
    setCardProperties(doc, { cardId, due });
  }
  addField(doc, { fieldId: 'area', name: 'Quartier', kind: 'choice' });
  addFieldOption(doc, { fieldId: 'area', optionId: 'port', name: 'Port' });
  setCardField(doc, { cardId: 'c', fieldId: 'area', text: 'port' });
  addField(doc, { fieldId: 'place', name: 'Lieu', kind: 'text' });
  setCardField(doc, { cardId: 'd', fieldId: 'place', text: 'Rue de l’Écluse' });
  return doc;
}

function shown(filter: Partial<CardFilter>, doc = filled()): string {
  return filterColumns(readBoard(doc), { ...noFilter, ...filter }, looking)
    .map(({ cards }) => cards.map(({ id }) => id).join(''))
    .join(' ');
}

test.each<[Partial<CardFilter>, string]>([
  [{ text: 'ecoles PORT' }, 'a  '],
  [{ text: 'écluse' }, ' d '],
  [{ people: ['yann'] }, 'b  '],
  [{ people: ['moi'] }, 'ab  '],
  [{ people: ['yann', 'aucun'] }, 'bc d e'],
  [{ people: ['moi'], labels: ['field'] }, 'b  '],
  [{ labels: ['aucun'] }, 'ac d e'],
  [{ organisations: ['aucun'] }, 'abc d e'],
  [{ organisations: ['valmont'] }, '  '],
  [{ due: ['late'] }, 'a  '],
  [{ due: ['soon', 'later'] }, 'bc  '],
  [{ due: ['none'] }, ' d '],
  [{ fields: new Map([['area', ['port']]]) }, 'c  '],
  [{ fields: new Map([['area', ['aucun']]]) }, 'ab d e'],
])('[B44] with %o the board shows « %s »', (filter, cards) => {
  expect(shown(filter)).toBe(cards);
});

test('[B44] without filter the columns are the very same; a part whose field is gone hides nothing', () => {
  const doc = filled();
  const board = readBoard(doc);
  expect(filterColumns(board, noFilter, looking)).toBe(board.columns);
  removeField(doc, { fieldId: 'area' });
  expect(shown({ fields: new Map([['area', ['port']]]) }, doc)).toBe('abc d e');
});

test('[B44] a card that moves to a finished column is not late any more', () => {
  const doc = filled();
  moveCard(doc, { cardId: 'a', columnId: 'done' });
  expect(shown({ due: ['late'] }, doc)).toBe('  ');
});

test('[B44] blocked is a card that an unfinished one holds up', () => {
  const doc = filled();
  addBlocker(doc, { cardId: 'a', blockerId: 'd' });
  addBlocker(doc, { cardId: 'b', blockerId: 'e' });
  expect(shown({ waiting: ['blocked'] }, doc)).toBe('a  ');
  expect(shown({ waiting: ['free'] }, doc)).toBe('bc d e');
  moveCard(doc, { cardId: 'd', columnId: 'done' });
  expect(shown({ waiting: ['blocked'] }, doc)).toBe('  ');
});

test('[B44] a filter comes back from its address as it was, and leaves the rest of the address alone', () => {
  const filter: CardFilter = {
    text: 'école & port',
    people: ['moi', 'yann'],
    organisations: ['valmont'],
    labels: ['field'],
    due: ['late', 'none'],
    waiting: ['blocked'],
    fields: new Map([['area', ['port', 'aucun']]]),
  };
  const params = withFilter(new URLSearchParams('vue=liste'), filter);
  expect(params.get('vue')).toBe('liste');
  expect(readFilter(new URLSearchParams(params.toString()))).toEqual(filter);
  expect(withFilter(params, noFilter).toString()).toBe('vue=liste');
});

test('[B44] what an address says wrongly is left out', () => {
  const filter = readFilter(new URLSearchParams('echeance=hier&echeance=retard&personne=&champ.area='));
  expect(filter).toEqual({ ...noFilter, due: ['late'] });
  expect(isFiltering(readFilter(new URLSearchParams('texte=%20')))).toBe(false);
});

test.each(['people', 'organisations', 'labels', 'field:area', null] as const)(
  '[B43] lanes by %s come back from their address',
  (by) => {
    const params = withLanes(new URLSearchParams('couloirs=ville&vue=liste'), by);
    expect(readLanes(params)).toBe(by);
    expect(params.get('vue')).toBe('liste');
  },
);

test('[B43] an address that asks for lanes that do not exist has none', () => {
  expect(readLanes(new URLSearchParams('couloirs=humeur'))).toBeNull();
});
