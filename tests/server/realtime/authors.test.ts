import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { CLOSE } from '#shared/realtime/realtime.ts';
import { HandSocket, isStep2, textOf, typed, until } from '#tests/support/realtime/live-clients.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let anna: SignedIn;
let mallory: SignedIn;
beforeAll(async () => {
  server = await startTestServer();
  [anna, mallory] = [
    await server.person({ role: 'contributor' }),
    await server.person({ role: 'contributor' }),
  ];
});
afterAll(() => server.close());

async function write(room: string, person: SignedIn, ...updates: Uint8Array[]): Promise<HandSocket> {
  const socket = await HandSocket.open(server, room, person, '?ack=1');
  for (const update of updates) socket.sendUpdate(update);
  await until('it is stored or refused', () => socket.acked === updates.length || socket.closed !== null);
  return socket;
}

async function textIn(room: string): Promise<string> {
  const socket = await HandSocket.open(server, room, anna);
  await socket.settled();
  return textOf((await socket.frame('the content', isStep2)).body);
}

/** The second of two updates of one client. */
function continued(first: Uint8Array, more: string): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, first);
  const before = Y.encodeStateVector(doc);
  const [clientId] = Y.decodeStateVector(before).keys();
  doc.clientID = clientId ?? 0;
  doc.getText('default').insert(doc.getText('default').length, more);
  return Y.encodeStateAsUpdate(doc, before);
}

test('[R3] nobody writes under a clientID that somebody else has used in the room', async () => {
  const { room } = await server.document();
  const first = typed('Signé Anna', 401);
  await write(room, anna, first);
  const forged = await write(room, mallory, continued(first, ' et Mallory'));
  expect(forged.closed).toEqual({ code: CLOSE.forbidden, reason: 'author' });
  expect(await textIn(room)).toBe('Signé Anna');
});

test('[R3] that holds after a restart, and before the first use was stored', async () => {
  const { room } = await server.document();
  const first = typed('Signé Anna', 402);
  const [own, forged] = await Promise.all([
    HandSocket.open(server, room, anna, '?ack=1'),
    HandSocket.open(server, room, mallory),
  ]);
  await Promise.all([own.settled(), forged.settled()]);
  own.sendUpdate(first);
  await until('it is stored', () => own.acked === 1);
  await server.restart();
  const later = await write(room, mallory, continued(first, '…'));
  expect(later.closed?.code).toBe(CLOSE.forbidden);
  const { rows } = await server.database.run('select client_id, user_id from doc_client where room = $1', [
    room,
  ]);
  expect(rows.map(({ client_id, user_id }) => [Number(client_id), user_id])).toEqual([[402, anna.id]]);
});

test('[R3] a person’s earlier clientIDs stay theirs: offline work of another day is taken', async () => {
  const { room } = await server.document();
  const first = typed('Lundi', 403);
  await write(room, anna, first);
  const later = await write(room, anna, typed('Mardi', 404), continued(first, ' matin'));
  expect(later.acked).toBe(2);
});

test('[R3] a copy of what is here changes nothing, even when it is not a true one', async () => {
  const { room } = await server.document();
  await write(room, anna, typed('Vrai', 405));
  const false_ = typed('Faux', 405);
  const own = typed('Et moi ', 406);
  const socket = await write(room, mallory, Y.mergeUpdates([false_, own]));
  expect(socket.acked).toBe(1);
  expect((await textIn(room)).replace('Et moi ', '')).toBe('Vrai');
});

test('[R3] deleting what others wrote is writing, not forging', async () => {
  const { room } = await server.document();
  const first = typed('Trop long', 407);
  await write(room, anna, first);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, first);
  const before = Y.encodeStateVector(doc);
  doc.getText('default').delete(4, 5);
  const socket = await write(room, mallory, Y.encodeStateAsUpdate(doc, before));
  expect(socket.acked).toBe(1);
  expect(await textIn(room)).toBe('Trop');
});
