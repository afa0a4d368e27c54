import { expect, test } from 'vitest';
import { cardOfAddress } from '#app/boards/card/card-address.ts';
import { openCardOf } from '#app/boards/card/use-open-card.ts';
import { openingOf } from '#app/boards/list/opening.ts';
import { emptyBoard } from '#shared/boards/board.ts';
import { readBoard } from '#shared/boards/board-doc.ts';
import { filterColumns } from '#shared/boards/card/card-filter.ts';
import { archiveCard } from '#shared/boards/card/card-operations.ts';
import { readFilter } from '#shared/boards/view/board-address.ts';
import { boardWith } from '#tests/support/boards/boards.ts';

const many = Array.from({ length: 30 }, (_, index) => `card-${String(index).padStart(2, '0')}`);

test.each([
  [undefined, null],
  ['', null],
  ['cartes/une-carte', 'une-carte'],
  ['cartes', undefined],
  ['cartes/', undefined],
  ['cartes/a/b', undefined],
  ['autre/a', undefined],
])('[B18] the rest of the address « %s » names %s', (rest, card) => {
  expect(cardOfAddress(rest)).toBe(card);
});

test('[B18] the page opens with the first cards whole and the others by name, so that all can be read', () => {
  const [column] = openingOf(readBoard(boardWith({ todo: many })), null).columns;
  expect(column?.total).toBe(30);
  const read = [...(column?.cards ?? []), ...(column?.rest ?? [])].map(({ id }) => id);
  expect(read).toEqual(many);
  expect(column?.rest.length).toBeGreaterThan(0);
});

test('[B18] the card of the address opens whole, however far down, and an archived one too', () => {
  const doc = boardWith({ todo: many });
  expect(openCardOf('card-29', null, openingOf(readBoard(doc), 'card-29'))).toMatchObject({
    card: { id: 'card-29' },
    columnName: 'À faire',
    isArchived: false,
  });
  archiveCard(doc, { cardId: 'card-29' });
  expect(openCardOf('card-29', null, openingOf(readBoard(doc), 'card-29'))).toMatchObject({
    card: { id: 'card-29' },
    isArchived: true,
  });
});

test('[B18] a card that the board does not have is told as missing once the board is known, and not before', () => {
  const opening = openingOf(emptyBoard, 'gone');
  expect(openCardOf('gone', null, opening)).toBeNull();
  expect(openCardOf('gone', emptyBoard, opening)).toMatchObject({ card: null });
});

test('[B44] the page opens with the cards that the filter of its address lets pass, and says how many there are', () => {
  const board = readBoard(boardWith({ todo: ['a', 'b'], doing: ['c'] }));
  const filter = readFilter(new URLSearchParams('texte=b'));
  const shown = filterColumns(board, filter, { userId: 'nadia', today: '2023-03-14' });
  const { columns } = openingOf(board, null, shown);
  expect(columns.map(({ cards, total }) => [cards.map(({ id }) => id), total])).toEqual([
    [['b'], 2],
    [[], 1],
    [[], 0],
  ]);
});
