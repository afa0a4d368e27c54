import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBoard } from '#shared/boards/board-doc.ts';
import { addCard, moveCard } from '#shared/boards/card/card-operations.ts';
import { ANYBODY } from '#tests/support/anybody.ts';
import { BORN, fillBoard } from '#tests/support/boards/boards.ts';
import { until } from '#tests/support/patience.ts';
import { openStock } from '#tests/support/realtime/live-clients.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let anna: SignedIn;
let boris: SignedIn;
beforeAll(async () => {
  server = await startTestServer();
  anna = await server.person({ role: 'contributor' });
  boris = await server.person({ role: 'contributor' });
});
afterAll(() => server.close());

test('[B32] the history of a card is the server’s: who held the connection, whatever the card says of its author', async () => {
  const { room } = await server.board();
  const [hers, his] = [openStock(server, room, anna), openStock(server, room, boris)];
  await Promise.all([hers.synced, his.synced]);
  fillBoard(hers.doc);
  addCard(hers.doc, { cardId: 'a', columnId: 'todo', title: 'A', ...BORN, createdBy: boris.id });
  await until('he has the card', () => readBoard(his.doc).columns[0]?.cards.length === 1);
  moveCard(his.doc, { cardId: 'a', columnId: 'done' });
  await until('she has the move', () => readBoard(hers.doc).columns[2]?.cards.length === 1);
  const edit = { cardId: 'a', due: '2023-04-01' };
  expect(await server.rooms.apply(room, { userId: anna.id }, 'board.editCard', edit)).toMatchObject({
    ok: true,
  });

  const events = await server.rooms.cardHistory(room, 'a', ANYBODY);
  expect(events.map(({ at, ...event }) => event)).toEqual([
    { by: anna.id, what: 'created', to: 'À faire' },
    { by: boris.id, what: 'moved', from: 'À faire', to: 'Fait' },
    { by: anna.id, what: 'due', to: '2023-04-01' },
  ]);
  expect(events.every(({ at }) => !Number.isNaN(Date.parse(at)))).toBe(true);
  expect(await server.rooms.cardHistory(room, 'nobody', ANYBODY)).toEqual([]);
});
