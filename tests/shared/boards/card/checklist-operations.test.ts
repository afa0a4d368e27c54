import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { type Checklist, MAIN_LIST } from '#shared/boards/board.ts';
import { readBoard } from '#shared/boards/board-doc.ts';
import {
  addChecklist,
  addChecklistItem,
  moveChecklistItem,
  removeChecklist,
  removeChecklistItem,
  renameChecklist,
  renameChecklistItem,
  toggleChecklistItem,
} from '#shared/boards/card/checklist-operations.ts';
import { boardWith } from '#tests/support/boards/boards.ts';
import { countUpdates, rejoin, replicas } from '#tests/support/realtime/replicas.ts';

const listsOf = (doc: Y.Doc): readonly Checklist[] => readBoard(doc).columns[0]?.cards[0]?.checklists ?? [];
const checklistOf = (doc: Y.Doc) => listsOf(doc)[0]?.items;
/** « Name: step, step » for each list. */
const layoutOf = (doc: Y.Doc) =>
  listsOf(doc).map(({ name, items }) => `${name}: ${items.map(({ id }) => id).join(', ')}`);

function cardWithSteps(): Y.Doc {
  const doc = boardWith({ todo: ['a'] });
  for (const itemId of ['plan', 'laser', 'file']) {
    addChecklistItem(doc, { cardId: 'a', itemId, text: ` ${itemId} ` });
  }
  return doc;
}

/** The main list, and one for the day on the spot with two steps. */
function cardWithLists(): Y.Doc {
  const doc = cardWithSteps();
  addChecklist(doc, { cardId: 'a', listId: 'day', name: ' Sur place ' });
  for (const itemId of ['measure', 'photo'])
    addChecklistItem(doc, { cardId: 'a', listId: 'day', itemId, text: itemId });
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
  const doc = cardWithLists();
  toggleChecklistItem(doc, { cardId: 'a', itemId: 'plan', done: true });
  const updates = countUpdates(doc, () => {
    toggleChecklistItem(doc, { cardId: 'a', itemId: 'plan', done: true });
    toggleChecklistItem(doc, { cardId: 'a', itemId: 'laser', done: false });
    renameChecklistItem(doc, { cardId: 'a', itemId: 'plan', text: 'plan ' });
    renameChecklist(doc, { cardId: 'a', listId: 'day', name: 'Sur place' });
    moveChecklistItem(doc, { cardId: 'a', listId: 'day', itemId: 'photo', index: 1 });
    moveChecklistItem(doc, { cardId: 'a', listId: 'day', itemId: 'photo' });
  });
  expect(updates).toBe(0);
});

const plan = { cardId: 'a', itemId: 'plan' };

test.each([
  [(doc: Y.Doc) => addChecklistItem(doc, { ...plan, text: 'x' }), 'board.idTaken'],
  [(doc: Y.Doc) => addChecklistItem(doc, { cardId: 'a', itemId: 'new', text: ' ' }), 'board.titleEmpty'],
  [(doc: Y.Doc) => addChecklistItem(doc, { cardId: 'z', itemId: 'new', text: 'x' }), 'board.cardNotFound'],
  [
    (doc: Y.Doc) => addChecklistItem(doc, { cardId: 'a', listId: 'z', itemId: 'new', text: 'x' }),
    'board.listNotFound',
  ],
  [(doc: Y.Doc) => renameChecklistItem(doc, { ...plan, text: 'x'.repeat(501) }), 'board.titleTooLong'],
  [(doc: Y.Doc) => renameChecklistItem(doc, { ...plan, itemId: 'z', text: 'x' }), 'board.itemNotFound'],
  [(doc: Y.Doc) => toggleChecklistItem(doc, { ...plan, cardId: 'z', done: true }), 'board.cardNotFound'],
  [(doc: Y.Doc) => toggleChecklistItem(doc, { ...plan, itemId: 'z', done: true }), 'board.itemNotFound'],
  [(doc: Y.Doc) => removeChecklistItem(doc, { ...plan, itemId: 'z' }), 'board.itemNotFound'],
  [(doc: Y.Doc) => moveChecklistItem(doc, { ...plan, listId: 'z' }), 'board.listNotFound'],
  [(doc: Y.Doc) => moveChecklistItem(doc, { ...plan, itemId: 'z', listId: 'day' }), 'board.itemNotFound'],
  [(doc: Y.Doc) => addChecklist(doc, { cardId: 'a', listId: 'new', name: '' }), 'board.titleEmpty'],
  [(doc: Y.Doc) => addChecklist(doc, { cardId: 'z', listId: 'new', name: 'x' }), 'board.cardNotFound'],
  [(doc: Y.Doc) => addChecklist(doc, { cardId: 'a', listId: 'day', name: 'x' }), 'board.idTaken'],
  [
    (doc: Y.Doc) =>
      addChecklist(doc, {
        cardId: 'a',
        listId: 'new',
        name: 'x',
        items: [{ id: 'plan', text: 'x', done: true }],
      }),
    'board.idTaken',
  ],
  [(doc: Y.Doc) => renameChecklist(doc, { cardId: 'a', listId: 'z', name: 'x' }), 'board.listNotFound'],
  [(doc: Y.Doc) => renameChecklist(doc, { cardId: 'a', listId: 'day', name: '' }), 'board.titleEmpty'],
  [(doc: Y.Doc) => removeChecklist(doc, { cardId: 'a', listId: 'z' }), 'board.listNotFound'],
])('[B7] refusal number %# of a step or a list writes nothing', (operation, error) => {
  const doc = cardWithLists();
  expect(countUpdates(doc, () => expect(operation(doc)).toEqual({ ok: false, error }))).toBe(0);
});

describe('[B51] several lists of one card', () => {
  test('stand one after the other, each with its steps; the main one needs no name', () => {
    const doc = cardWithLists();
    addChecklist(doc, { cardId: 'a', listId: 'after', name: 'Au retour' });
    expect(layoutOf(doc)).toEqual([': plan, laser, file', 'Sur place: measure, photo', 'Au retour: ']);
    renameChecklist(doc, { cardId: 'a', listId: 'day', name: 'Rue des Lices' });
    renameChecklist(doc, { cardId: 'a', listId: MAIN_LIST, name: 'Avant' });
    expect(layoutOf(doc)).toEqual([
      'Avant: plan, laser, file',
      'Rue des Lices: measure, photo',
      'Au retour: ',
    ]);
  });

  test.each([
    ['plan', 'day', undefined, [': laser, file', 'Sur place: measure, photo, plan']],
    ['plan', 'day', 0, [': laser, file', 'Sur place: plan, measure, photo']],
    ['photo', 'day', 0, [': plan, laser, file', 'Sur place: photo, measure']],
    ['measure', 'day', 9, [': plan, laser, file', 'Sur place: photo, measure']],
    ['photo', MAIN_LIST, 1, [': plan, photo, laser, file', 'Sur place: measure']],
  ])('%s moved to %s at rank %s gives %j', (itemId, listId, index, expected) => {
    const doc = cardWithLists();
    expect(moveChecklistItem(doc, { cardId: 'a', itemId, listId, index }).ok).toBe(true);
    expect(layoutOf(doc)).toEqual(expected);
  });

  test('a list that was removed comes back with its steps', () => {
    const doc = cardWithLists();
    toggleChecklistItem(doc, { cardId: 'a', itemId: 'photo', done: true });
    const before = listsOf(doc);
    for (const { id: listId } of before) removeChecklist(doc, { cardId: 'a', listId });
    expect(listsOf(doc)).toEqual([]);
    for (const { id: listId, name, items } of before) addChecklist(doc, { cardId: 'a', listId, name, items });
    expect(listsOf(doc)).toEqual(before);
  });

  test('a step written in a list while somebody removes it stands in the main one', () => {
    const [ana, bob] = replicas(2) as [Y.Doc, Y.Doc];
    const doc = cardWithLists();
    rejoin(doc, ana, bob);
    removeChecklist(ana, { cardId: 'a', listId: 'day' });
    addChecklistItem(bob, { cardId: 'a', listId: 'day', itemId: 'late', text: 'Prévenir' });
    rejoin(ana, bob);
    expect(listsOf(ana)).toMatchObject([{ id: MAIN_LIST }]);
    expect(checklistOf(ana)?.map(({ id }) => id)).toContain('late');
    expect(layoutOf(bob)).toEqual(layoutOf(ana));
  });

  test('the main list named by two at once is one list under one of the names', () => {
    const [ana, bob] = replicas(2) as [Y.Doc, Y.Doc];
    rejoin(cardWithSteps(), ana, bob);
    renameChecklist(ana, { cardId: 'a', listId: MAIN_LIST, name: 'Avant' });
    renameChecklist(bob, { cardId: 'a', listId: MAIN_LIST, name: 'Préparer' });
    rejoin(ana, bob);
    expect(layoutOf(bob)).toEqual(layoutOf(ana));
    expect(['Avant: plan, laser, file', 'Préparer: plan, laser, file']).toContain(layoutOf(ana).join());
    expect(listsOf(ana)).toHaveLength(1);
  });
});
