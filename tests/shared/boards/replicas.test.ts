import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { NO_COLUMN } from '#shared/boards/board.ts';
import { readBoard } from '#shared/boards/board-doc.ts';
import {
  addCard,
  archiveCard,
  moveCard,
  renameCard,
  restoreCard,
} from '#shared/boards/card/card-operations.ts';
import {
  addChecklistItem,
  renameChecklistItem,
  toggleChecklistItem,
} from '#shared/boards/card/checklist-operations.ts';
import { setCardProperties } from '#shared/boards/card/property/property-operations.ts';
import { addColumn, moveColumn, removeColumn, setColumn } from '#shared/boards/column-operations.ts';
import { BORN, fillBoard, layoutOf } from '#tests/support/boards/boards.ts';
import { rejoin, replicas } from '#tests/support/realtime/replicas.ts';

/** Two people on one board, cut off from each other. */
function cutBoard(cards: Readonly<Record<string, readonly string[]>>): [ana: Y.Doc, bob: Y.Doc] {
  const [ana, bob] = replicas(2);
  if (!ana || !bob) throw new Error('no replicas');
  fillBoard(ana, cards);
  rejoin(ana, bob);
  return [ana, bob];
}

/** Their links are back: both see one board, which is given. */
function rejoined(ana: Y.Doc, bob: Y.Doc) {
  rejoin(ana, bob);
  expect(readBoard(bob)).toEqual(readBoard(ana));
  return readBoard(ana);
}

describe('moves', () => {
  test('[B1] a card moved to two columns at once stands in one of them, at the rank chosen there', () => {
    const [ana, bob] = cutBoard({ todo: ['a', 'b'], doing: ['c', 'd'], done: ['e', 'f'] });
    moveCard(ana, { cardId: 'a', columnId: 'doing', index: 1 });
    moveCard(bob, { cardId: 'a', columnId: 'done', index: 0 });
    rejoined(ana, bob);
    expect([
      { todo: ['b'], doing: ['c', 'a', 'd'], done: ['e', 'f'] },
      { todo: ['b'], doing: ['c', 'd'], done: ['a', 'e', 'f'] },
    ]).toContainEqual(layoutOf(ana));
  });

  test('[B1] a change of column and a change of rank at once give one choice whole, never a mixture', () => {
    const [ana, bob] = cutBoard({ todo: ['a', 'b', 'c'], doing: ['d', 'e', 'f'] });
    moveCard(ana, { cardId: 'a', columnId: 'doing', index: 0 });
    moveCard(bob, { cardId: 'a', columnId: 'todo', index: 2 });
    rejoined(ana, bob);
    expect([
      { todo: ['b', 'c'], doing: ['a', 'd', 'e', 'f'], done: [] },
      { todo: ['b', 'c', 'a'], doing: ['d', 'e', 'f'], done: [] },
    ]).toContainEqual(layoutOf(ana));
  });

  test('[B2] 500 moves of one card by two people leave one card', () => {
    const [ana, bob] = cutBoard({ todo: ['a', 'b'], doing: ['c'] });
    const columns = ['todo', 'doing', 'done'];
    for (let at = 0; at < 250; at += 1) {
      moveCard(ana, { cardId: 'a', columnId: columns[at % 3] ?? 'todo', index: at % 2 });
      moveCard(bob, { cardId: 'a', columnId: columns[(at + 1) % 3] ?? 'todo', index: 0 });
      if (at % 10 === 9) rejoined(ana, bob);
    }
    rejoined(ana, bob);
    expect(Object.values(layoutOf(ana)).flat().sort()).toEqual(['a', 'b', 'c']);
  });

  test('[B2] cards added by both in one gap are all there, in one order', () => {
    const [ana, bob] = cutBoard({ todo: ['first', 'last'] });
    for (const at of [1, 2, 3]) {
      addCard(ana, { cardId: `ana-${at}`, columnId: 'todo', title: 'x', index: at, ...BORN });
      addCard(bob, { cardId: `bob-${at}`, columnId: 'todo', title: 'x', index: at, ...BORN });
    }
    rejoined(ana, bob);
    const ids = layoutOf(ana).todo ?? [];
    expect(ids).toHaveLength(8);
    expect([ids[0], ids[7]]).toEqual(['first', 'last']);
    expect(ids.filter((id) => id.startsWith('ana'))).toEqual(['ana-1', 'ana-2', 'ana-3']);
    expect(ids.filter((id) => id.startsWith('bob'))).toEqual(['bob-1', 'bob-2', 'bob-3']);
  });
});

describe('columns', () => {
  test('[B5] a card that enters a column while it is removed shows in the first one', () => {
    const [ana, bob] = cutBoard({ todo: ['a', 'b'] });
    removeColumn(ana, { columnId: 'done' });
    moveCard(bob, { cardId: 'a', columnId: 'done' });
    rejoined(ana, bob);
    expect(Object.values(layoutOf(ana)).map((ids) => ids.sort())).toEqual([['a', 'b'], []]);
    moveCard(ana, { cardId: 'a', columnId: 'doing' });
    rejoined(ana, bob);
    expect(layoutOf(bob)).toEqual({ todo: ['b'], doing: ['a'] });
  });

  test('[B5] a board left without columns shows its cards, and a new column takes them', () => {
    const [ana, bob] = cutBoard({});
    for (const columnId of ['todo', 'doing', 'done']) removeColumn(ana, { columnId });
    addCard(bob, { cardId: 'a', columnId: 'doing', title: 'Seule', ...BORN });
    rejoined(ana, bob);
    expect(layoutOf(ana)).toEqual({ [NO_COLUMN]: ['a'] });
    const refused = moveCard(ana, { cardId: 'a', columnId: NO_COLUMN });
    expect(refused).toEqual({ ok: false, error: 'board.columnNotFound' });
    addColumn(ana, { columnId: 'new', name: 'Nouvelle' });
    rejoined(ana, bob);
    expect(layoutOf(bob)).toEqual({ new: ['a'] });
  });

  test('[B9] a rename and a move of one column at once both hold', () => {
    const [ana, bob] = cutBoard({});
    setColumn(ana, { columnId: 'done', name: 'Terminé' });
    moveColumn(bob, { columnId: 'done', index: 0 });
    expect(rejoined(ana, bob).columns[0]).toMatchObject({ id: 'done', name: 'Terminé', done: true });
  });
});

describe('the content of a card', () => {
  test('[B9] what each changed of one card is kept: move, title, date, labels, people', () => {
    const [ana, bob] = cutBoard({ todo: ['a'] });
    moveCard(ana, { cardId: 'a', columnId: 'done' });
    setCardProperties(ana, { cardId: 'a', labels: ['field'] });
    setCardProperties(ana, { cardId: 'a', assignees: ['ana'] });
    setCardProperties(ana, { cardId: 'a', due: '2023-03-16' });
    renameCard(bob, { cardId: 'a', title: 'Renommée' });
    setCardProperties(bob, { cardId: 'a', labels: ['data'] });
    setCardProperties(bob, { cardId: 'a', assignees: ['bob'] });
    expect(rejoined(ana, bob).columns[2]?.cards).toMatchObject([
      { title: 'Renommée', due: '2023-03-16', labels: ['data', 'field'], assignees: ['ana', 'bob'] },
    ]);
  });

  test('[B9] the first step of a checklist added by both is two steps; a tick and a rename both hold', () => {
    const [ana, bob] = cutBoard({ todo: ['a'] });
    addChecklistItem(ana, { cardId: 'a', itemId: 'one', text: 'un' });
    addChecklistItem(bob, { cardId: 'a', itemId: 'two', text: 'deux' });
    rejoined(ana, bob);
    toggleChecklistItem(ana, { cardId: 'a', itemId: 'two', done: true });
    renameChecklistItem(bob, { cardId: 'a', itemId: 'two', text: 'deuxième' });
    const steps = rejoined(ana, bob).columns[0]?.cards[0]?.checklists[0]?.items;
    expect(steps).toHaveLength(2);
    expect(steps).toContainEqual({ id: 'one', text: 'un', done: false });
    expect(steps).toContainEqual({ id: 'two', text: 'deuxième', done: true });
  });

  test('[B6] a card archived here and edited and moved there is archived with the edit, and comes back with both', () => {
    const [ana, bob] = cutBoard({ todo: ['a', 'b'] });
    archiveCard(ana, { cardId: 'a' });
    renameCard(bob, { cardId: 'a', title: 'Écrite hors ligne' });
    moveCard(bob, { cardId: 'a', columnId: 'doing' });
    expect(rejoined(ana, bob).archived).toMatchObject([{ id: 'a', title: 'Écrite hors ligne' }]);
    restoreCard(ana, { cardId: 'a' });
    rejoined(ana, bob);
    expect(layoutOf(bob)).toEqual({ todo: ['b'], doing: ['a'], done: [] });
  });
});
