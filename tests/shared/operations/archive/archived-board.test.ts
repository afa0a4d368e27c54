import { expect, test } from 'vitest';
import { readBoard } from '#shared/boards/board-doc.ts';
import { ArchivedBoard, boardHere, peopleOf } from '#shared/operations/archive/archived-board.ts';
import { wholeBoard } from '#tests/support/boards/whole-board.ts';

const board = ArchivedBoard.parse({ title: 'Suivi', ...readBoard(wholeBoard()) });
const organisation = (id: string) => `${id} d’ici`;
const cardOf = ({ columns }: ArchivedBoard) =>
  columns.flatMap(({ cards }) => cards).find(({ id }) => id === 'a');
const heldIn = (found: ArchivedBoard) =>
  Object.fromEntries(cardOf(found)?.fields.map(({ fieldId, value }) => [fieldId, value]) ?? []);

test('[B75] whom a board names is asked for everywhere: on cards, in fields, as the author', () => {
  expect(peopleOf(board).filter((id) => id === 'nadia')).toHaveLength(5);
});

test('[B75] who has an account stays on the cards, in the fields and the author; cities become those of here', () => {
  const here = boardHere(board, { people: new Set(['nadia']), organisation });
  expect(cardOf(here)).toMatchObject({
    assignees: ['nadia'],
    organisations: ['city d’ici'],
    createdBy: 'nadia',
    createdAt: '2023-03-14T09:05:00.000Z',
  });
  expect(heldIn(here)).toEqual({ ...heldIn(board), 'f-city': 'city d’ici' });
});

test('[B75] who has none is on no card, in no field and no author; nothing else goes', () => {
  const here = boardHere(board, { people: new Set(), organisation: (id) => id });
  const { 'f-person': _, ...others } = heldIn(board);
  expect(cardOf(here)).toEqual({
    ...cardOf(board),
    ...{ assignees: [], createdBy: null, createdAt: null },
    fields: Object.entries(others).map(([fieldId, value]) => ({ fieldId, value })),
  });
});
