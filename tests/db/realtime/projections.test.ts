import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#db/kernel/client.ts';
import { appendUpdates } from '#db/realtime/doc-updates.ts';
import {
  findProjectedSeq,
  findRoomsToProject,
  saveBoardProjection,
  saveDocumentProjection,
} from '#db/realtime/projections.ts';
import { aBoard, aDocument, aGroup, aPerson } from '#db/seed/builders/builders.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';
import { appended } from '#tests/support/realtime/appended.ts';

const now = new Date('2026-03-03T09:00:00Z');
const later = new Date('2026-03-03T10:00:00Z');

let database: Database;
let board: { id: string; room: string };
let document: { id: string; room: string };
beforeAll(async () => {
  database = await openFreshDatabase();
  const site = siteOf(database.db, now);
  const [group, person] = [await aGroup(site), await aPerson(site)];
  const own = { groupId: group.id, createdBy: person.id };
  const [{ id: boardId }, { id: documentId }] = [await aBoard(site, own), await aDocument(site, own)];
  board = { id: boardId, room: `board:${boardId}` };
  document = { id: documentId, room: `document:${documentId}` };
  for (const room of [board.room, document.room, 'board:ghost']) await appended(database.run, room, now);
});
afterAll(() => database.close());

const card = {
  cardId: 'a',
  title: 'Compter',
  description: '',
  columnId: 'todo',
  columnName: 'À faire',
  order: 'a0',
  isDone: false,
  isArchived: false,
  start: null,
  due: null,
  organisationIds: [],
  repeatOn: null,
  assigneeIds: [],
  labels: [],
  steps: '',
  links: [],
};

async function cards(): Promise<unknown[]> {
  const { rows } = await database.run('select card_id, title from card order by card_id', []);
  return rows.map(({ card_id, title }) => [card_id, title]);
}

test('[K2] tables only move forward: an older state of a room never takes the place of a newer one', async () => {
  const save = (seq: number, titles: Record<string, string>) =>
    saveBoardProjection(
      database.run,
      { ...board, seq },
      Object.entries(titles).map(([cardId, title]) => ({ ...card, cardId, title })),
      now,
    );
  await save(2, { a: 'Compter', b: 'Choisir' });
  await save(5, { a: 'Compter les arbres', c: 'Planter' });
  await save(4, { a: 'Compter', b: 'Choisir' });
  await save(5, {});
  expect(await cards()).toEqual([
    ['a', 'Compter les arbres'],
    ['c', 'Planter'],
  ]);
  expect(await findProjectedSeq(database.run, board.room)).toBe(5);
  await save(6, {});
  expect(await cards()).toEqual([]);
});

test('[K2] several that project one room at once leave the newest state', async () => {
  const text = (seq: number) =>
    saveDocumentProjection(
      database.run,
      { ...document, seq },
      {
        text: `état ${seq}`,
        excerpt: '',
        outline: [],
        words: 2,
        outcomes: [],
        excerpts: [],
        characters: {},
      },
      now,
    );
  await Promise.all([3, 9, 1, 7, 5].map(text));
  const { rows } = await database.run('select text from document_text where document_id = $1', [document.id]);
  expect(rows).toEqual([{ text: 'état 9' }]);
});

test('[K2] a room of nothing that exists has no rows, and is not looked at again', async () => {
  const ghost = { room: 'board:ghost', id: 'ghost', seq: 3 };
  await saveBoardProjection(database.run, ghost, [card], now);
  expect(await cards()).toEqual([]);
  expect(await findProjectedSeq(database.run, ghost.room)).toBe(3);
});

test('[K2] rooms behind their log are found, the longest waiting first, those of this moment left to who took them', async () => {
  const append = (room: string, at: Date) =>
    appendUpdates(database.run, [{ room, data: Uint8Array.of(1), userId: 'anna', newClients: [] }], at);
  await append('document:new', later);
  await append('document:old', now);
  await append('document:known', now);
  const known = { room: 'document:known', id: 'known', seq: 1 };
  await saveDocumentProjection(
    database.run,
    known,
    { text: '', excerpt: '', outline: [], words: 0, outcomes: [], excerpts: [], characters: {} },
    now,
  );
  const found = (before: Date) => findRoomsToProject(database.run, { before, limit: 10 });
  expect(await found(later)).toEqual(['document:old']);
  expect(await found(new Date('2026-03-03T11:00:00Z'))).toEqual(['document:old', 'document:new']);
});
