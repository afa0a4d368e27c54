import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { CLOSE, LIMITS } from '#shared/realtime/realtime.ts';
import { until } from '#tests/support/patience.ts';
import {
  awarenessMessage,
  floodUntilSlowed,
  HandSocket,
  isUpdate,
  openStock,
  syncMessage,
  typed,
} from '#tests/support/realtime/live-clients.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let anna: SignedIn;
let mallory: SignedIn;
let room: string;
let honest: ReturnType<typeof openStock>[];
beforeAll(async () => {
  server = await startTestServer();
  [anna, mallory] = [
    await server.person({ role: 'contributor' }),
    await server.person({ role: 'contributor' }),
  ];
});
afterAll(() => server.close());
beforeEach(async () => {
  ({ room } = await server.document());
  honest = [openStock(server, room, anna), openStock(server, room, anna)];
  await Promise.all(honest.map(({ synced }) => synced));
});
/** Whatever happened, the others go on. */
afterEach(async () => {
  const [one, other] = honest;
  one?.text.insert(0, 'Les autres continuent. ');
  await until(
    'the honest pair writes on',
    () => other?.text.toString().startsWith('Les autres continuent. ') ?? false,
  );
});

async function codeFor(...frames: (Uint8Array | string)[]): Promise<number> {
  const socket = await HandSocket.open(server, room, mallory);
  for (const frame of frames) socket.send(frame);
  return (await socket.whenClosed()).code;
}

const bytes = (...values: number[]) => Uint8Array.from(values);
const update = (body: Uint8Array) => syncMessage(2, body);

test('[R4] a text frame, an empty one, an unknown type or step closes its sender', async () => {
  for (const frame of ['bonjour', bytes(), bytes(7), bytes(100, 1), bytes(0), bytes(0, 3, 0), bytes(0, 9)]) {
    expect(await codeFor(frame), String(frame)).toBe(CLOSE.reload);
  }
});

test('[SC19] a state that is no UTF-8 closes its sender', async () => {
  const state = [...Buffer.from('{"name":"'), 0xff, ...Buffer.from('"}')];
  const body = [1, 5, 1, state.length, ...state];
  expect(await codeFor(bytes(1, body.length, ...body))).toBe(CLOSE.reload);
});

test('[R4] a frame cut anywhere closes its sender', async () => {
  const whole = update(typed('Une phrase entière', 201));
  for (let end = 0; end < whole.length; end++)
    expect(await codeFor(whole.slice(0, end)), `${end}`).toBe(CLOSE.reload);
});

test('[R4] numbers that never end, lengths beyond the frame and vectors that are none close their sender', async () => {
  const endless = new Uint8Array(64).fill(255);
  for (const frame of [
    endless,
    bytes(0, ...endless),
    bytes(0, 2, ...endless),
    bytes(0, 0, 200, 1, 1),
    bytes(1, 255, 127),
  ]) {
    expect(await codeFor(frame)).toBe(CLOSE.reload);
  }
  expect(await codeFor(syncMessage(0, bytes(5, 1, 1)))).toBe(CLOSE.reload);
});

test('[R4] a length beyond the frame never reads what lies behind it in memory', async () => {
  // A state that claims 200 bytes in a message that has two: lib0 alone would read on in Node's shared pool, and the
  // others would be shown what it found there.
  const claim = bytes(1, 7, 1, 77, 1, 200, 1, 123, 125);
  expect(await codeFor(claim)).toBe(CLOSE.reload);
});

test('[R4] a frame over the limit is closed by the socket itself, before it is read', async () => {
  const socket = await HandSocket.open(server, room, mallory);
  socket.send(new Uint8Array(LIMITS.frame + 1));
  expect((await socket.whenClosed()).code).toBe(1009);
});

test('[R4] an update that would break those who read it is refused', async () => {
  const doc = new Y.Doc();
  doc.clientID = 202;
  const nested = doc.getMap('root');
  let deep: unknown = 1;
  for (let i = 0; i < 500; i++) deep = { deep };
  nested.set('deep', deep);
  expect(await codeFor(update(Y.encodeStateAsUpdate(doc)))).toBe(CLOSE.reload);
  const withSubdocument = new Y.Doc();
  withSubdocument.getMap('root').set('sub', new Y.Doc());
  expect(await codeFor(update(Y.encodeStateAsUpdate(withSubdocument)))).toBe(CLOSE.reload);
});

test('[R4] a hundred thousand states in one awareness frame close their sender', async () => {
  const entries = Array.from({ length: 100_000 }, (_, clientId) => ({ clientId, clock: 1, state: {} }));
  expect(await codeFor(awarenessMessage(entries))).toBe(CLOSE.reload);
});

test('[R8] whoever floods is read more slowly, and loses nothing', async () => {
  const socket = await HandSocket.open(server, room, mallory, '?ack=1');
  await floodUntilSlowed(
    server,
    (frames) => socket.sendAll(frames),
    () => bytes(3),
  );
  socket.sendUpdate(typed('Après le flot', 210));
  await until('what came last is stored', () => socket.acked === 1);
  expect(socket.closed).toBeNull();
});

test('[R4] an update with a hole is kept, and understood when the missing part comes', async () => {
  const doc = new Y.Doc();
  const parts: Uint8Array[] = [];
  doc.on('update', (part: Uint8Array) => parts.push(part));
  for (const word of ['un ', 'deux ', 'trois '])
    doc.getText('default').insert(doc.getText('default').length, word);
  const [first, second, third] = parts;
  if (!first || !second || !third) throw new Error('three updates expected');
  const socket = await HandSocket.open(server, room, mallory, '?ack=1');
  socket.sendUpdate(third);
  socket.sendUpdate(first);
  await until('both are stored', () => socket.acked === 2);
  expect(honest[0]?.text.toString()).toBe('un ');
  const late = openStock(server, room, anna);
  await late.synced;
  expect(late.text.toString()).toBe('un ');
  socket.sendUpdate(second);
  await until('the whole is there', () => late.text.toString() === 'un deux trois ');
  expect(socket.frames.some(isUpdate)).toBe(false);
});
