import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idOfSegment, slugOf } from '#shared/kernel/ids.ts';
import { parseTitle } from '#shared/kernel/title.ts';
import { paths } from '#shared/paths.ts';
import { parseRoom, roomName } from '#shared/realtime/realtime.ts';

const id = '0b9f1c2e-6a7d-4c3b-9e21-5f4a8d7c6b10';

test('an address carries the id and a readable tail that is ignored', () => {
  expect(paths.document({ id, title: 'Îlots de chaleur : l’été à Œuvre' })).toBe(
    `/documents/${id}-ilots-de-chaleur-l-ete-a-oeuvre`,
  );
  expect(idOfSegment(`${id}-anything`)).toBe(id);
  expect(idOfSegment(id)).toBe(id);
  expect(idOfSegment('anything')).toBeNull();
  expect(idOfSegment(undefined)).toBeNull();
});

test('any title makes an address that gives its id back', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.string({ unit: 'binary' }), (uuid, title) => {
      const segment = paths.board({ id: uuid, title }).split('/').at(-1);
      expect(idOfSegment(segment)).toBe(uuid);
      expect(slugOf(title)).toMatch(/^[a-z0-9-]{0,60}$/);
    }),
  );
});

test('[A4] only names of our own rooms are rooms', () => {
  expect(parseRoom(roomName({ kind: 'board', id }))).toEqual({ kind: 'board', id });
  for (const name of [
    '',
    id,
    `group:${id}`,
    `document:${id}x`,
    `document:${id}/..`,
    `Document:${id}`,
    'document:',
  ]) {
    expect(parseRoom(name)).toBeNull();
  }
});

test('[D1] a title is one line of 1 to 200 characters', () => {
  expect(parseTitle('  Choisir\n des  essences ')).toEqual({ ok: true, value: 'Choisir des essences' });
  expect(parseTitle(' \n ')).toEqual({ ok: false, error: 'title.empty' });
  expect(parseTitle('a'.repeat(200)).ok).toBe(true);
  expect(parseTitle('a'.repeat(10_000))).toEqual({ ok: false, error: 'title.tooLong' });
});
