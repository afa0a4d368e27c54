import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import { readBoard } from '#shared/boards/board-doc.ts';
import { NOBODY } from '#shared/boards/card/card-filter.ts';
import { setCardProperties } from '#shared/boards/card/property/property-operations.ts';

import { addField, addFieldOption, setCardField } from '#shared/boards/field/field-operations.ts';
import { moveCardInLane, setLaneValues } from '#shared/boards/lane-operations.ts';
import { type LaneBy, lanesOf, SEVERAL } from '#shared/boards/view/lanes.ts';
import { boardWith, layoutOf } from '#tests/support/boards/boards.ts';
import { countUpdates } from '#tests/support/realtime/replicas.ts';

/** Lane → column → ids of cards, columns without any left out. */
function laid(doc: Y.Doc, by: LaneBy, values: readonly string[], kept = false) {
  const lanes = lanesOf(readBoard(doc).columns, by, { values, kept });
  return lanes.map(({ id, count, columns }) => {
    const cards = columns.flatMap((column) =>
      column.cards.length > 0 ? [[column.id, ...column.cards.map((card) => card.id)].join(' ')] : [],
    );
    return [id, count, ...cards];
  });
}

/** Five cards: one of Nadia's, one of Yann's, one of both, two of nobody's. */
function boardOfPeople(): Y.Doc {
  const doc = boardWith({ todo: ['a', 'b', 'c'], doing: ['d', 'e'] });
  setCardProperties(doc, { cardId: 'a', assignees: ['nadia'] });
  setCardProperties(doc, { cardId: 'd', assignees: ['yann'] });
  setCardProperties(doc, { cardId: 'b', assignees: ['nadia', 'yann'] });
  return doc;
}

test('[B43] every card stands in exactly one lane: its one value, several, or none', () => {
  expect(laid(boardOfPeople(), 'people', ['yann', 'nadia'])).toEqual([
    ['yann', 1, 'doing d'],
    ['nadia', 1, 'todo a'],
    [SEVERAL, 1, 'todo b'],
    [NOBODY, 2, 'todo c', 'doing e'],
  ]);
});

test('[B43] the lanes of choices are there without cards, those of people are not; who left keeps a lane', () => {
  const doc = boardOfPeople();
  setCardProperties(doc, { cardId: 'a', labels: ['data'] });
  expect(laid(doc, 'labels', ['field', 'data'], true)).toEqual([
    ['field', 0],
    ['data', 1, 'todo a'],
    [NOBODY, 4, 'todo b c', 'doing d e'],
  ]);
  expect(laid(doc, 'people', ['paul', 'nadia']).map(([id]) => id)).toEqual([
    'nadia',
    'yann',
    SEVERAL,
    NOBODY,
  ]);
});

test('[B43] a board without any card has the lane of none, where cards are added', () => {
  expect(laid(boardWith(), 'people', ['nadia'])).toEqual([[NOBODY, 0]]);
});

test('[B43] a card that goes to another lane holds what that lane stands for, and nothing else', () => {
  const doc = boardOfPeople();
  const updates = countUpdates(doc, () =>
    moveCardInLane(doc, { cardId: 'b', columnId: 'doing', index: 1, by: 'people', lane: 'nadia' }),
  );
  expect(updates).toBe(1);
  expect(layoutOf(doc).doing).toEqual(['d', 'b', 'e']);
  expect(readBoard(doc).columns[1]?.cards[1]?.assignees).toEqual(['nadia']);
  moveCardInLane(doc, { cardId: 'b', columnId: 'doing', index: 1, by: 'people', lane: NOBODY });
  expect(readBoard(doc).columns[1]?.cards[1]?.assignees).toEqual([]);
  setLaneValues(doc, { cardId: 'b', by: 'people', values: ['nadia', 'yann'] });
  expect(readBoard(doc).columns[1]?.cards[1]?.assignees).toEqual(['nadia', 'yann']);
});

test('[B43] [B7] nothing comes into « Plusieurs… » by moving, and what is refused writes nothing', () => {
  const doc = boardOfPeople();
  const place = { columnId: 'doing', by: 'people', lane: SEVERAL } as const;
  const written = countUpdates(doc, () => {
    expect(moveCardInLane(doc, { ...place, cardId: 'a' })).toEqual({ ok: false, error: 'board.laneSeveral' });
    const nowhere = { cardId: 'a', by: 'people', lane: 'yann' } as const;
    expect(moveCardInLane(doc, { ...nowhere, columnId: 'gone' })).toMatchObject({ ok: false });
    const labels = { cardId: 'a', columnId: 'doing', by: 'labels', lane: 'gone' } as const;
    expect(moveCardInLane(doc, labels)).toEqual({ ok: false, error: 'board.labelNotFound' });
    expect(moveCardInLane(doc, { ...place, cardId: 'gone' })).toEqual({
      ok: false,
      error: 'board.cardNotFound',
    });
  });
  expect(written).toBe(0);
  expect(moveCardInLane(doc, { ...place, cardId: 'b' })).toMatchObject({ ok: true });
  expect(readBoard(doc).columns[1]?.cards.find(({ id }) => id === 'b')?.assignees).toEqual(['nadia', 'yann']);
});

test('[B43] lanes by a field of the board, by organisation and by label write those', () => {
  const doc = boardWith({ todo: ['a'] });
  addField(doc, { fieldId: 'area', name: 'Quartier', kind: 'choice' });
  addFieldOption(doc, { fieldId: 'area', optionId: 'port', name: 'Port' });
  const to = (by: LaneBy, lane: string) => moveCardInLane(doc, { cardId: 'a', columnId: 'todo', by, lane });
  expect(to('field:area', 'port')).toMatchObject({ ok: true });
  expect(to('field:area', 'gone')).toEqual({ ok: false, error: 'board.optionNotFound' });
  expect(to('labels', 'data')).toMatchObject({ ok: true });
  expect(to('organisations', 'valmont')).toMatchObject({ ok: true });
  expect(laid(doc, 'field:area', ['port'])).toEqual([['port', 1, 'todo a']]);
  expect(laid(doc, 'labels', ['data'])).toEqual([['data', 1, 'todo a']]);
  expect(laid(doc, 'organisations', [])).toEqual([['valmont', 1, 'todo a']]);
  setCardField(doc, { cardId: 'a', fieldId: 'area', text: '' });
  expect(laid(doc, 'field:area', ['port'])).toEqual([[NOBODY, 1, 'todo a']]);
});
