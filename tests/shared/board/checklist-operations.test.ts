import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import { readBoard } from '#shared/board/board-doc.ts';
import {
  addChecklistItem,
  removeChecklistItem,
  renameChecklistItem,
  toggleChecklistItem,
} from '#shared/board/checklist-operations.ts';
import { boardWith } from '#tests/support/boards.ts';
import { countUpdates } from '#tests/support/replicas.ts';

const checklistOf = (doc: Y.Doc) => readBoard(doc).columns[0]?.cards[0]?.checklist;

function cardWithSteps(): Y.Doc {
  const doc = boardWith({ todo: ['a'] });
  for (const itemId of ['plan', 'laser', 'file']) {
    addChecklistItem(doc, { cardId: 'a', itemId, text: ` ${itemId} ` });
  }
  return doc;
}

test('[B3] steps stand in the order in which they were added', () => {
  expect(checklistOf(cardWithSteps())).toEqual([
    { id: 'plan', text: 'plan', done: false },
    { id: 'laser', text: 'laser', done: false },
    { id: 'file', text: 'file', done: false },
  ]);
});

test('a step is ticked, renamed, unticked and removed', () => {
  const doc = cardWithSteps();
  toggleChecklistItem(doc, { cardId: 'a', itemId: 'plan', done: true });
  toggleChecklistItem(doc, { cardId: 'a', itemId: 'laser', done: true });
  renameChecklistItem(doc, { cardId: 'a', itemId: 'laser', text: 'mètre laser' });
  toggleChecklistItem(doc, { cardId: 'a', itemId: 'laser', done: false });
  removeChecklistItem(doc, { cardId: 'a', itemId: 'file' });
  expect(checklistOf(doc)).toEqual([
    { id: 'plan', text: 'plan', done: true },
    { id: 'laser', text: 'mètre laser', done: false },
  ]);
});

test('[B7] ticking what is ticked and renaming to the same text write nothing', () => {
  const doc = cardWithSteps();
  toggleChecklistItem(doc, { cardId: 'a', itemId: 'plan', done: true });
  const updates = countUpdates(doc, () => {
    toggleChecklistItem(doc, { cardId: 'a', itemId: 'plan', done: true });
    toggleChecklistItem(doc, { cardId: 'a', itemId: 'laser', done: false });
    renameChecklistItem(doc, { cardId: 'a', itemId: 'plan', text: 'plan ' });
  });
  expect(updates).toBe(0);
});

const plan = { cardId: 'a', itemId: 'plan' };

test.each([
  [(doc: Y.Doc) => addChecklistItem(doc, { ...plan, text: 'x' }), 'board.idTaken'],
  [(doc: Y.Doc) => addChecklistItem(doc, { cardId: 'a', itemId: 'new', text: ' ' }), 'board.titleEmpty'],
  [(doc: Y.Doc) => addChecklistItem(doc, { cardId: 'z', itemId: 'new', text: 'x' }), 'board.cardNotFound'],
  [(doc: Y.Doc) => renameChecklistItem(doc, { ...plan, text: 'x'.repeat(501) }), 'board.titleTooLong'],
  [(doc: Y.Doc) => renameChecklistItem(doc, { ...plan, itemId: 'z', text: 'x' }), 'board.itemNotFound'],
  [(doc: Y.Doc) => toggleChecklistItem(doc, { ...plan, cardId: 'z', done: true }), 'board.cardNotFound'],
  [(doc: Y.Doc) => toggleChecklistItem(doc, { ...plan, itemId: 'z', done: true }), 'board.itemNotFound'],
  [(doc: Y.Doc) => removeChecklistItem(doc, { ...plan, itemId: 'z' }), 'board.itemNotFound'],
])('[B7] refusal number %# of a step writes nothing', (operation, error) => {
  const doc = cardWithSteps();
  expect(countUpdates(doc, () => expect(operation(doc)).toEqual({ ok: false, error }))).toBe(0);
});
