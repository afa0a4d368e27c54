import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { columnsOf } from '#shared/boards/board-doc.ts';
import { ANYBODY } from '#tests/support/anybody.ts';
import { until } from '#tests/support/patience.ts';
import { openStock } from '#tests/support/realtime/live-clients.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let anna: SignedIn;
beforeAll(async () => {
  server = await startTestServer();
  anna = await server.person({ role: 'contributor' });
});
afterAll(() => server.close());

async function boardWithColumn(): Promise<string> {
  const { room } = await server.board();
  await server.rooms.apply(room, { userId: anna.id }, 'board.create', {
    columns: [{ id: 'todo', name: 'À faire' }],
  });
  return room;
}

function card(cardId: string, title: string) {
  return { cardId, title, columnId: 'todo', createdAt: new Date(0), createdBy: anna.id };
}

test('[R6] what the server writes is stored under the person’s name, told to everybody and read at once', async () => {
  const room = await boardWithColumn();
  const page = openStock(server, room, anna);
  await page.synced;
  const added = await server.rooms.apply(
    room,
    { userId: anna.id },
    'board.addCard',
    card('c1', 'Compter les arbres'),
  );
  expect(added).toEqual({ ok: true, value: undefined });
  const { value } = await server.rooms.read(room, 'board', ANYBODY);
  expect(value.columns[0]?.cards.map(({ title }) => title)).toEqual(['Compter les arbres']);
  await until('the page shows it', () => page.doc.getMap('cards').has('c1'));
  const { rows } = await server.database.run('select distinct user_id from doc_client where room = $1', [
    room,
  ]);
  expect(rows).toEqual([{ user_id: anna.id }]);
});

test('[R6] operations of one room follow one another, each seeing what the one before has done', async () => {
  const room = await boardWithColumn();
  const titles = Array.from({ length: 12 }, (_, index) => `Carte ${index}`);
  await Promise.all(
    titles.map((title, index) =>
      server.rooms.apply(room, { userId: anna.id }, 'board.addCard', card(`c${index}`, title)),
    ),
  );
  const { value } = await server.rooms.read(room, 'board', ANYBODY);
  expect(value.columns[0]?.cards.map(({ title }) => title)).toEqual(titles);
  const { rows } = await server.database.run('select count(*) as n from doc_client where room = $1', [room]);
  expect(Number(rows[0]?.n)).toBe(1);
});

test('[R6] a refused operation writes nothing, and a reading is kept until the room changes', async () => {
  const room = await boardWithColumn();
  const first = await server.rooms.read(room, 'board', ANYBODY);
  const refused = await server.rooms.apply(room, { userId: anna.id }, 'board.editCard', {
    cardId: 'nowhere',
    columnId: 'todo',
  });
  expect(refused).toEqual({ ok: false, error: 'board.cardNotFound' });
  const again = await server.rooms.read(room, 'board', ANYBODY);
  expect(again.seq).toBe(first.seq);
  expect(again.value).toBe(first.value);
});

test('[R6] what anybody may have put in a document does not stop the reader', async () => {
  const room = await boardWithColumn();
  const page = openStock(server, room, anna);
  await page.synced;
  page.doc.transact(() => {
    page.doc.getMap('cards').set('odd', 'not a card');
    page.doc.getMap('cards').set('empty', new Y.Map());
    columnsOf(page.doc).set('strange', 12);
  });
  await until('it is stored', async () => (await server.rooms.read(room, 'board', ANYBODY)).seq > 1);
  const { value } = await server.rooms.read(room, 'board', ANYBODY);
  expect(value.columns.map(({ name }) => name)).toContain('À faire');
});
