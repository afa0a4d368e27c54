import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { CLOSE, LIMITS, MESSAGE } from '#shared/realtime/realtime.ts';
import { withClients } from '#shared/realtime/update-structs.ts';
import { until } from '#tests/support/patience.ts';
import {
  awarenessMessage,
  HandSocket,
  isStep2,
  openStock,
  statesIn,
  textOf,
  typed,
} from '#tests/support/realtime/live-clients.ts';
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

const AUTHOR = { code: CLOSE.forbidden, reason: 'author' };

/** Waits until this socket hears of that client: that it is here, or that it has left. */
const hearsOf = (socket: HandSocket, clientId: number, isHere: boolean) =>
  socket.frame(`that ${clientId} is ${isHere ? 'here' : 'gone'}`, (frame) => {
    const told = frame.type === MESSAGE.awareness ? statesIn(frame).get(clientId) : undefined;
    return told !== undefined && (told.state !== null) === isHere;
  });

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

test.each([
  ['told at joining', 411, '&client=411'],
  ['only seen in presence, as other clients have it', 412, ''],
])(
  '[R3] a clientID is theirs who opened the room with it, before they have written: %s',
  async (_how, clientId, told) => {
    const { room } = await server.document();
    const other = await HandSocket.open(server, room, mallory);
    const own = await HandSocket.open(server, room, anna, `?ack=1${told}`);
    own.send(awarenessMessage([{ clientId, clock: 1, state: {} }]));
    await hearsOf(other, clientId, true);
    own.ws.close();
    await hearsOf(other, clientId, false);
    other.sendUpdate(typed('Signé Anna', clientId));
    expect(await other.whenClosed()).toEqual(AUTHOR);
    const back = await HandSocket.open(server, room, anna, `?ack=1${told}`);
    back.sendUpdate(typed('Écrit hors ligne', clientId));
    await until('it is stored', () => back.acked === 1);
    expect(await textIn(room)).toBe('Écrit hors ligne');
  },
);

test('[R3] a stock provider that comes back brings what it wrote, whatever others have tried meanwhile', async () => {
  const { room } = await server.document();
  const own = openStock(server, room, anna);
  const other = openStock(server, room, mallory);
  await Promise.all([own.synced, other.synced]);
  own.provider.awareness.setLocalStateField('cursor', 1);
  await until('she is seen', () => other.provider.awareness.getStates().has(own.doc.clientID));
  own.provider.disconnect();
  const forged = await write(room, mallory, typed('Volé', own.doc.clientID));
  expect(forged.closed).toEqual(AUTHOR);
  own.text.insert(0, 'Écrit hors ligne');
  own.provider.connect();
  await until('it arrives', () => other.text.toString() === 'Écrit hors ligne');
});

test('[R3] who comes back with a clientID that is somebody else’s hears which before anything else, takes another and loses nothing', async () => {
  const { room } = await server.document();
  // Its opening was forgotten with the room: nobody had written under it.
  await write(room, mallory, typed('Volé', 413));
  const refused = await HandSocket.open(server, room, anna, '?ack=1&client=414,413');
  expect(await refused.whenClosed()).toEqual(AUTHOR);
  expect(refused.frames.map(({ type, value }) => [type, value])).toEqual([
    [MESSAGE.access, { access: 'write' }],
    [MESSAGE.taken, [413]],
  ]);
  const back = await HandSocket.open(server, room, anna, '?ack=1&client=414,415');
  back.sendUpdate(withClients(typed('Écrit hors ligne. ', 413), new Map([[413, 415]])));
  await until('it is stored', () => back.acked === 1);
  expect((await textIn(room)).replace('Volé', '')).toBe('Écrit hors ligne. ');
});

test('[R3] nobody is seen under a clientID that is somebody else’s', async () => {
  const { room } = await server.document();
  await write(room, anna, typed('Signé Anna', 416));
  const forger = await HandSocket.open(server, room, mallory);
  const watcher = await HandSocket.open(server, room, anna);
  forger.send(awarenessMessage([{ clientId: 416, clock: 9, state: {} }]));
  forger.send(awarenessMessage([{ clientId: 417, clock: 1, state: {} }]));
  await hearsOf(watcher, 417, true);
  const seen = watcher.frames.filter(({ type }) => type === MESSAGE.awareness);
  expect(seen.flatMap((frame) => [...statesIn(frame).keys()])).toEqual([417]);
});

test('[R3] opening stores nothing, and an account that opens without end loses its own oldest clientIDs only', async () => {
  const { room } = await server.document();
  const idsFrom = (first: number) =>
    Array.from({ length: LIMITS.clientIdsTold }, (_, index) => first + index);
  await (await HandSocket.open(server, room, anna, '?client=500')).settled();
  for (let first = 1_000; first <= 1_000 + LIMITS.clientIdsOpened; first += LIMITS.clientIdsTold) {
    await (await HandSocket.open(server, room, mallory, `?client=${idsFrom(first)}`)).settled();
  }
  expect((await write(room, mallory, typed('a', 500))).closed).toEqual(AUTHOR);
  expect((await write(room, anna, typed('b', 1_000 + LIMITS.clientIdsOpened))).closed).toEqual(AUTHOR);
  expect((await write(room, anna, typed('c', 1_000))).acked).toBe(1);
  const { rows } = await server.database.run('select client_id from doc_client where room = $1', [room]);
  expect(rows.map(({ client_id }) => Number(client_id))).toEqual([1_000]);
  for (const told of ['1,x', '', idsFrom(1).concat(0).join()]) {
    const socket = await HandSocket.open(server, room, anna, `?client=${told}`);
    expect(await socket.whenClosed()).toEqual({ code: CLOSE.reload, reason: 'client' });
  }
});

test('[L5] what a page of one account holds is never sent under the session of another', async () => {
  const { room } = await server.document();
  const own = await HandSocket.open(server, room, anna, `?ack=1&account=${anna.id}`);
  await own.settled();
  const left = await HandSocket.open(server, room, mallory, `?ack=1&account=${anna.id}`);
  expect(await left.whenClosed()).toEqual({ code: CLOSE.signIn, reason: 'account' });
  expect(own.closed).toBeNull();
});
