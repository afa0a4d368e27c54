import { afterAll, beforeAll, expect, test } from 'vitest';
import { findProjectedSeq } from '#db/realtime/projections.ts';
import { CLOSE, LIMITS } from '#shared/realtime/realtime.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { until } from '#tests/support/patience.ts';
import { HandSocket, isStep2, textOf, typed } from '#tests/support/realtime/live-clients.ts';
import { type UnsteadyDatabase, unsteady } from '#tests/support/realtime/unsteady-database.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

const LOADS = /from doc_room r left join/;
let database: UnsteadyDatabase;
let close: () => Promise<void>;
let server: TestServer;
let anna: SignedIn;
beforeAll(async () => {
  const fresh = await openFreshDatabase();
  database = unsteady(fresh);
  close = fresh.close;
  server = await startTestServer({ database });
  anna = await server.person({ role: 'contributor' });
});
afterAll(async () => {
  await server.close();
  await close();
});

async function written(text: string, clientId: number): Promise<string> {
  const { room } = await server.document();
  const socket = await HandSocket.open(server, room, anna, '?ack=1');
  socket.sendUpdate(typed(text, clientId));
  await until('it is stored', () => socket.acked === 1);
  return room;
}

test('[R5] nobody is told anything before the content is there, and the room is read once for all', async () => {
  const room = await written('Déjà là', 601);
  // Otherwise the next start reads the room too, to bring its tables up to date.
  await until('its tables follow', async () => (await findProjectedSeq(database.run, room)) > 0);
  await server.restart();
  const before = database.stopped;
  database.hold(LOADS);
  const sockets = await Promise.all(
    Array.from({ length: 5 }, () => HandSocket.open(server, room, anna, '?ack=1')),
  );
  for (const socket of sockets) socket.send(Uint8Array.of(0, 0, 1, 0));
  sockets[0]?.sendUpdate(typed(' Et ensuite', 602));
  await until('the room is being read', () => database.stopped > before);
  await until('nothing else happens meanwhile', () => server.rooms.stats().sockets === 5);
  expect(sockets.flatMap(({ frames }) => frames)).toEqual([]);
  database.release();
  for (const socket of sockets) {
    const answer = await socket.frame('the content', isStep2);
    expect(textOf(answer.body)).toContain('Déjà là');
  }
  await until('what waited is stored', () => sockets[0]?.acked === 1);
  expect(database.stopped - before).toBe(1);
});

test('[R5] a content that cannot be read sends the clients away for later, never an empty document', async () => {
  const room = await written('Toujours là', 603);
  await server.restart();
  database.refuse(LOADS);
  const refused = await HandSocket.open(server, room, anna);
  expect((await refused.whenClosed()).code).toBe(CLOSE.tryLater);
  expect(refused.frames).toEqual([]);
  database.release();
  const socket = await HandSocket.open(server, room, anna);
  await socket.settled();
  expect(textOf((await socket.frame('the content', isStep2)).body)).toBe('Toujours là');
});

test('[R5] a log with a hole is not a shorter document', async () => {
  const room = await written('Première phrase', 604);
  const socket = await HandSocket.open(server, room, anna, '?ack=1');
  socket.sendUpdate(typed('Deuxième', 605));
  await until('it is stored', () => socket.acked === 1);
  await server.restart();
  await database.run('delete from doc_update where room = $1 and seq = 2', [room]);
  const refused = await HandSocket.open(server, room, anna);
  expect((await refused.whenClosed()).code).toBe(CLOSE.tryLater);
});

test('[R8] little waits here for the content, the rest stays on the other side of the line', async () => {
  const room = await written('Court', 606);
  await server.restart();
  const { room: loaded } = await server.document();
  const other = await HandSocket.open(server, loaded, anna);
  await other.settled();
  database.hold(LOADS);
  const socket = await HandSocket.open(server, room, anna, '?ack=1');
  const frames = 8;
  for (let i = 0; i < frames; i++) socket.sendUpdate(new Uint8Array(LIMITS.frame - 16).fill(0), 1);
  for (let i = 0; i < 20; i++) await other.settled();
  expect(socket.ws.bufferedAmount).toBeGreaterThan(0);
  expect(socket.closed).toBeNull();
  database.release();
  await until('all was read', () => socket.acked === frames);
});
