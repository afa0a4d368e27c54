import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import { createBoardActions } from '#app/boards/board-actions.ts';
import { viewBoard } from '#app/boards/board-view.ts';
import { knownLanes } from '#app/boards/parts/lane-names.ts';
import { LiveArrangement } from '#app/boards/view/arrangement.ts';
import { readBoard } from '#shared/boards/board-doc.ts';
import { NOBODY, noFilter } from '#shared/boards/card/card-filter.ts';
import { renameCard } from '#shared/boards/card/card-operations.ts';
import { setCardProperties } from '#shared/boards/card/property/property-operations.ts';
import { addField, removeField } from '#shared/boards/field/field-operations.ts';
import { type LaneBy, SEVERAL } from '#shared/boards/view/lanes.ts';
import type { PersonBadge } from '#shared/people/organisation/organisation.ts';
import { boardWith, layoutOf } from '#tests/support/boards/boards.ts';

const person = (id: string, name: string): [string, PersonBadge] => [id, { id, name, organisation: null }];
const people = new Map([person('yann', 'Yann'), person('nadia', 'Nadia'), person('paul', 'Paul')]);

/** The page of a board in lanes: what it shows, its gestures, what it said and offered to undo. */
function pageOf(doc: Y.Doc, by: LaneBy | null, filter: Partial<typeof noFilter> = {}) {
  const view = viewBoard(doc);
  const arrangement = new LiveArrangement(view);
  arrangement.look = {
    filter: { ...noFilter, ...filter },
    by,
    userId: 'nadia',
    today: '2023-03-14',
    people,
    organisations: new Map(),
  };
  const said: string[] = [];
  const offered: { text: string; undo: (() => void) | undefined }[] = [];
  const actions = createBoardActions({
    doc,
    view,
    arrangement,
    userId: 'nadia',
    say: (text) => said.push(text),
    notify: (text, undo) => offered.push({ text, undo }),
  });
  return { arrangement, actions, said, offered };
}

/** Three cards to do (Nadia's, Yann's, nobody's), one in progress of Nadia and Yann. */
function boardOfPeople(): Y.Doc {
  const doc = boardWith({ todo: ['a', 'b', 'c'], doing: ['d'] });
  setCardProperties(doc, { cardId: 'a', assignees: ['nadia'] });
  setCardProperties(doc, { cardId: 'b', assignees: ['yann'] });
  setCardProperties(doc, { cardId: 'd', assignees: ['nadia', 'yann'] });
  return doc;
}

const assigneesOf = (doc: Y.Doc, cardId: string) =>
  readBoard(doc)
    .columns.flatMap(({ cards }) => cards)
    .find(({ id }) => id === cardId)?.assignees;

test('[B43] lanes stand in the order of names, with their words, « Plusieurs… » and « Sans… » last', () => {
  const { arrangement } = pageOf(boardOfPeople(), 'people');
  expect(arrangement.getLanes().map(({ id, count }) => [arrangement.laneName(id), count])).toEqual([
    ['Nadia', 1],
    ['Yann', 1],
    ['Plusieurs personnes', 1],
    ['Sans personne', 1],
  ]);
  expect(arrangement.placeOf('c')).toMatchObject({
    lane: { id: NOBODY },
    columnIndex: 0,
    index: 0,
    count: 1,
  });
});

test('[B43] what did not change is the very same lane and column, so that it is not drawn again', () => {
  const doc = boardOfPeople();
  const { arrangement } = pageOf(doc, 'people');
  const before = arrangement.getLanes();
  expect(arrangement.getLanes()).toBe(before);
  renameCard(doc, { cardId: 'a', title: 'Autre' });
  const after = arrangement.getLanes();
  expect(after[0]).not.toBe(before[0]);
  expect(after[0]?.columns[1]).toBe(before[0]?.columns[1]);
  expect(after[1]).toBe(before[1]);
});

test('[B43] [B13] a step past the last card goes to the next lane, over « Plusieurs… », and is spoken with its lane', () => {
  const doc = boardOfPeople();
  const { actions, said } = pageOf(doc, 'people');
  expect(actions.step('a', 'down')).toBe(true);
  expect(assigneesOf(doc, 'a')).toEqual(['yann']);
  expect(said).toEqual(['carte «\u202fA\u202f», couloir Yann, colonne À faire, position 1 sur 2']);
  expect(actions.step('b', 'down')).toBe(true);
  expect(assigneesOf(doc, 'b')).toEqual([]);
  expect(actions.step('b', 'up')).toBe(true);
  expect(assigneesOf(doc, 'b')).toEqual(['yann']);
  expect(actions.step('c', 'down')).toBe(false);
});

test('[B43] a card of several people that goes to one of them loses the others, which is told and undone', () => {
  const doc = boardOfPeople();
  const { actions, offered } = pageOf(doc, 'people');
  actions.moveBeside('d', 'todo', { cardId: 'b', side: 'before' }, 'yann');
  expect(assigneesOf(doc, 'd')).toEqual(['yann']);
  expect(layoutOf(doc).todo).toEqual(['a', 'd', 'b', 'c']);
  expect(offered[0]?.text).toBe('La carte «\u202fD\u202f» n’est plus que dans «\u202fYann\u202f».');
  offered[0]?.undo?.();
  expect(assigneesOf(doc, 'd')).toEqual(['nadia', 'yann']);
  expect(layoutOf(doc).doing).toEqual(['d']);
});

test('[B43] nothing comes into « Plusieurs… » by moving: it is refused with its reason', () => {
  const doc = boardOfPeople();
  const { actions, offered } = pageOf(doc, 'people');
  expect(actions.moveBeside('a', 'doing', null, SEVERAL)).toMatchObject({ ok: false });
  expect(offered[0]?.text).toMatch(/plusieurs valeurs/);
  expect(assigneesOf(doc, 'a')).toEqual(['nadia']);
});

test('[B43] a card added in a lane holds what the lane stands for', () => {
  const doc = boardOfPeople();
  const { actions, arrangement } = pageOf(doc, 'people');
  expect(actions.addCard('doing', 'Nouvelle', 'yann')).toMatchObject({ ok: true });
  const yann = arrangement.getLanes().find(({ id }) => id === 'yann');
  expect(yann?.columns[1]?.cards.map(({ title }) => title)).toEqual(['Nouvelle']);
});

test('[B44] with a filter a card moves among the cards that are shown, and one that is hidden says so', () => {
  const doc = boardWith({ todo: ['a', 'x', 'b', 'y', 'c'], doing: ['d'] });
  for (const cardId of ['a', 'b', 'c']) setCardProperties(doc, { cardId, labels: ['data'] });
  const { actions, said } = pageOf(doc, null, { labels: ['data'] });
  expect(actions.step('c', 'up')).toBe(true);
  expect(layoutOf(doc).todo).toEqual(['a', 'x', 'c', 'b', 'y']);
  expect(said).toEqual(['carte «\u202fC\u202f», colonne À faire, position 2 sur 3']);
  actions.move('x', { columnId: 'doing' });
  expect(said[1]).toMatch(/les filtres en cours ne la montrent pas/);
});

test('[B43] lanes by a field that the board does not show, or whose values are no list, are none', () => {
  const doc = boardWith();
  addField(doc, { fieldId: 'area', name: 'Quartier', kind: 'choice' });
  addField(doc, { fieldId: 'cost', name: 'Budget', kind: 'number' });
  const known = (by: LaneBy) => knownLanes(by, readBoard(doc).fields);
  expect(known('field:area')).toBe('field:area');
  expect(known('field:cost')).toBeNull();
  expect(known('people')).toBe('people');
  removeField(doc, { fieldId: 'area' });
  expect(known('field:area')).toBeNull();
});
