import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readBoard } from '#shared/boards/board-doc.ts';
import { projectBoard } from '#shared/boards/board-projection.ts';
import { moveCard, renameCard } from '#shared/boards/card/card-operations.ts';
import { setCardProperties } from '#shared/boards/card/property/property-operations.ts';
import { moveColumn, removeColumn } from '#shared/boards/column-operations.ts';
import { LIMITS } from '#shared/realtime/realtime.ts';
import { boardWith, layoutOf } from '#tests/support/boards/boards.ts';
import { rejoin, replicas } from '#tests/support/realtime/replicas.ts';

/** Writes as a peer of another make: straight into the map of a card or column. */
function mapIn(doc: Y.Doc, root: 'cards' | 'columns', id: string): Y.Map<unknown> {
  const map = doc.getMap(root).get(id);
  if (!(map instanceof Y.Map)) throw new Error(`nothing under ${id}`);
  return map;
}

/** The same document as it arrives somewhere else. */
function arrived(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

describe('ids that are names of the language', () => {
  const PROTO = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];

  test.each(PROTO)('[B8] a column, a card, a label and a person called %s are like any other', (name) => {
    const doc = boardWith({ todo: ['a'] });
    doc.getMap('columns').set(
      name,
      new Y.Map([
        ['name', name],
        ['order', 'z0'],
      ]),
    );
    doc.getMap('labels').set(name, new Y.Map([['name', name]]));
    doc.getMap('cards').set(name, new Y.Map<unknown>([['place', { columnId: name, order: 'a0' }]]));
    const entries = [`label:${name}`, `assignee:${name}`];
    for (const key of entries) mapIn(doc, 'cards', name).set(key, true);
    expect(renameCard(doc, { cardId: name, title: 'Prototype' }).ok).toBe(true);
    expect(setCardProperties(doc, { cardId: name, labels: [name] }).ok).toBe(true);

    const board = readBoard(arrived(doc));
    expect(board.columns.find(({ id }) => id === name)?.cards).toMatchObject([
      { id: name, title: 'Prototype', labels: [name], assignees: [name] },
    ]);
    expect(projectBoard(doc).map(({ cardId }) => cardId)).toContain(name);
    expect(({} as Record<string, unknown>).title).toBeUndefined();
  });

  test('[B8] a place that carries a prototype changes nothing but where the card stands', () => {
    const doc = boardWith({ doing: ['a'] });
    mapIn(doc, 'cards', 'a').set(
      'place',
      JSON.parse('{"__proto__": {"order": "a5"}, "columnId": "done", "order": "a1"}'),
    );
    expect(layoutOf(arrived(doc)).done).toEqual(['a']);
    expect(({} as Record<string, unknown>).order).toBeUndefined();
  });
});

test('[B8] parts of a card that are not what their name says are left out and counted', () => {
  const doc = boardWith({ todo: ['a', 'b'] });
  const card = mapIn(doc, 'cards', 'a');
  for (const key of ['label:l', 'assignee:nadia', 'organisation:valmont', 'blockedBy:b', 'link:document:d'])
    card.set(key, 'oui');
  for (const key of ['item:1', 'list:2', 'file:3']) card.set(key, 3);
  card.set('later:4', 'what a newer version writes is not ours to judge');
  const board = readBoard(doc);
  expect(board.skipped).toBe(8);
  expect(board.columns[0]?.cards[0]).toMatchObject({
    labels: [],
    assignees: [],
    organisations: [],
    blockedBy: [],
    links: [],
    checklists: [],
    files: [],
  });
});

describe('keys that are all the same', () => {
  test('[B3] [B4] columns and cards under one key have one order everywhere, and can be moved out of it', () => {
    const doc = boardWith({ todo: ['d', 'b', 'c', 'a'] });
    for (const id of ['todo', 'doing', 'done']) mapIn(doc, 'columns', id).set('order', 'a0');
    for (const id of ['a', 'b', 'c', 'd'])
      mapIn(doc, 'cards', id).set('place', { columnId: 'todo', order: 'a0' });
    expect(layoutOf(arrived(doc))).toEqual(layoutOf(doc));
    expect(layoutOf(doc)).toEqual({ doing: [], done: [], todo: ['a', 'b', 'c', 'd'] });
    moveCard(doc, { cardId: 'd', columnId: 'todo', index: 0 });
    moveColumn(doc, { columnId: 'todo', index: 0 });
    expect(layoutOf(doc).todo?.[0]).toBe('d');
    expect(Object.keys(layoutOf(doc))[0]).toBe('todo');
  });
});

describe('too much of everything', () => {
  test('[B8] a card with as many steps as a room may hold elements is read', () => {
    const doc = boardWith({ todo: ['a', 'b'] });
    const card = mapIn(doc, 'cards', 'a');
    doc.transact(() => {
      for (let at = 0; at < LIMITS.documentElements / 2; at += 1) card.set(`item:${at}`, new Y.Map());
    });
    expect(layoutOf(arrived(doc)).todo).toEqual(['a', 'b']);
    expect(moveCard(doc, { cardId: 'a', columnId: 'done' }).ok).toBe(true);
  });

  test('[B8] twenty thousand columns that nobody wanted, and a card in each, are read', () => {
    const doc = boardWith();
    doc.transact(() => {
      for (let at = 0; at < 20_000; at += 1) {
        doc.getMap('columns').set(`c${at}`, new Y.Map([['order', 'a0']]));
        doc.getMap('cards').set(`k${at}`, new Y.Map([['place', { columnId: `c${at}`, order: 'a0' }]]));
      }
    });
    expect(readBoard(doc).columns).toHaveLength(20_003);
    expect(projectBoard(doc)).toHaveLength(20_000);
  });
});

describe('what goes away here and is used there', () => {
  test('[B5] cards that enter a column while it is removed are all seen, in the order they were put', () => {
    const [ana, bob, eve] = replicas(3);
    if (!ana || !bob || !eve) throw new Error('no replicas');
    Y.applyUpdate(ana, Y.encodeStateAsUpdate(boardWith({ todo: ['a', 'b'], doing: ['c'] })));
    rejoin(ana, bob, eve);
    removeColumn(ana, { columnId: 'done' });
    moveCard(bob, { cardId: 'a', columnId: 'done' });
    moveCard(eve, { cardId: 'c', columnId: 'done' });
    rejoin(ana, bob, eve);
    expect(layoutOf(bob)).toEqual(layoutOf(ana));
    expect(layoutOf(eve)).toEqual(layoutOf(ana));
    expect(Object.values(layoutOf(ana)).flat().sort()).toEqual(['a', 'b', 'c']);
    expect(readBoard(ana)).toMatchObject({ skipped: 0, archived: [] });
  });
});
