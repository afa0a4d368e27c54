import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { CLOSE, LIMITS } from '#shared/realtime/realtime.ts';
import { until } from '#tests/support/patience.ts';
import {
  awarenessMessage,
  floodUntilSlowed,
  HandSocket,
  openStock,
  syncMessage,
  typed,
} from '#tests/support/realtime/live-clients.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

const isLong = Boolean(process.env.TEST_LONG);
const FRAMES = isLong ? 100_000 : 2_000;
let server: TestServer;
let anna: SignedIn;
let mallory: SignedIn;
let room: string;
let pair: [Client, Client];
type Client = ReturnType<typeof openStock>;

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
  pair = [openStock(server, room, anna), openStock(server, room, anna)];
  await Promise.all(pair.map(({ synced }) => synced));
});

let words = 0;
/** An honest word gets through. */
async function expectOthersWrite(): Promise<void> {
  const [one, other] = pair;
  const word = `⟦${++words}⟧`;
  one.text.insert(0, word);
  await until('the honest pair writes on', () => other.text.toString().includes(word));
}

/** Honest frames of every kind, to be damaged. */
const HONEST = [
  syncMessage(0, Uint8Array.of(0)),
  syncMessage(0, Uint8Array.of(2, 7, 3, 9, 200, 1)),
  syncMessage(1, Uint8Array.of(0, 0)),
  syncMessage(2, typed('Un relevé', 301)),
  awarenessMessage([{ clientId: 302, clock: 1, state: { cursor: 3 } }]),
  Uint8Array.of(3),
];

const randomBytes = fc.uint8Array({ maxLength: 80 });
/** Types and steps that are none, or that only the server may send, in front of anything. */
const strangeType = fc
  .tuple(fc.constantFrom(2, 4, 5, 99, 100, 101, 102, 127, 255), randomBytes)
  .map(([type, body]) => Uint8Array.of(type, ...body));
const hugeNumber = fc
  .tuple(fc.constantFrom(0, 1, 2), fc.integer({ min: 1, max: 20 }))
  .map(([type, size]) => Uint8Array.of(type, ...new Uint8Array(size).fill(255)));
const damaged = fc
  .record({
    frame: fc.constantFrom(...HONEST),
    edits: fc.array(fc.record({ at: fc.nat(80), byte: fc.nat(255) }), { maxLength: 3 }),
    end: fc.option(fc.nat(60), { nil: undefined }),
  })
  .map(({ frame, edits, end }) => {
    const copy = frame.slice(0, end);
    for (const { at, byte } of edits) if (copy.length > 0) copy[at % copy.length] = byte;
    return copy;
  });
const frames = fc.oneof(randomBytes, strangeType, hugeNumber, damaged, fc.string({ maxLength: 40 }));

test(`[R4] ${FRAMES} frames that are no honest ones close their senders, and nobody else`, async () => {
  let sent = 0;
  let closed = 0;
  const attack = async (frame: Uint8Array | string) => {
    let socket = await HandSocket.open(server, room, mallory);
    // Several on one socket: what is passed over must not shield what follows.
    for (const one of [frame, ...fc.sample(frames, 19)]) {
      if (socket.ws.readyState !== socket.ws.OPEN) socket = await HandSocket.open(server, room, mallory);
      socket.send(one);
      sent++;
    }
    socket.send(Uint8Array.of(250));
    const { code } = await socket.whenClosed();
    expect([CLOSE.reload, CLOSE.forbidden, CLOSE.tryLater]).toContain(code);
    closed++;
  };
  for (const batch of fc.sample(fc.array(frames, { minLength: 5, maxLength: 5 }), FRAMES / 100)) {
    await Promise.all(batch.map(attack));
    await expectOthersWrite();
  }
  expect(sent).toBe(FRAMES);
  expect(closed).toBe(FRAMES / 20);
});

test('[R2] whoever has not signed in may send anything before, in and after the handshake', async () => {
  const handshake = [
    `GET /collab/${encodeURIComponent(room)} HTTP/1.1`,
    `Host: localhost:${server.port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  ].join('\r\n');
  const starts = [
    '',
    'GET / HTTP/9.9\r\n\r\n',
    `${handshake}\r\n\r\n`,
    `${handshake}\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
  ];
  for (const bytes of fc.sample(fc.uint8Array({ minLength: 1, maxLength: 400 }), isLong ? 5_000 : 100)) {
    const socket = connect(server.port, '127.0.0.1');
    socket.on('error', () => undefined);
    const isOver = new Promise((resolve) => socket.once('close', resolve));
    socket.write(starts[(bytes[0] ?? 0) % starts.length] ?? '');
    socket.end(bytes);
    socket.resume();
    await Promise.race([isOver, new Promise((resolve) => setTimeout(resolve, 500))]);
    socket.destroy();
  }
  await expectOthersWrite();
});

test('[R4] frames of 1, 10, 50 and 101 megabytes close their senders', async () => {
  for (const megabytes of isLong ? [1, 10, 50, 101] : [1, 10]) {
    const socket = await HandSocket.open(server, room, mallory);
    socket.send(new Uint8Array(megabytes * 1024 * 1024).fill(7));
    await expectOthersWrite();
    const { code } = await socket.whenClosed();
    expect(code).toBe(megabytes * 1024 * 1024 > LIMITS.frame ? 1009 : CLOSE.reload);
  }
});

test('[R9] presence sent without end costs its sender, and the others see one person', async () => {
  const flood = await HandSocket.open(server, room, mallory);
  const presence = (clock: number) =>
    awarenessMessage(
      Array.from({ length: clock % 50 === 0 ? 40 : 1 }, (_, i) => ({
        clientId: 400 + i,
        clock,
        state: { user: { name: 'Administrateur' }, cursor: clock },
      })),
    );
  await floodUntilSlowed(server, (frames) => flood.sendAll(frames), presence);
  await expectOthersWrite();
  const { awareness } = pair[0].provider;
  await until('the others see who it is', () => awareness.getStates().has(400));
  const seen = [...awareness.getStates()].filter(([clientId]) => clientId >= 400 && clientId < 500);
  expect(seen.length).toBeLessThanOrEqual(LIMITS.awarenessStatesPerSocket);
  expect(seen.map(([, state]) => state.user?.id)).toEqual(seen.map(() => mallory.id));
});
