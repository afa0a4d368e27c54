import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { DOCUMENT_SCHEMA, MESSAGE } from '#shared/realtime/realtime.ts';
import { until } from '#tests/support/patience.ts';
import { HandSocket, isUpdate, openStock, textOf, typed } from '#tests/support/realtime/live-clients.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let writer: SignedIn;
let observer: SignedIn;
let reviewer: SignedIn;
beforeAll(async () => {
  server = await startTestServer();
  writer = await server.person({ role: 'contributor' });
  observer = await server.person({ role: 'observer' });
  reviewer = await server.person({ role: 'reviewer' });
});
afterAll(() => server.close());

async function rowsOf(room: string): Promise<number> {
  const { rows } = await server.database.run('select count(*) as n from doc_update where room = $1', [room]);
  return Number(rows[0]?.n);
}

test('[R3] what an observer or a reviewer writes by hand is not applied, not stored, not relayed', async () => {
  const { room } = await server.document();
  const honest = await HandSocket.open(server, room, writer);
  await honest.settled();
  for (const [person, access] of [
    [observer, 'comment'],
    [reviewer, 'comment'],
  ] as const) {
    const socket = await HandSocket.open(server, room, person, '?ack=1');
    const told = await socket.frame('its right', ({ type }) => type === MESSAGE.access);
    expect(told.value).toEqual({ access, reason: 'role' });
    socket.sendUpdate(typed('Je ne devrais pas', 301), 2);
    socket.sendUpdate(typed('Je ne devrais pas', 302), 1);
    await socket.settled();
    const refusals = socket.frames.filter(({ value }) => JSON.stringify(value)?.includes('refused'));
    expect(refusals).toHaveLength(2);
    expect(socket.acked).toBe(0);
    expect(socket.closed).toBeNull();
  }
  await honest.settled();
  expect(honest.frames.some(isUpdate)).toBe(false);
  expect(await rowsOf(room)).toBe(0);
});

test('[R3] [CM10] on a board whoever may not write reads and comments', async () => {
  const { room } = await server.board();
  const socket = await HandSocket.open(server, room, observer, '?ack=1');
  const told = await socket.frame('its right', ({ type }) => type === MESSAGE.access);
  expect(told.value).toEqual({ access: 'comment', reason: 'role' });
});

test('[R3] an honest reader is told nothing, sees everything and goes on reading', async () => {
  const { room } = await server.document();
  const author = openStock(server, room, writer);
  await author.synced;
  author.text.insert(0, 'Texte à relire, et à raccourcir');
  author.text.delete(15, 16);
  const reader = openStock(server, room, observer);
  await until('the reader sees the text', () => reader.text.toString() === 'Texte à relire,');
  // It comes back with what it has, deletions included.
  reader.provider.disconnect();
  author.text.insert(0, 'Premier jet. ');
  reader.provider.connect();
  await until('the reader sees the rest', () => reader.text.toString() === 'Premier jet. Texte à relire,');
  const socket = await HandSocket.open(server, room, observer, '?ack=1');
  socket.sendUpdate(Y.encodeStateAsUpdate(reader.doc, Y.encodeStateVector(reader.doc)), 1);
  await until('it counts as stored, since it brings nothing', () => socket.acked === 1);
  expect(JSON.stringify(socket.frames.map(({ value }) => value))).not.toContain('refused');
});

test('[R7] a page of an older document schema reads, and is told which one it needs', async () => {
  const { room } = await server.document();
  const old = await HandSocket.open(server, room, writer, `?ack=1&schema=${DOCUMENT_SCHEMA - 1}`);
  const wanted = await old.frame('the schema', ({ type }) => type === MESSAGE.schema);
  expect(wanted.value).toBe(DOCUMENT_SCHEMA);
  const told = await old.frame('its right', ({ type }) => type === MESSAGE.access);
  expect(told.value).toEqual({ access: 'read', reason: 'schema' });
  old.sendUpdate(typed('Ancien', 303));
  await old.settled();
  expect(await rowsOf(room)).toBe(0);
  const current = await HandSocket.open(server, room, writer, `?ack=1&schema=${DOCUMENT_SCHEMA}`);
  current.sendUpdate(typed('Actuel', 304));
  await until('the current page writes', () => current.acked === 1);
  const update = await old.frame('the older page reads on', isUpdate);
  expect(textOf(update.body)).toBe('Actuel');
});
