import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { readBoard } from '#shared/boards/board-doc.ts';
import { createBoardHistory } from '#shared/boards/board-history.ts';
import { addCard, archiveCard, moveCard, renameCard } from '#shared/boards/card/card-operations.ts';
import { addChecklistItem, toggleChecklistItem } from '#shared/boards/card/checklist-operations.ts';
import { setCardProperties } from '#shared/boards/card/property/property-operations.ts';
import { addColumn, moveColumn, removeColumn, setColumn } from '#shared/boards/column-operations.ts';
import { addLabel } from '#shared/boards/field/label-operations.ts';
import { BORN, fillBoard, layoutOf } from '#tests/support/boards/boards.ts';
import { rejoin, replicas } from '#tests/support/realtime/replicas.ts';

/** Two people, each with a page, on one board with cards a and b to do. */
function two() {
  const [ana, ben] = replicas(2);
  if (!ana || !ben) throw new Error('no replica');
  fillBoard(ana, { todo: ['a', 'b'] });
  rejoin(ana, ben);
  return { ana, ben, history: createBoardHistory(ana) };
}

describe('[B22] undo', () => {
  test('takes back the last gesture, then the one before, and redo does them again', () => {
    const { ana, history } = two();
    moveCard(ana, { cardId: 'a', columnId: 'doing' });
    renameCard(ana, { cardId: 'b', title: 'Autre' });
    expect(history.undo()).toEqual({
      gesture: { about: 'cards', what: 'edited', ids: ['b'] },
      outcome: 'done',
    });
    expect(history.undo()).toMatchObject({ gesture: { what: 'moved', ids: ['a'] }, outcome: 'done' });
    expect(layoutOf(ana)).toEqual({ todo: ['a', 'b'], doing: [], done: [] });
    expect(history.canUndo).toBe(false);
    expect(history.undo()).toBeNull();
    expect(history.redo()).toMatchObject({ gesture: { what: 'moved' } });
    expect(history.redo()).toMatchObject({ gesture: { what: 'edited' } });
    expect(history.redo()).toBeNull();
    expect(layoutOf(ana)).toEqual({ todo: ['b'], doing: ['a'], done: [] });
    expect(history.undo()).toMatchObject({ gesture: { what: 'edited', ids: ['b'] } });
  });

  test('touches nothing that somebody else did, nor what was there before', () => {
    const { ana, ben, history } = two();
    moveCard(ana, { cardId: 'a', columnId: 'doing' });
    rejoin(ana, ben);
    setCardProperties(ben, { cardId: 'a', due: '2026-03-20' });
    moveCard(ben, { cardId: 'b', columnId: 'done' });
    rejoin(ana, ben);
    history.undo();
    expect(history.undo()).toBeNull();
    expect(layoutOf(ana)).toEqual({ todo: ['a'], doing: [], done: ['b'] });
    expect(readBoard(ana).columns[0]?.cards[0]?.due).toBe('2026-03-20');
  });

  test('says so when others have changed the same since, and does not go on to an earlier gesture', () => {
    const { ana, ben, history } = two();
    renameCard(ana, { cardId: 'b', title: 'Avant' });
    moveCard(ana, { cardId: 'a', columnId: 'doing' });
    rejoin(ana, ben);
    moveCard(ben, { cardId: 'a', columnId: 'done' });
    rejoin(ana, ben);
    expect(history.undo()).toMatchObject({ gesture: { what: 'moved' }, outcome: 'overtaken' });
    expect(layoutOf(ana)).toEqual({ todo: ['b'], doing: [], done: ['a'] });
    expect(readBoard(ana).columns[0]?.cards[0]?.title).toBe('Avant');
    expect(history.undo()).toMatchObject({ gesture: { what: 'edited' }, outcome: 'done' });
  });

  test('[B6] of an addition archives the card, with what others wrote in it meanwhile', () => {
    const { ana, ben, history } = two();
    addCard(ana, { cardId: 'c', columnId: 'todo', title: 'C', ...BORN });
    rejoin(ana, ben);
    renameCard(ben, { cardId: 'c', title: 'À garder' });
    rejoin(ana, ben);
    expect(history.undo()).toMatchObject({ gesture: { what: 'added', ids: ['c'] }, outcome: 'archived' });
    expect(readBoard(ana).archived).toMatchObject([{ id: 'c', title: 'À garder' }]);
    expect(history.redo()).toMatchObject({ gesture: { what: 'added' }, outcome: 'done' });
    expect(layoutOf(ana).todo).toEqual(['a', 'b', 'c']);
    expect(history.undo()).toMatchObject({ outcome: 'archived' });
  });

  test('[B11] of an added column leaves it when it has cards', () => {
    const { ana, ben, history } = two();
    addColumn(ana, { columnId: 'new', name: 'Nouvelle' });
    rejoin(ana, ben);
    moveCard(ben, { cardId: 'a', columnId: 'new' });
    rejoin(ana, ben);
    expect(history.undo()).toEqual({
      gesture: { about: 'column', what: 'added', id: 'new' },
      outcome: 'inUse',
    });
    expect(layoutOf(ana).new).toEqual(['a']);
    expect(history.canUndo).toBe(false);
  });

  test.each([
    [
      'a column moved',
      (doc: Y.Doc) => moveColumn(doc, { columnId: 'done', index: 0 }),
      { what: 'moved', id: 'done' },
    ],
    [
      'a column edited',
      (doc: Y.Doc) => setColumn(doc, { columnId: 'todo', colour: 'blue' }),
      { what: 'edited' },
    ],
    [
      'a column removed',
      (doc: Y.Doc) => removeColumn(doc, { columnId: 'done' }),
      { what: 'removed', id: 'done' },
    ],
    ['a card archived', (doc: Y.Doc) => archiveCard(doc, { cardId: 'a' }), { what: 'archived', ids: ['a'] }],
    [
      'labels of a card',
      (doc: Y.Doc) => setCardProperties(doc, { cardId: 'a', labels: ['field'] }),
      { what: 'edited' },
    ],
    ['a label', (doc: Y.Doc) => addLabel(doc, { labelId: 'l', name: 'Eau' }), { about: 'labels' }],
  ])('knows %s', (_, work, gesture) => {
    const { ana, history } = two();
    const before = readBoard(ana);
    work(ana);
    expect(history.undo()).toMatchObject({ gesture, outcome: 'done' });
    expect(readBoard(ana)).toEqual(before);
  });

  test('of a ticked step knows its card', () => {
    const { ana, history } = two();
    addChecklistItem(ana, { cardId: 'a', itemId: 's', text: 'Étape' });
    toggleChecklistItem(ana, { cardId: 'a', itemId: 's', done: true });
    expect(history.undo()).toMatchObject({ gesture: { about: 'cards', what: 'edited', ids: ['a'] } });
  });

  test('[B7] a gesture that changes nothing is none, and leaves « Rétablir » as it is', () => {
    const { ana, history } = two();
    moveCard(ana, { cardId: 'a', columnId: 'doing' });
    history.undo();
    setCardProperties(ana, { cardId: 'a', due: null });
    expect([history.canUndo, history.canRedo]).toEqual([false, true]);
  });

  test('tells its listeners', () => {
    const { ana, history } = two();
    const seen: boolean[] = [];
    const end = history.subscribe(() => seen.push(history.canUndo));
    moveCard(ana, { cardId: 'a', columnId: 'doing' });
    history.undo();
    end();
    moveCard(ana, { cardId: 'a', columnId: 'doing' });
    expect([seen[0], seen.at(-1)]).toEqual([true, false]);
  });
});
