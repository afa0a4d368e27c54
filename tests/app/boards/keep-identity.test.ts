import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import { viewBoard } from '#app/boards/board-view.ts';
import {
  addCard,
  archiveCard,
  moveCard,
  renameCard,
  restoreCard,
} from '#shared/boards/card/card-operations.ts';
import { setColumn } from '#shared/boards/column-operations.ts';
import { BORN, boardWith } from '#tests/support/boards/boards.ts';

/** The board before and after a change, as the page sees it. */
function around(doc: Y.Doc, change: () => void) {
  const view = viewBoard(doc);
  const before = view.getBoard();
  change();
  return { before, after: view.getBoard() };
}

test('a board that nobody changed is the very same object', () => {
  const view = viewBoard(boardWith({ todo: ['a'] }));
  expect(view.getBoard()).toBe(view.getBoard());
});

test('a renamed card is a new one in a new column; all others are the very same', () => {
  const doc = boardWith({ todo: ['a', 'b'], doing: ['c'] });
  const { before, after } = around(doc, () => renameCard(doc, { cardId: 'a', title: 'Autre' }));
  expect(after.columns[0]?.cards[0]?.title).toBe('Autre');
  expect(after.columns[0]?.cards[1]).toBe(before.columns[0]?.cards[1]);
  expect(after.columns[1]).toBe(before.columns[1]);
  expect(after.columns[2]).toBe(before.columns[2]);
  expect(after.labels).toBe(before.labels);
});

test('a moved card changes the two columns concerned, and no card but itself', () => {
  const doc = boardWith({ todo: ['a', 'b'], doing: ['c'], done: ['d'] });
  const { before, after } = around(doc, () => moveCard(doc, { cardId: 'a', columnId: 'doing', index: 0 }));
  expect(after.columns[0]).not.toBe(before.columns[0]);
  expect(after.columns[0]?.cards[0]).toBe(before.columns[0]?.cards[1]);
  expect(after.columns[1]?.cards.map(({ id }) => id)).toEqual(['a', 'c']);
  expect(after.columns[1]?.cards[1]).toBe(before.columns[1]?.cards[0]);
  expect(after.columns[2]).toBe(before.columns[2]);
});

test('a renamed column keeps its cards', () => {
  const doc = boardWith({ todo: ['a'] });
  const { before, after } = around(doc, () => setColumn(doc, { columnId: 'todo', name: 'Autre' }));
  expect(after.columns[0]?.name).toBe('Autre');
  expect(after.columns[0]?.cards).toBe(before.columns[0]?.cards);
});

test('a card goes to the archive and back as the same object', () => {
  const doc = boardWith({ todo: ['a'] });
  const view = viewBoard(doc);
  const [card] = view.getBoard().columns[0]?.cards ?? [];
  archiveCard(doc, { cardId: 'a' });
  expect(view.getBoard().archived[0]).toBe(card);
  restoreCard(doc, { cardId: 'a' });
  expect(view.getBoard().columns[0]?.cards[0]).toBe(card);
});

test('whoever listens is told, and reads the change', () => {
  const doc = boardWith();
  const view = viewBoard(doc);
  const seen: number[] = [];
  const stop = view.subscribe(() => seen.push(view.getBoard().columns[0]?.cards.length ?? 0));
  addCard(doc, { cardId: 'a', columnId: 'todo', title: 'A', ...BORN });
  stop();
  addCard(doc, { cardId: 'b', columnId: 'todo', title: 'B', ...BORN });
  expect(seen).toEqual([1]);
});
