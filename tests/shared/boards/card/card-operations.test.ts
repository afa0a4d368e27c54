import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { BOARD_EDIT, readBoard } from '#shared/boards/board-doc.ts';
import {
  addCard,
  archiveCard,
  moveCard,
  renameCard,
  restoreCard,
  setCardDescription,
} from '#shared/boards/card/card-operations.ts';
import { setCardProperties } from '#shared/boards/card/property/property-operations.ts';
import { BORN, boardWith, layoutOf } from '#tests/support/boards/boards.ts';
import { countUpdates } from '#tests/support/realtime/replicas.ts';

const cardOf = (doc: Y.Doc, cardId: string) =>
  readBoard(doc)
    .columns.flatMap(({ cards }) => cards)
    .find(({ id }) => id === cardId);

describe('adding a card', () => {
  test.each([
    [undefined, ['a', 'b', 'new']],
    [0, ['new', 'a', 'b']],
    [1, ['a', 'new', 'b']],
    [99, ['a', 'b', 'new']],
  ])('[B4] at rank %s it stands at %j', (index, expected) => {
    const doc = boardWith({ todo: ['a', 'b'] });
    const at = index === undefined ? {} : { index };
    const input = { cardId: 'new', columnId: 'todo', title: 'Neuve', ...BORN, ...at };
    expect(addCard(doc, input)).toEqual({ ok: true, value: undefined });
    expect(layoutOf(doc)).toMatchObject({ todo: expected });
  });

  test('[B12] what it was given is what it holds, and nothing more', () => {
    const doc = boardWith({ doing: ['a'] });
    expect(cardOf(doc, 'a')).toEqual({
      id: 'a',
      title: 'A',
      description: '',
      columnId: 'doing',
      labels: [],
      organisations: [],
      assignees: [],
      start: null,
      due: null,
      checklists: [],
      files: [],
      cover: null,
      fields: [],
      blockedBy: [],
      links: [],
      repeat: null,
      movedTo: null,
      createdAt: '2023-03-14T09:05:00.000Z',
      createdBy: 'nadia',
    });
  });

  test.each([
    [{ title: '  ' }, 'board.titleEmpty'],
    [{ title: 'x'.repeat(501) }, 'board.titleTooLong'],
    [{ columnId: 'nowhere' }, 'board.columnNotFound'],
    [{ cardId: 'a' }, 'board.idTaken'],
  ])('[B7] with %j it is refused with %s and nothing is written', (wrong, error) => {
    const doc = boardWith({ todo: ['a'] });
    const input = { cardId: 'new', columnId: 'todo', title: 'Neuve', ...BORN, ...wrong };
    const updates = countUpdates(doc, () => expect(addCard(doc, input)).toEqual({ ok: false, error }));
    expect(updates).toBe(0);
  });
});

describe('moving a card', () => {
  test.each([
    ['a', 'todo', 1, { todo: ['b', 'a', 'c'] }],
    ['a', 'todo', 2, { todo: ['b', 'c', 'a'] }],
    ['c', 'todo', 0, { todo: ['c', 'a', 'b'] }],
    ['b', 'todo', undefined, { todo: ['a', 'c', 'b'] }],
    ['b', 'doing', 0, { todo: ['a', 'c'], doing: ['b', 'd'] }],
    ['b', 'doing', undefined, { todo: ['a', 'c'], doing: ['d', 'b'] }],
    ['b', 'done', 5, { todo: ['a', 'c'], done: ['b'] }],
    ['b', 'doing', -3, { todo: ['a', 'c'], doing: ['b', 'd'] }],
  ])('[B4] %s to %s at rank %s gives %j', (cardId, columnId, index, expected) => {
    const doc = boardWith({ todo: ['a', 'b', 'c'], doing: ['d'] });
    const input = index === undefined ? { cardId, columnId } : { cardId, columnId, index };
    expect(moveCard(doc, input).ok).toBe(true);
    expect(layoutOf(doc)).toMatchObject(expected);
  });

  test.each([
    ['a', 0],
    ['b', 1],
    ['c', 2],
    ['c', 99],
    ['c', undefined],
  ])('[B7] %s to its own rank %s writes nothing', (cardId, index) => {
    const doc = boardWith({ todo: ['a', 'b', 'c'] });
    const input = { cardId, columnId: 'todo', ...(index !== undefined && { index }) };
    expect(countUpdates(doc, () => moveCard(doc, input))).toBe(0);
  });

  test('[B4] ranks count the cards that show: the archived ones take no place', () => {
    const doc = boardWith({ todo: ['a', 'b', 'c', 'd'] });
    archiveCard(doc, { cardId: 'a' });
    moveCard(doc, { cardId: 'd', columnId: 'todo', index: 1 });
    expect(layoutOf(doc)).toMatchObject({ todo: ['b', 'd', 'c'] });
  });

  test.each([
    [{ cardId: 'nobody', columnId: 'todo' }, 'board.cardNotFound'],
    [{ cardId: 'a', columnId: 'nowhere' }, 'board.columnNotFound'],
    [{ cardId: '__proto__', columnId: 'todo' }, 'board.cardNotFound'],
  ])('[B7] %j is refused with %s and nothing is written', (input, error) => {
    const doc = boardWith({ todo: ['a', 'b'] });
    const updates = countUpdates(doc, () => expect(moveCard(doc, input)).toEqual({ ok: false, error }));
    expect(updates).toBe(0);
  });

  test('it is one update of the origin that undo tracks', () => {
    const doc = boardWith({ todo: ['a', 'b'] });
    const origins: unknown[] = [];
    doc.on('update', (_update, origin) => origins.push(origin));
    moveCard(doc, { cardId: 'a', columnId: 'done' });
    expect(origins).toEqual([BOARD_EDIT]);
  });
});

type Refusable = (doc: Y.Doc, cardId: string) => { ok: boolean };

const edits: [what: string, edit: Refusable, expected: object][] = [
  ['a title', (doc, cardId) => renameCard(doc, { cardId, title: ' Autre ' }), { title: 'Autre' }],
  [
    'a description',
    (doc, cardId) => setCardDescription(doc, { cardId, description: 'À 14 h\n' }),
    { description: 'À 14 h' },
  ],
  [
    'a due date',
    (doc, cardId) => setCardProperties(doc, { cardId, due: '2024-02-29' }),
    { due: '2024-02-29' },
  ],
  [
    'labels',
    (doc, cardId) => setCardProperties(doc, { cardId, labels: ['field', 'data', 'field'] }),
    { labels: ['data', 'field'] },
  ],
  [
    'people',
    (doc, cardId) => setCardProperties(doc, { cardId, assignees: ['yann', 'ines'] }),
    { assignees: ['ines', 'yann'] },
  ],
  [
    'organisations',
    (doc, cardId) => setCardProperties(doc, { cardId, organisations: ['valmont', 'brenne'] }),
    { organisations: ['brenne', 'valmont'] },
  ],
  [
    'a start and a due date',
    (doc, cardId) => setCardProperties(doc, { cardId, start: '2024-02-28', due: '2024-02-29' }),
    { start: '2024-02-28', due: '2024-02-29' },
  ],
];

describe('editing a card', () => {
  test.each(edits)(
    '[B7] %s is written once, and writing it again writes nothing',
    (_what, edit, expected) => {
      const doc = boardWith({ todo: ['a', 'b'] });
      expect(countUpdates(doc, () => expect(edit(doc, 'a').ok).toBe(true))).toBe(1);
      expect(cardOf(doc, 'a')).toMatchObject(expected);
      expect(countUpdates(doc, () => expect(edit(doc, 'a').ok).toBe(true))).toBe(0);
    },
  );

  test.each(edits)('[B7] %s of no card is refused', (_what, edit) => {
    const doc = boardWith({ todo: ['a'] });
    const updates = countUpdates(doc, () =>
      expect(edit(doc, 'nobody')).toEqual({ ok: false, error: 'board.cardNotFound' }),
    );
    expect(updates).toBe(0);
  });

  test.each([
    [(doc: Y.Doc) => renameCard(doc, { cardId: 'a', title: '' }), 'board.titleEmpty'],
    [(doc: Y.Doc) => renameCard(doc, { cardId: 'a', title: 'x'.repeat(501) }), 'board.titleTooLong'],
    [
      (doc: Y.Doc) => setCardDescription(doc, { cardId: 'a', description: 'x'.repeat(20_001) }),
      'board.descriptionTooLong',
    ],
    [(doc: Y.Doc) => setCardProperties(doc, { cardId: 'a', due: '2023-02-29' }), 'board.dueInvalid'],
    [(doc: Y.Doc) => setCardProperties(doc, { cardId: 'a', due: '14/03/2023' }), 'board.dueInvalid'],
    [
      (doc: Y.Doc) => setCardProperties(doc, { cardId: 'a', labels: ['field', 'none'] }),
      'board.labelNotFound',
    ],
  ])('[B10] wrong input number %# is refused and nothing is written', (edit, error) => {
    const doc = boardWith({ todo: ['a'] });
    expect(countUpdates(doc, () => expect(edit(doc)).toEqual({ ok: false, error }))).toBe(0);
  });

  test('what was set is taken away again', () => {
    const doc = boardWith({ todo: ['a'] });
    for (const [, edit] of edits) edit(doc, 'a');
    setCardDescription(doc, { cardId: 'a', description: '' });
    setCardProperties(doc, { cardId: 'a', due: null });
    setCardProperties(doc, { cardId: 'a', labels: ['data'] });
    setCardProperties(doc, { cardId: 'a', assignees: [] });
    setCardProperties(doc, { cardId: 'a', organisations: [] });
    setCardProperties(doc, { cardId: 'a', start: null });
    expect(cardOf(doc, 'a')).toMatchObject({
      description: '',
      due: null,
      labels: ['data'],
      assignees: [],
      start: null,
      organisations: [],
    });
  });
});

test('[B6] an archived card leaves the board with all it holds, and comes back where it was', () => {
  const doc = boardWith({ todo: ['a', 'b', 'c'] });
  setCardProperties(doc, { cardId: 'b', due: '2023-03-16' });
  archiveCard(doc, { cardId: 'b' });
  expect(layoutOf(doc)).toMatchObject({ todo: ['a', 'c'] });
  expect(readBoard(doc).archived).toMatchObject([
    { id: 'b', title: 'B', due: '2023-03-16', columnId: 'todo' },
  ]);
  restoreCard(doc, { cardId: 'b' });
  expect(layoutOf(doc)).toMatchObject({ todo: ['a', 'b', 'c'] });
  expect(readBoard(doc).archived).toEqual([]);
});

test.each([archiveCard, restoreCard])(
  '[B6] archiving and restoring refuse an unknown card (%#)',
  (operation) => {
    const refusal = { ok: false, error: 'board.cardNotFound' };
    expect(operation(boardWith(), { cardId: 'nobody' })).toEqual(refusal);
  },
);
