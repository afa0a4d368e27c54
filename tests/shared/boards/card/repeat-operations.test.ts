import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { readBoard } from '#shared/boards/board-doc.ts';
import { archiveCard, moveCard } from '#shared/boards/card/card-operations.ts';
import { addChecklistItem, toggleChecklistItem } from '#shared/boards/card/checklist-operations.ts';
import { setCardProperties } from '#shared/boards/card/property/property-operations.ts';
import { daysLater } from '#shared/boards/card/repeat.ts';
import { makeRepeats, setCardRepeat } from '#shared/boards/card/repeat-operations.ts';
import { removeColumn } from '#shared/boards/column-operations.ts';
import { PLATFORM_ID } from '#shared/people/person/platform.ts';
import { boardWith, layoutOf } from '#tests/support/boards/boards.ts';
import { countUpdates, rejoin, replicas } from '#tests/support/realtime/replicas.ts';

const born = { createdAt: new Date('2026-03-17T00:02:00Z'), createdBy: PLATFORM_ID };
const weekly = { every: 'week', next: '2026-03-17' } as const;
const make = (doc: Y.Doc, today: string) => makeRepeats(doc, { today, ...born });
const repeating = (repeat: Parameters<typeof setCardRepeat>[1]['repeat'] = weekly) => {
  const doc = boardWith({ todo: ['a', 'b'] });
  expect(setCardRepeat(doc, { cardId: 'a', repeat, series: 's' })).toEqual({ ok: true });
  return doc;
};
const cardOf = (doc: Y.Doc, cardId: string) =>
  readBoard(doc)
    .columns.flatMap(({ cards }) => cards)
    .find(({ id }) => id === cardId);

test.each([
  ['2026-03-17', 'week', 2, '2026-03-31'],
  ['2026-12-28', 'week', 1, '2027-01-04'],
  ['2026-01-31', 'month', 1, '2026-02-28'],
  ['2026-01-31', 'month', 2, '2026-03-31'],
  ['2027-12-15', 'month', 1, '2028-01-15'],
] as const)('[B28] %s, every %s, %i later: %s', (from, every, count, day) => {
  expect(daysLater(from, every, count)).toBe(day);
});

describe('[B28] a card that comes back', () => {
  test('is made on its day, not before, in its column, to be done again, in the name of the platform', () => {
    const doc = repeating();
    setCardProperties(doc, { cardId: 'a', due: '2026-03-20' });
    setCardProperties(doc, { cardId: 'a', assignees: ['nadia'] });
    addChecklistItem(doc, { cardId: 'a', itemId: 'i', text: 'Étape' });
    toggleChecklistItem(doc, { cardId: 'a', itemId: 'i', done: true });
    moveCard(doc, { cardId: 'a', columnId: 'done' });
    expect(make(doc, '2026-03-16')).toBe(0);
    expect(make(doc, '2026-03-17')).toBe(1);
    expect(layoutOf(doc)).toEqual({ todo: ['b', 's-2026-03-17'], doing: [], done: ['a'] });
    expect(cardOf(doc, 's-2026-03-17')).toMatchObject({
      title: 'A',
      due: '2026-03-27',
      assignees: ['nadia'],
      checklists: [{ items: [{ text: 'Étape', done: false }] }],
      repeat: { every: 'week', next: '2026-03-24', series: 's' },
      createdBy: PLATFORM_ID,
    });
    expect(cardOf(doc, 'a')).toMatchObject({ repeat: null, checklists: [{ items: [{ done: true }] }] });
  });

  test('is made once: again on the same day, by two servers at once, and after a stop of some weeks', () => {
    const doc = repeating();
    make(doc, '2026-03-17');
    expect(countUpdates(doc, () => expect(make(doc, '2026-03-17')).toBe(0))).toBe(0);
    const [one, other] = replicas(2);
    if (!one || !other) throw new Error('no replica');
    rejoin(doc, one, other);
    expect([make(one, '2026-04-12'), make(other, '2026-04-12')]).toEqual([1, 1]);
    rejoin(one, other);
    expect(readBoard(one)).toEqual(readBoard(other));
    expect(layoutOf(one).todo).toEqual(['a', 'b', 's-2026-03-17', 's-2026-04-07'].sort());
    expect(cardOf(one, 's-2026-04-07')?.repeat?.next).toBe('2026-04-14');
  });

  test('of the last of a month comes on the last of each', () => {
    const doc = repeating({ every: 'month', next: '2026-01-31' });
    setCardProperties(doc, { cardId: 'a', due: '2026-01-31' });
    make(doc, '2026-01-31');
    expect(cardOf(doc, 's-2026-01-31')).toMatchObject({ due: '2026-02-28', repeat: { next: '2026-02-28' } });
    make(doc, '2026-02-28');
    expect(cardOf(doc, 's-2026-02-28')).toMatchObject({ due: '2026-03-31', repeat: { next: '2026-03-31' } });
  });

  test('does not come back from the archive, nor once it is said to be the last', () => {
    const doc = repeating();
    archiveCard(doc, { cardId: 'a' });
    setCardRepeat(doc, { cardId: 'b', repeat: weekly, series: 't' });
    setCardRepeat(doc, { cardId: 'b', repeat: null, series: 't' });
    expect(make(doc, '2026-03-17')).toBe(0);
  });

  test('goes to the first open column when its own is gone', () => {
    const doc = boardWith({ doing: ['a'] });
    setCardRepeat(doc, { cardId: 'a', repeat: weekly, series: 's' });
    moveCard(doc, { cardId: 'a', columnId: 'done' });
    removeColumn(doc, { columnId: 'doing' });
    make(doc, '2026-03-17');
    expect(layoutOf(doc).todo).toEqual(['s-2026-03-17']);
  });

  test('[B7] is refused on a day that does not exist; said twice, it writes once', () => {
    const doc = repeating();
    const set = (given: object) =>
      setCardRepeat(doc, { cardId: 'a', repeat: weekly, series: 'other', ...given });
    const writes = countUpdates(doc, () => {
      expect(set({ repeat: { every: 'week', next: '2026-02-30' } })).toMatchObject({
        error: 'board.dueInvalid',
      });
      expect(set({ repeat: { every: 'day', next: '2026-02-20' } })).toMatchObject({
        error: 'board.dueInvalid',
      });
      expect(set({ cardId: 'none' })).toMatchObject({ error: 'board.cardNotFound' });
      expect(set({})).toMatchObject({ ok: true });
    });
    expect(writes).toBe(0);
  });
});
