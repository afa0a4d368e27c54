import { afterAll, beforeAll, expect, test } from 'vitest';
import { MESSAGE } from '#shared/realtime/realtime.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { until } from '#tests/support/patience.ts';
import { HandSocket, isStep2, isUpdate, typed } from '#tests/support/realtime/live-clients.ts';
import { APPENDS, type UnsteadyDatabase, unsteady } from '#tests/support/realtime/unsteady-database.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let database: UnsteadyDatabase;
let close: () => Promise<void>;
let server: TestServer;
let anna: SignedIn;
let boris: SignedIn;
beforeAll(async () => {
  const fresh = await openFreshDatabase();
  database = unsteady(fresh);
  close = fresh.close;
  server = await startTestServer({ database });
  [anna, boris] = [
    await server.person({ role: 'contributor' }),
    await server.person({ role: 'contributor' }),
  ];
});
afterAll(async () => {
  await server.close();
  await close();
});

test('[R1] nothing is acknowledged, and nobody sees it, before it is in the database', async () => {
  const { room } = await server.document();
  const writer = await HandSocket.open(server, room, anna, '?ack=1');
  const reader = await HandSocket.open(server, room, boris);
  await Promise.all([writer.settled(), reader.settled()]);
  database.hold(APPENDS);
  writer.sendUpdate(typed('Vingt arbres', 101));
  await until('the append is on its way', () => database.stopped > 0);
  await Promise.all([writer.settled(), reader.settled()]);
  expect(writer.acked).toBe(0);
  expect(reader.frames.some(isUpdate)).toBe(false);
  database.release();
  await until('it is acknowledged', () => writer.acked === 1);
  await reader.frame('the update', isUpdate);
});

test('[R1] the count says how many sync messages of this connection are stored, those without news included', async () => {
  const { room } = await server.document();
  const writer = await HandSocket.open(server, room, anna, '?ack=1');
  await writer.settled();
  const update = typed('Relevé', 102);
  writer.sendUpdate(update);
  writer.sendUpdate(typed('Relevé du matin', 102));
  writer.sendUpdate(update, 1);
  writer.sendUpdate(Uint8Array.of(0, 0), 1);
  await until('all four are counted', () => writer.acked === 4);
  const other = await HandSocket.open(server, room, anna, '?ack=1');
  other.sendUpdate(update, 1);
  await until('a connection counts for itself', () => other.acked === 1);
  const { rows } = await database.run('select count(*) as n from doc_update where room = $1', [room]);
  expect(Number(rows[0]?.n)).toBeLessThanOrEqual(2);
});

test('[R1] the only writer of a flush gets no echo, and our message types go to those who asked', async () => {
  const { room } = await server.document();
  const plain = await HandSocket.open(server, room, anna);
  const asking = await HandSocket.open(server, room, boris, '?ack=1');
  await Promise.all([plain.settled(), asking.settled()]);
  plain.sendUpdate(typed('Un mot', 103));
  await asking.frame('the update', isUpdate);
  await plain.settled();
  expect(plain.frames.some(isUpdate)).toBe(false);
  expect(plain.frames.some(({ type }) => type > 99)).toBe(false);
  const access = await asking.frame('its right', ({ type }) => type === MESSAGE.access);
  expect(access.value).toEqual({ access: 'write' });
  expect(plain.frames.filter(isStep2)).toHaveLength(2);
});

test('[R1] when the database is away nothing is acknowledged, readers are served, and all is stored once it is back', async () => {
  const { room } = await server.document();
  const writer = await HandSocket.open(server, room, anna, '?ack=1');
  writer.sendUpdate(typed('Avant', 104));
  await until('it is stored', () => writer.acked === 1);
  const before = database.stopped;
  database.refuse(APPENDS);
  writer.sendUpdate(typed('Pendant', 105));
  await until('it was tried more than once', () => database.stopped > before + 2);
  const reader = await HandSocket.open(server, room, boris);
  await reader.settled();
  expect(reader.frames.some(isUpdate)).toBe(false);
  expect(writer.acked).toBe(1);
  database.release();
  await until('it is acknowledged', () => writer.acked === 2);
  await reader.frame('the update', isUpdate);
});
