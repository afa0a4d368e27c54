import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { readBoard } from '#shared/boards/board-doc.ts';
import { archiveCard, moveCard } from '#shared/boards/card/card-operations.ts';
import { addColumn, moveColumn, removeColumn, setColumn } from '#shared/boards/column-operations.ts';
import { boardWith, layoutOf } from '#tests/support/boards/boards.ts';
import { countUpdates } from '#tests/support/realtime/replicas.ts';

const columnIds = (doc: Y.Doc) => readBoard(doc).columns.map(({ id }) => id);

test('a board starts with the columns, labels and layout version that it was made with', () => {
  expect(readBoard(boardWith())).toEqual({
    schemaVersion: 1,
    columns: [
      { id: 'todo', name: 'À faire', done: false, limit: null, colour: null, cards: [] },
      { id: 'doing', name: 'En cours', done: false, limit: 3, colour: null, cards: [] },
      { id: 'done', name: 'Fait', done: true, limit: null, colour: null, cards: [] },
    ],
    archived: [],
    labels: [
      { id: 'data', name: 'Données', colour: 'neutral' },
      { id: 'field', name: 'Terrain', colour: 'moss' },
    ],
    fields: [],
    removedFields: [],
    views: [],
    skipped: 0,
  });
});

test('a column is added after the others and renamed', () => {
  const doc = boardWith();
  addColumn(doc, { columnId: 'review', name: ' Relecture ', limit: 2 });
  setColumn(doc, { columnId: 'done', name: 'Terminé' });
  expect(readBoard(doc).columns.slice(2)).toMatchObject([
    { id: 'done', name: 'Terminé', done: true },
    { id: 'review', name: 'Relecture', done: false, limit: 2 },
  ]);
});

test('a limit is set and taken away, and so is what a column means for its cards', () => {
  const doc = boardWith();
  setColumn(doc, { columnId: 'todo', limit: 5 });
  setColumn(doc, { columnId: 'doing', limit: null });
  setColumn(doc, { columnId: 'doing', done: true });
  setColumn(doc, { columnId: 'done', done: false });
  expect(readBoard(doc).columns).toMatchObject([
    { limit: 5, done: false },
    { limit: null, done: true },
    { limit: null, done: false },
  ]);
});

test('[B21] name, limit, meaning and colour of a column are one gesture, refused as a whole', () => {
  const doc = boardWith();
  const all = { columnId: 'todo', name: 'Idées', limit: 4, done: true, colour: 'plum' } as const;
  expect(countUpdates(doc, () => setColumn(doc, all))).toBe(1);
  const { columnId: id, ...said } = all;
  expect(readBoard(doc).columns[0]).toMatchObject({ id, ...said });
  expect(countUpdates(doc, () => setColumn(doc, { ...all, name: 'Autre', limit: 1.5 }))).toBe(0);
  expect(setColumn(doc, { columnId: 'todo', colour: 'red' as never })).toEqual({
    ok: false,
    error: 'board.colourInvalid',
  });
  setColumn(doc, { columnId: 'todo', colour: null });
  expect(readBoard(doc).columns[0]).toMatchObject({ name: 'Idées', limit: 4, colour: null });
});

test.each([
  ['todo', 1, ['doing', 'todo', 'done']],
  ['todo', 2, ['doing', 'done', 'todo']],
  ['done', 0, ['done', 'todo', 'doing']],
  ['doing', 99, ['todo', 'done', 'doing']],
  ['doing', -1, ['doing', 'todo', 'done']],
])('[B4] column %s moved to rank %i gives %j', (columnId, index, expected) => {
  const doc = boardWith();
  expect(moveColumn(doc, { columnId, index }).ok).toBe(true);
  expect(columnIds(doc)).toEqual(expected);
});

test('[B7] a column moved or renamed to what it is writes nothing', () => {
  const doc = boardWith();
  const updates = countUpdates(doc, () => {
    moveColumn(doc, { columnId: 'doing', index: 1 });
    moveColumn(doc, { columnId: 'done', index: 7 });
    setColumn(doc, { columnId: 'doing', name: 'En cours' });
  });
  expect(updates).toBe(0);
});

describe('removing a column', () => {
  test('[B11] one that shows a card is refused, an emptied one goes', () => {
    const doc = boardWith({ doing: ['a'] });
    const refused = removeColumn(doc, { columnId: 'doing' });
    expect(refused).toEqual({ ok: false, error: 'board.columnNotEmpty' });
    moveCard(doc, { cardId: 'a', columnId: 'todo' });
    expect(removeColumn(doc, { columnId: 'doing' }).ok).toBe(true);
    expect(columnIds(doc)).toEqual(['todo', 'done']);
  });

  test('[B11] archived cards do not hold it back, and restore into the first column', () => {
    const doc = boardWith({ doing: ['a'] });
    archiveCard(doc, { cardId: 'a' });
    expect(removeColumn(doc, { columnId: 'doing' }).ok).toBe(true);
    expect(readBoard(doc).archived).toMatchObject([{ id: 'a', columnId: 'todo' }]);
  });

  test('[B11] the first column is held back by the cards that only stand in it', () => {
    const doc = boardWith({ doing: ['a'] });
    doc.getMap('columns').delete('doing');
    expect(layoutOf(doc)).toEqual({ todo: ['a'], done: [] });
    expect(removeColumn(doc, { columnId: 'todo' })).toEqual({ ok: false, error: 'board.columnNotEmpty' });
  });
});

test.each([
  [(doc: Y.Doc) => addColumn(doc, { columnId: 'todo', name: 'x' }), 'board.idTaken'],
  [(doc: Y.Doc) => addColumn(doc, { columnId: 'new', name: '' }), 'board.titleEmpty'],
  [(doc: Y.Doc) => setColumn(doc, { columnId: 'todo', name: 'x'.repeat(501) }), 'board.titleTooLong'],
  [(doc: Y.Doc) => setColumn(doc, { columnId: 'none', name: 'x' }), 'board.columnNotFound'],
  [(doc: Y.Doc) => moveColumn(doc, { columnId: 'none', index: 0 }), 'board.columnNotFound'],
  [(doc: Y.Doc) => setColumn(doc, { columnId: 'todo', limit: 0 }), 'board.limitInvalid'],
  [(doc: Y.Doc) => setColumn(doc, { columnId: 'todo', limit: 2.5 }), 'board.limitInvalid'],
  [(doc: Y.Doc) => setColumn(doc, { columnId: 'none', limit: 2 }), 'board.columnNotFound'],
  [(doc: Y.Doc) => setColumn(doc, { columnId: 'none', done: true }), 'board.columnNotFound'],
  [(doc: Y.Doc) => removeColumn(doc, { columnId: 'none' }), 'board.columnNotFound'],
])('[B7] refusal number %# of a column writes nothing', (operation, error) => {
  const doc = boardWith();
  expect(countUpdates(doc, () => expect(operation(doc)).toEqual({ ok: false, error }))).toBe(0);
});
