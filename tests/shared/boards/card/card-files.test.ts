import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { CardFile } from '#shared/boards/board.ts';
import { readBoard } from '#shared/boards/board-doc.ts';
import { createBoardHistory } from '#shared/boards/board-history.ts';
import { addCardFile, removeCardFile, setCardCover } from '#shared/boards/card/card-file-operations.ts';
import { duplicateCard } from '#shared/boards/card/duplicate-card.ts';
import { editCard } from '#shared/boards/card/edit-card.ts';
import { receiveCard } from '#shared/boards/card/transfer-operations.ts';
import { BOARD_FILES_MAX } from '#shared/boards/file-limit.ts';
import { BORN, boardWith } from '#tests/support/boards/boards.ts';
import { countUpdates, rejoin, replicas } from '#tests/support/realtime/replicas.ts';

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

  test('[B8] under a name that is no id of a file, without a name, or of a kind of Yjs are left out too', () => {
    const doc = boardWith({ todo: ['a'] });
    const map = doc.getMap('cards').get('a') as Y.Map<unknown>;
    const { id: _, ...known } = photo;
    for (const id of ['', '__proto__', '../../deconnexion', 'a b', 'x'.repeat(65)])
      map.set(`file:${id}`, known);
    map.set('file:blank', { ...known, name: '  ' });
    map.set('file:map', new Y.Map([['name', 'x']]));
    map.set('file:bytes', new Uint8Array(3));
    map.set('file:list', ['x']);
    map.set('cover', '__proto__');
    expect(cardOf(doc)).toMatchObject({ files: [], cover: null });
    map.set('file:long', { ...known, name: 'x'.repeat(9_000) });
    map.set('cover', { id: 'long' });
    expect(cardOf(doc)?.files.map(({ name }) => name.length)).toEqual([200]);
    expect(cardOf(doc)?.cover).toBeNull();
  });

  test('[B24] stay on a copy of the card, with the cover', () => {
    const doc = cardWithFiles();
    setCardCover(doc, { cardId: 'a', fileId: 'photo' });
    duplicateCard(doc, { cardId: 'a', copyId: 'b', title: 'b', ...BORN });
    removeCardFile(doc, { cardId: 'a', fileId: 'photo' });
    const [original, copy] = readBoard(doc).columns[0]?.cards ?? [];
    expect(copy).toMatchObject({ id: 'b', cover: 'photo', files: [{ id: 'z' }, { id: 'b' }, photo] });
    expect(original).toMatchObject({ cover: null, files: [{ id: 'z' }, { id: 'b' }] });
  });

  test('[B22] one that was taken off comes back with its cover when that is undone', () => {
    const doc = cardWithFiles();
    setCardCover(doc, { cardId: 'a', fileId: 'photo' });
    const before = cardOf(doc);
    const history = createBoardHistory(doc);
    removeCardFile(doc, { cardId: 'a', fileId: 'photo' });
    expect(history.undo()).toMatchObject({ outcome: 'done', gesture: { about: 'cards', what: 'edited' } });
    expect(cardOf(doc)).toEqual(before);
  });

  test('[B26] go along to another board', () => {
    const doc = boardWith({ todo: ['a'] });
    const content = { title: 'x', description: '', start: null, due: null, organisations: [], assignees: [] };
    const arriving = { content: { ...content, checklists: [] }, labels: [], ...BORN };
    receiveCard(doc, { cardId: 'b', files: [file('b'), photo], cover: 'photo', ...arriving });
    receiveCard(doc, { cardId: 'c', files: [file('b')], cover: 'photo', ...arriving });
    const [, first, second] = readBoard(doc).columns[0]?.cards ?? [];
    expect(first).toMatchObject({ files: [file('b'), photo], cover: 'photo' });
    expect(second).toMatchObject({ files: [file('b')], cover: null });
  });

  test('[B55] are a thousand on a board at most; one that several cards name is one', () => {
    const doc = boardWith({ todo: ['a', 'b'] });
    const map = doc.getMap('cards').get('a') as Y.Map<unknown>;
    doc.transact(() => {
      for (let at = 1; at < BOARD_FILES_MAX; at += 1) map.set(`file:f-${at}`, { ...photo });
    });
    expect(addCardFile(doc, { cardId: 'b', file: file('f-1') }).ok).toBe(true);
    expect(addCardFile(doc, { cardId: 'b', file: file('last') }).ok).toBe(true);
    const refused = { ok: false, error: 'board.filesFull' };
    expect(
      countUpdates(doc, () => expect(addCardFile(doc, { cardId: 'b', file: file('more') })).toEqual(refused)),
    ).toBe(0);
    expect(addCardFile(doc, { cardId: 'b', file: file('last') }).ok).toBe(true);
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
