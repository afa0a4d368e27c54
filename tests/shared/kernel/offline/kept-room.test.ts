import { describe, expect, it } from 'vitest';
import { readKeptRoom, roomOfAddress, writeKeptRoom } from '#shared/kernel/offline/kept-room.ts';
import { paths } from '#shared/paths.ts';

const id = '0197a7c2-6f3e-7c11-8a9b-4f5d6e7a8b9c';
const card = '0197a7c2-6f3e-7c11-8a9b-000000000001';

describe('[L7] the room of a page', () => {
  it('is found at every address of a document or board, whatever its readable tail', () => {
    expect(roomOfAddress(paths.document({ id }))).toEqual({ room: `document:${id}`, below: '' });
    expect(roomOfAddress(paths.document({ id, title: 'Végétaliser' }))?.room).toBe(`document:${id}`);
    expect(roomOfAddress(paths.board({ id, title: 'Suivi' }))).toEqual({ room: `board:${id}`, below: '' });
    expect(roomOfAddress(paths.boardCard({ id, title: 'Suivi' }, card))).toEqual({
      room: `board:${id}`,
      below: `cartes/${card}`,
    });
  });

  it.each([
    '/',
    '/documents',
    '/documents/pas-un-id',
    paths.documentImages({ id }),
    paths.groupDocuments({ id }),
    paths.file(id),
    `/api/v1/documents/${id}`,
  ])('is none at %s', (path) => {
    expect(roomOfAddress(path)).toBeNull();
  });
});

describe('[L7] the header that lets a page be kept', () => {
  const room = { room: `document:${id}`, title: 'Cœurs de ville : « été »\n', group: 'Transition' };

  it('carries any title in ASCII', () => {
    expect(writeKeptRoom(room)).toMatch(/^[\x20-\x7e]+$/);
    expect(readKeptRoom(writeKeptRoom(room))).toEqual(room);
  });

  it.each([
    null,
    '',
    '%',
    'null',
    '[]',
    '{}',
    '{"room":"document:1","title":"x","group":"y"}',
    '%7B%22room%22',
  ])('is read as nothing when it is %s', (header) => {
    expect(readKeptRoom(header)).toBeNull();
  });
});
