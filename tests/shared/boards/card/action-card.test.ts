import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readBoard } from '#shared/boards/board-doc.ts';
import { finishCard, keepActionCard } from '#shared/boards/card/action-card.ts';
import { renameCard } from '#shared/boards/card/card-operations.ts';
import { BORN, boardWith } from '#tests/support/boards/boards.ts';
import { rejoin } from '#tests/support/realtime/replicas.ts';

const link = 'document:11111111-1111-4111-8111-111111111111';
const action = { cardId: 'a', title: 'Écrire aux villes', link, isNew: true, ...BORN };

const board = () => boardWith();

const places = (doc: Y.Doc) =>
  readBoard(doc).columns.map(({ id, cards }) => [id, cards.map(({ title }) => title)]);

test('[DA5] the card of an action is made once, in the first column, with a link to its document, however often it is made', () => {
  const doc = board();
  expect(keepActionCard(doc, action).ok).toBe(true);
  expect(keepActionCard(doc, action).ok).toBe(true);
  expect(places(doc)).toEqual([
    ['todo', ['Écrire aux villes']],
    ['doing', []],
    ['done', []],
  ]);
  expect(readBoard(doc).columns[0]?.cards[0]?.links).toEqual([link]);
});

test('[DA5] an action of more than 500 characters has a card, whose title is cut', () => {
  const doc = board();
  for (const isNew of [true, false]) {
    expect(keepActionCard(doc, { ...action, isNew, title: 'x'.repeat(501) }).ok).toBe(true);
    expect(places(doc)[0]?.[1]).toEqual([`${'x'.repeat(499)}…`]);
  }
});

test('[DA5] two processes that make it at once leave one card', () => {
  const [one, other] = [board(), new Y.Doc()];
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
  keepActionCard(one, action);
  keepActionCard(other, { ...action, title: 'Écrire aux villes demain' });
  rejoin(one, other);
  expect(places(one)[0]?.[1]).toHaveLength(1);
  expect(places(one)).toEqual(places(other));
});

test('[DA5] a card that is gone is not made again', () => {
  expect(keepActionCard(board(), { ...action, isNew: false })).toEqual({
    ok: false,
    error: 'board.cardNotFound',
  });
});

test('[DA8] a tick moves the card to the first column for what is finished, and back; a card that is right stays', () => {
  const doc = board();
  keepActionCard(doc, action);
  renameCard(doc, { cardId: 'a', title: 'Écrire' });
  expect(finishCard(doc, { cardId: 'a', isDone: true }).ok).toBe(true);
  expect(places(doc)[2]).toEqual(['done', ['Écrire']]);
  expect(finishCard(doc, { cardId: 'a', isDone: true }).ok).toBe(true);
  expect(finishCard(doc, { cardId: 'a', isDone: false }).ok).toBe(true);
  expect(places(doc)[0]).toEqual(['todo', ['Écrire']]);
  expect(finishCard(doc, { cardId: 'b', isDone: true })).toEqual({ ok: false, error: 'board.cardNotFound' });
});
