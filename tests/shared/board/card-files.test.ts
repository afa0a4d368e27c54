import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import type { CardFile } from '#shared/board/board.ts';
import { readBoard } from '#shared/board/board-doc.ts';
import { addCardFile, removeCardFile, setCardCover } from '#shared/board/card-file-operations.ts';
import { editCard } from '#shared/board/edit-card.ts';
import { boardWith } from '#tests/support/boards.ts';
import { countUpdates, rejoin, replicas } from '#tests/support/replicas.ts';

const cardOf = (doc: Y.Doc) => readBoard(doc).columns[0]?.cards[0];
const file = (id: string, more: Partial<CardFile> = {}): CardFile => ({
  id,
  name: `${id}.pdf`,
  bytes: 1_200,
  kind: 'pdf',
  width: null,
  height: null,
  at: '2023-03-14T09:05:00.000Z',
  ...more,
});
const photo = file('photo', { name: 'photo.jpg', kind: 'image', width: 320, height: 200 });

function cardWithFiles(): Y.Doc {
  const doc = boardWith({ todo: ['a'] });
  for (const one of [file('z', { at: '2023-03-13T09:00:00.000Z' }), photo, file('b')])
    addCardFile(doc, { cardId: 'a', file: one });
  return doc;
}

describe('[B53] the files of a card', () => {
  test('stand in the order in which they came, and the same file again changes nothing', () => {
    const doc = cardWithFiles();
    expect(cardOf(doc)?.files.map(({ id }) => id)).toEqual(['z', 'b', 'photo']);
    expect(cardOf(doc)?.files[2]).toEqual(photo);
    expect(countUpdates(doc, () => addCardFile(doc, { cardId: 'a', file: photo }))).toBe(0);
  });

  test('of a wrong make are left out, or have their defaults', () => {
    const doc = boardWith({ todo: ['a'] });
    const map = doc.getMap('cards').get('a') as Y.Map<unknown>;
    map.set('file:one', 'text');
    map.set('file:two', { name: 4 });
    map.set('file:three', { name: 'x', bytes: -4, kind: 'virus', width: 30, height: 'x', at: 'once' });
    const plain = { bytes: 0, kind: 'other', width: null, height: null, at: null } as const;
    expect(cardOf(doc)?.files).toEqual([{ id: 'three', name: 'x', ...plain }]);
  });

  test('hung by two people at once are all there', () => {
    const [ana, bob] = replicas(2) as [Y.Doc, Y.Doc];
    rejoin(boardWith({ todo: ['a'] }), ana, bob);
    addCardFile(ana, { cardId: 'a', file: file('one') });
    addCardFile(bob, { cardId: 'a', file: file('two') });
    rejoin(ana, bob);
    expect(cardOf(ana)?.files.map(({ id }) => id)).toEqual(['one', 'two']);
    expect(cardOf(bob)).toEqual(cardOf(ana));
  });

  test.each([
    [(doc: Y.Doc) => addCardFile(doc, { cardId: 'z', file: photo }), 'board.cardNotFound'],
    [(doc: Y.Doc) => removeCardFile(doc, { cardId: 'z', fileId: 'photo' }), 'board.cardNotFound'],
    [(doc: Y.Doc) => removeCardFile(doc, { cardId: 'a', fileId: 'none' }), 'board.fileNotFound'],
    [(doc: Y.Doc) => setCardCover(doc, { cardId: 'z', fileId: 'photo' }), 'board.cardNotFound'],
    [(doc: Y.Doc) => setCardCover(doc, { cardId: 'a', fileId: 'none' }), 'board.fileNotFound'],
    [(doc: Y.Doc) => setCardCover(doc, { cardId: 'a', fileId: 'b' }), 'board.coverNotImage'],
    [(doc: Y.Doc) => editCard(doc, { cardId: 'a', cover: 'b' }), 'board.coverNotImage'],
  ])('[B7] refusal number %# writes nothing', (operation, error) => {
    const doc = cardWithFiles();
    expect(countUpdates(doc, () => expect(operation(doc)).toEqual({ ok: false, error }))).toBe(0);
  });
});

describe('[B54] the cover of a card', () => {
  test('is one of its pictures, set and taken away', () => {
    const doc = cardWithFiles();
    expect(cardOf(doc)?.cover).toBeNull();
    setCardCover(doc, { cardId: 'a', fileId: 'photo' });
    expect(cardOf(doc)?.cover).toBe('photo');
    expect(countUpdates(doc, () => setCardCover(doc, { cardId: 'a', fileId: 'photo' }))).toBe(0);
    setCardCover(doc, { cardId: 'a', fileId: null });
    expect(cardOf(doc)?.cover).toBeNull();
  });

  test('goes with its file, also when one person removes the file that another has just chosen', () => {
    const doc = cardWithFiles();
    setCardCover(doc, { cardId: 'a', fileId: 'photo' });
    removeCardFile(doc, { cardId: 'a', fileId: 'photo' });
    expect(cardOf(doc)).toMatchObject({ cover: null, files: [{ id: 'z' }, { id: 'b' }] });

    const [ana, bob] = replicas(2) as [Y.Doc, Y.Doc];
    rejoin(cardWithFiles(), ana, bob);
    removeCardFile(ana, { cardId: 'a', fileId: 'photo' });
    setCardCover(bob, { cardId: 'a', fileId: 'photo' });
    rejoin(ana, bob);
    expect(cardOf(ana)?.cover).toBeNull();
    expect(cardOf(bob)).toEqual(cardOf(ana));
  });
});
