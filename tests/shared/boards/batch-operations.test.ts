import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { changeCards, moveCards } from '#shared/boards/batch-operations.ts';
import { readBoard } from '#shared/boards/board-doc.ts';
import { createBoardHistory } from '#shared/boards/board-history.ts';
import { archiveCard, setCardDescription } from '#shared/boards/card/card-operations.ts';
import { addChecklistItem, toggleChecklistItem } from '#shared/boards/card/checklist-operations.ts';
import { duplicateCard } from '#shared/boards/card/duplicate-card.ts';
import { setCardProperties } from '#shared/boards/card/property/property-operations.ts';
import { BORN, boardWith, layoutOf } from '#tests/support/boards/boards.ts';
import { countUpdates } from '#tests/support/realtime/replicas.ts';

const cards = { todo: ['a', 'b', 'c'], doing: ['d', 'e'] };
const cardOf = (doc: Y.Doc, cardId: string) =>
  readBoard(doc)
    .columns.flatMap((column) => column.cards)
    .find(({ id }) => id === cardId);

describe('[B23] several cards at once', () => {
  test.each([
    [
      'end of another column',
      ['e', 'a', 'c'],
      'done',
      undefined,
      { todo: ['b'], doing: ['d'], done: ['a', 'c', 'e'] },
    ],
    ['between two others', ['a', 'c'], 'doing', 1, { todo: ['b'], doing: ['d', 'a', 'c', 'e'], done: [] }],
    [
      'start of their own column',
      ['c', 'b'],
      'todo',
      0,
      { todo: ['b', 'c', 'a'], doing: ['d', 'e'], done: [] },
    ],
    ['past the end', ['a'], 'todo', 99, { todo: ['b', 'c', 'a'], doing: ['d', 'e'], done: [] }],
  ])('move to the %s, in the order of the board', (_, cardIds, columnId, index, layout) => {
    const doc = boardWith(cards);
    const history = createBoardHistory(doc);
    expect(moveCards(doc, { cardIds, columnId, index })).toEqual({ ok: true, value: cardIds.length });
    expect(layoutOf(doc)).toEqual(layout);
    expect(history.undo()).toMatchObject({ gesture: { what: 'moved' }, outcome: 'done' });
    expect(layoutOf(doc)).toEqual({ ...cards, done: [] });
  });

  test('take a label, a person, a day, and leave for the archive, each as one gesture', () => {
    const doc = boardWith(cards);
    const cardIds = ['a', 'd', 'gone'];
    for (const change of [
      { label: 'field', isOn: true },
      { assignee: 'nadia', isOn: true },
      { due: '2026-03-20' },
    ])
      expect(countUpdates(doc, () => changeCards(doc, { cardIds, change }))).toBe(1);
    for (const id of ['a', 'd'])
      expect(cardOf(doc, id)).toMatchObject({ labels: ['field'], assignees: ['nadia'], due: '2026-03-20' });
    changeCards(doc, { cardIds, change: { label: 'field', isOn: false } });
    expect(cardOf(doc, 'a')?.labels).toEqual([]);
    expect(changeCards(doc, { cardIds, change: { archived: true } })).toEqual({ ok: true, value: 2 });
    expect(layoutOf(doc)).toEqual({ todo: ['b', 'c'], doing: ['e'], done: [] });
  });

  test('[B7] are refused without writing, and write nothing when it is already so', () => {
    const doc = boardWith(cards);
    archiveCard(doc, { cardId: 'b' });
    const writes = countUpdates(doc, () => {
      expect(moveCards(doc, { cardIds: ['a'], columnId: 'none' })).toMatchObject({
        error: 'board.columnNotFound',
      });
      expect(moveCards(doc, { cardIds: ['b', 'none'], columnId: 'done' })).toMatchObject({
        error: 'board.cardNotFound',
      });
      expect(moveCards(doc, { cardIds: ['c'], columnId: 'todo' })).toMatchObject({ ok: true });
      const change = (made: Parameters<typeof changeCards>[1]['change'], cardIds = ['a']) =>
        changeCards(doc, { cardIds, change: made });
      expect(change({ label: 'none', isOn: true })).toMatchObject({ error: 'board.labelNotFound' });
      expect(change({ due: '2026-02-30' })).toMatchObject({ error: 'board.dueInvalid' });
      expect(change({ archived: true }, ['b'])).toMatchObject({ error: 'board.cardNotFound' });
      expect(change({ assignee: 'nadia', isOn: false })).toMatchObject({ ok: true });
    });
    expect(writes).toBe(0);
  });
});

test('[B52] a day before the start of one of the cards is refused for all', () => {
  const doc = boardWith(cards);
  setCardProperties(doc, { cardId: 'b', start: '2026-03-20' });
  const refusal = { ok: false, error: 'board.startAfterDue' };
  const updates = countUpdates(doc, () =>
    expect(changeCards(doc, { cardIds: ['a', 'b'], change: { due: '2026-03-19' } })).toEqual(refusal),
  );
  expect(updates).toBe(0);
  expect(changeCards(doc, { cardIds: ['a', 'b'], change: { due: '2026-03-20' } })).toMatchObject({
    ok: true,
  });
});

describe('[B24] a copy', () => {
  test('stands right after its card and says the same, with steps of its own', () => {
    const doc = boardWith(cards);
    setCardProperties(doc, { cardId: 'a', due: '2026-03-20' });
    changeCards(doc, { cardIds: ['a'], change: { label: 'data', isOn: true } });
    addChecklistItem(doc, { cardId: 'a', itemId: 's', text: 'Étape' });
    setCardDescription(doc, { cardId: 'a', description: 'Deux\nlignes' });
    const later = { createdAt: new Date('2026-03-01T09:00:00Z'), createdBy: 'yann' };
    expect(duplicateCard(doc, { cardId: 'a', copyId: 'z', title: 'A (copie)', ...later })).toEqual({
      ok: true,
    });
    expect(layoutOf(doc).todo).toEqual(['a', 'z', 'b', 'c']);
    expect(cardOf(doc, 'z')).toEqual({
      ...cardOf(doc, 'a'),
      id: 'z',
      title: 'A (copie)',
      createdAt: '2026-03-01T09:00:00.000Z',
      createdBy: 'yann',
    });
    toggleChecklistItem(doc, { cardId: 'z', itemId: 's', done: true });
    expect(cardOf(doc, 'a')?.checklists[0]?.items).toMatchObject([{ done: false }]);
  });

  test('is refused without its card, under a taken id, or without a title', () => {
    const doc = boardWith(cards);
    const copy = (given: object) =>
      duplicateCard(doc, { cardId: 'a', copyId: 'z', title: 'Z', ...BORN, ...given });
    expect(copy({ cardId: 'none' })).toMatchObject({ error: 'board.cardNotFound' });
    expect(copy({ copyId: 'b' })).toMatchObject({ error: 'board.idTaken' });
    expect(copy({ title: ' ' })).toMatchObject({ error: 'board.titleEmpty' });
    expect(layoutOf(doc)).toEqual({ ...cards, done: [] });
  });
});
