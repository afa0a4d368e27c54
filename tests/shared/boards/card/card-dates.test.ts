import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { readBoard } from '#shared/boards/board-doc.ts';
import { editCard } from '#shared/boards/card/edit-card.ts';
import { setCardProperties } from '#shared/boards/card/property/property-operations.ts';
import { boardWith } from '#tests/support/boards/boards.ts';
import { countUpdates, rejoin, replicas } from '#tests/support/realtime/replicas.ts';

const daysOf = (doc: Y.Doc) => {
  const card = readBoard(doc).columns[0]?.cards[0];
  return [card?.start, card?.due];
};
const cardFrom = (start: string | null, due: string | null) => {
  const doc = boardWith({ todo: ['a'] });
  setCardProperties(doc, { cardId: 'a', start, due });
  return doc;
};

describe('[B52] the days of a card', () => {
  test('are set alone or together; what is not named stays; one day may be both', () => {
    const doc = cardFrom('2023-03-14', null);
    setCardProperties(doc, { cardId: 'a', due: '2023-03-14' });
    expect(daysOf(doc)).toEqual(['2023-03-14', '2023-03-14']);
    setCardProperties(doc, { cardId: 'a', start: '2023-04-01', due: '2023-04-03' });
    expect(daysOf(doc)).toEqual(['2023-04-01', '2023-04-03']);
    setCardProperties(doc, { cardId: 'a', start: null });
    expect(daysOf(doc)).toEqual([null, '2023-04-03']);
  });

  test.each([
    [(doc: Y.Doc) => setCardProperties(doc, { cardId: 'a', start: '2023-03-21' }), 'board.startAfterDue'],
    [(doc: Y.Doc) => setCardProperties(doc, { cardId: 'a', due: '2023-03-13' }), 'board.startAfterDue'],
    [(doc: Y.Doc) => setCardProperties(doc, { cardId: 'a', due: '2023-03-13' }), 'board.startAfterDue'],
    [
      (doc: Y.Doc) => editCard(doc, { cardId: 'a', start: '2023-05-02', due: '2023-05-01' }),
      'board.startAfterDue',
    ],
    [(doc: Y.Doc) => setCardProperties(doc, { cardId: 'a', start: '2023-02-29' }), 'board.startInvalid'],
    [(doc: Y.Doc) => setCardProperties(doc, { cardId: 'a', due: '2023-02-29' }), 'board.dueInvalid'],
    [(doc: Y.Doc) => setCardProperties(doc, { cardId: 'z', start: '2023-03-15' }), 'board.cardNotFound'],
  ])('refusal number %# writes nothing', (operation, error) => {
    const doc = cardFrom('2023-03-14', '2023-03-20');
    expect(countUpdates(doc, () => expect(operation(doc)).toEqual({ ok: false, error }))).toBe(0);
    expect(daysOf(doc)).toEqual(['2023-03-14', '2023-03-20']);
  });

  test('that only a merge could put in the wrong order read without the start', () => {
    const [ana, bob] = replicas(2) as [Y.Doc, Y.Doc];
    rejoin(cardFrom('2023-03-10', '2023-03-20'), ana, bob);
    setCardProperties(ana, { cardId: 'a', start: '2023-03-18' });
    setCardProperties(bob, { cardId: 'a', due: '2023-03-12' });
    rejoin(ana, bob);
    expect(daysOf(ana)).toEqual([null, '2023-03-12']);
    expect(daysOf(bob)).toEqual(daysOf(ana));
    setCardProperties(ana, { cardId: 'a', due: '2023-03-19' });
    expect(daysOf(ana)).toEqual(['2023-03-18', '2023-03-19']);
  });
});
