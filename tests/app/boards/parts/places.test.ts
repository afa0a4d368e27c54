import { expect, test } from 'vitest';
import { placeOf, rankBeside } from '#app/boards/parts/places.ts';
import { readBoard } from '#shared/boards/board-doc.ts';
import { moveCard } from '#shared/boards/card/card-operations.ts';
import { boardWith, layoutOf } from '#tests/support/boards/boards.ts';

/** What is left in the column after dropping `moved` beside `cardId`. */
function dropped(moved: string, cardId: string, side: 'before' | 'after'): string[] | undefined {
  const doc = boardWith({ todo: ['a', 'b', 'c'], doing: ['x'] });
  const column = readBoard(doc).columns[0];
  if (!column) throw new Error('no column');
  const index = rankBeside(column, moved, { cardId, side });
  moveCard(doc, { cardId: moved, columnId: 'todo', ...(index === undefined ? {} : { index }) });
  return layoutOf(doc).todo;
}

test.each([
  ['x', 'a', 'before', ['x', 'a', 'b', 'c']],
  ['x', 'b', 'after', ['a', 'b', 'x', 'c']],
  ['a', 'c', 'before', ['b', 'a', 'c']],
  ['a', 'c', 'after', ['b', 'c', 'a']],
  ['c', 'a', 'after', ['a', 'c', 'b']],
  ['b', 'b', 'before', ['a', 'b', 'c']],
  ['b', 'b', 'after', ['a', 'b', 'c']],
  ['a', 'gone', 'after', ['b', 'c', 'a']],
] as const)('[B4] [B17] %s dropped beside %s (%s) stands there', (moved, target, side, expected) => {
  expect(dropped(moved, target, side)).toEqual(expected);
});

test('the place of a card counts it among the cards of its column; an archived one has none', () => {
  const board = readBoard(boardWith({ todo: ['a', 'b'] }));
  expect(placeOf(board, 'b')).toMatchObject({ index: 1, count: 2, columnIndex: 0, column: { id: 'todo' } });
  expect(placeOf(board, 'gone')).toBeNull();
});
