import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readBoard } from '#shared/boards/board-doc.ts';
import { archiveCard, moveCard } from '#shared/boards/card/card-operations.ts';
import { blockedCards, dependenciesOf } from '#shared/boards/card/dependencies.ts';
import { addBlocker, addLink, removeBlocker, removeLink } from '#shared/boards/card/relation-operations.ts';
import { boardWith, fillBoard } from '#tests/support/boards/boards.ts';
import { countUpdates, rejoin, replicas } from '#tests/support/realtime/replicas.ts';

const cardOf = (doc: Y.Doc, cardId: string) => {
  const { columns, archived } = readBoard(doc);
  const card = [...columns.flatMap(({ cards }) => cards), ...archived].find(({ id }) => id === cardId);
  if (!card) throw new Error(`no card ${cardId}`);
  return card;
};
const sidesOf = (doc: Y.Doc, cardId: string) => dependenciesOf(readBoard(doc), cardOf(doc, cardId));
const DOCUMENT = 'document:0b6cc9c8-6b4c-4f0c-9a36-2f3a6f8f7f11';

describe('dependencies', () => {
  test('[B30] a card waits for another until that one is finished, and says what holds it up', () => {
    const doc = boardWith({ todo: ['a', 'b'], doing: ['c'] });
    expect(addBlocker(doc, { cardId: 'a', blockerId: 'c' })).toEqual({ ok: true, value: undefined });
    expect(sidesOf(doc, 'a').blockers).toEqual([
      { id: 'c', title: 'C', columnName: 'En cours', state: 'open' },
    ]);
    expect(sidesOf(doc, 'c').waiting.map(({ id }) => id)).toEqual(['a']);
    expect([...blockedCards(readBoard(doc))]).toEqual([['a', ['C']]]);
    moveCard(doc, { cardId: 'c', columnId: 'done' });
    expect([...blockedCards(readBoard(doc))]).toEqual([]);
    expect(sidesOf(doc, 'a').blockers).toMatchObject([{ id: 'c', state: 'done' }]);
  });

  test('[B30] an archived card holds nobody up, and a finished one waits for nobody', () => {
    const doc = boardWith({ todo: ['a', 'b'], done: ['d'] });
    addBlocker(doc, { cardId: 'a', blockerId: 'b' });
    addBlocker(doc, { cardId: 'd', blockerId: 'a' });
    archiveCard(doc, { cardId: 'b' });
    expect([...blockedCards(readBoard(doc))]).toEqual([]);
    expect(sidesOf(doc, 'a').blockers).toMatchObject([{ state: 'archived' }]);
  });

  test.each([
    [{ cardId: 'a', blockerId: 'a' }, 'board.dependencySelf'],
    [{ cardId: 'a', blockerId: 'b' }, 'board.dependencyCycle'],
    [{ cardId: 'a', blockerId: 'c' }, 'board.dependencyCycle'],
    [{ cardId: 'a', blockerId: 'nobody' }, 'board.cardNotFound'],
    [{ cardId: 'nobody', blockerId: 'a' }, 'board.cardNotFound'],
  ])('[B30] [B7] %j is refused with %s and nothing is written', (wrong, error) => {
    const doc = boardWith({ todo: ['a', 'b', 'c'] });
    addBlocker(doc, { cardId: 'b', blockerId: 'a' });
    addBlocker(doc, { cardId: 'c', blockerId: 'b' });
    const updates = countUpdates(doc, () => {
      expect(addBlocker(doc, wrong)).toEqual({ ok: false, error });
    });
    expect(updates).toBe(0);
  });

  test('[B30] [B8] a circle that two people make together reads, holds both up, and each can take it away', () => {
    const [one, other] = replicas(2);
    if (!one || !other) throw new Error('no replicas');
    fillBoard(one, { todo: ['a', 'b'] });
    rejoin(one, other);
    expect(addBlocker(one, { cardId: 'a', blockerId: 'b' }).ok).toBe(true);
    expect(addBlocker(other, { cardId: 'b', blockerId: 'a' }).ok).toBe(true);
    rejoin(one, other);
    expect([...blockedCards(readBoard(one)).keys()].sort()).toEqual(['a', 'b']);
    // Whoever is asked about the circle comes to an end.
    expect(addBlocker(one, { cardId: 'a', blockerId: 'b' })).toEqual({
      ok: false,
      error: 'board.dependencyCycle',
    });
    expect(removeBlocker(one, { cardId: 'b', blockerId: 'a' }).ok).toBe(true);
    expect([...blockedCards(readBoard(one)).keys()]).toEqual(['a']);
  });

  test('[B30] [B8] a card that is not on the board is said to be absent, holds nobody up, and can be taken away', () => {
    const doc = boardWith({ todo: ['a'] });
    const stored = doc.getMap('cards').get('a');
    if (!(stored instanceof Y.Map)) throw new Error('no card');
    stored.set('blockedBy:gone', true);
    stored.set('blockedBy:odd', { some: 'thing' });
    expect(sidesOf(doc, 'a').blockers).toEqual([{ id: 'gone', title: '', columnName: '', state: 'absent' }]);
    expect([...blockedCards(readBoard(doc))]).toEqual([]);
    expect(removeBlocker(doc, { cardId: 'a', blockerId: 'gone' }).ok).toBe(true);
    expect(cardOf(doc, 'a').blockedBy).toEqual([]);
  });

  test('[B9] two people who each add a dependency add both', () => {
    const [one, other] = replicas(2);
    if (!one || !other) throw new Error('no replicas');
    fillBoard(one, { todo: ['a', 'b', 'c'] });
    rejoin(one, other);
    addBlocker(one, { cardId: 'a', blockerId: 'b' });
    addBlocker(other, { cardId: 'a', blockerId: 'c' });
    rejoin(one, other);
    expect(cardOf(one, 'a').blockedBy).toEqual(['b', 'c']);
    expect(readBoard(other)).toEqual(readBoard(one));
  });
});

describe('links', () => {
  test('[B31] a card points to objects, each once, and no longer', () => {
    const doc = boardWith({ todo: ['a'] });
    addLink(doc, { cardId: 'a', key: DOCUMENT });
    expect(countUpdates(doc, () => addLink(doc, { cardId: 'a', key: DOCUMENT }))).toBe(0);
    addLink(doc, { cardId: 'a', key: 'city:37261' });
    expect(cardOf(doc, 'a').links).toEqual(['city:37261', DOCUMENT]);
    removeLink(doc, { cardId: 'a', key: 'city:37261' });
    expect(cardOf(doc, 'a').links).toEqual([DOCUMENT]);
  });

  test.each([
    [{ cardId: 'a', key: 'nothing' }, 'board.linkInvalid'],
    [{ cardId: 'a', key: 'document:' }, 'board.linkInvalid'],
    [{ cardId: 'a', key: 'document:<b>' }, 'board.linkInvalid'],
    [{ cardId: 'nobody', key: DOCUMENT }, 'board.cardNotFound'],
  ])('[B31] [B7] %j is refused with %s and nothing is written', (wrong, error) => {
    const doc = boardWith({ todo: ['a'] });
    const updates = countUpdates(doc, () => {
      expect(addLink(doc, wrong)).toEqual({ ok: false, error });
    });
    expect(updates).toBe(0);
  });

  test('[B31] [B8] what does not name an object is not a link, whatever a peer wrote', () => {
    const doc = boardWith({ todo: ['a'] });
    const stored = doc.getMap('cards').get('a');
    if (!(stored instanceof Y.Map)) throw new Error('no card');
    for (const key of ['link:', 'link:document', 'link:document:"><script>']) stored.set(key, true);
    stored.set(`link:${DOCUMENT}`, 'yes');
    expect(cardOf(doc, 'a').links).toEqual([]);
  });
});
