import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { CLOSE, LIMITS, MESSAGE, SYNC } from '#shared/realtime/realtime.ts';
import { frameHead, OPCODE } from '#shared/realtime/realtime-frames.ts';
import { until } from '#tests/support/patience.ts';
import { framed, HandSession, openOverHttp } from '#tests/support/realtime/http-clients.ts';
import {
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
beforeAll(async () => {
  server = await startTestServer();
  anna = await server.person({ role: 'contributor' });
});
afterAll(() => server.close());

test('[R4] [R10] what is no run of our frames ends its session with 4409, oversized ones with 1009', async () => {
  const { room } = await server.document();
  const cases: readonly [Uint8Array<ArrayBuffer>, number][] = [
    [Uint8Array.of(0x00, 0x00), CLOSE.reload],
    [Uint8Array.of(0x82, 0x81, 1, 2, 3, 4, 5), CLOSE.reload],
    [Uint8Array.of(0x02, 0x01, 0), CLOSE.reload],
    [Uint8Array.of(0xc2, 0x01, 0), CLOSE.reload],
    [Uint8Array.of(0x83, 0x01, 0), CLOSE.reload],
    [Uint8Array.of(0x81, 0x01, 0x41), CLOSE.reload],
    [framed(Uint8Array.of(99)), CLOSE.reload],
    [new Uint8Array(frameHead(OPCODE.binary, LIMITS.frame + 1)), CLOSE.frameTooLarge],
    [Uint8Array.of(0x82, 127, 255, 255, 255, 255, 255, 255, 255, 255), CLOSE.frameTooLarge],
  ];
  for (const [bytes, code] of cases) {
    const session = await HandSession.open(server, room, anna);
    await session.settled();
    await session.post(bytes);
    await session.poll();
    expect(session.closed?.code, String(bytes)).toBe(code);
  }
});

test('[R8] [R10] a POST over the limit is refused, announced or not', async () => {
  const { room } = await server.document();
  const announced = await HandSession.open(server, room, anna);
  const answer = await announced.post(new Uint8Array(LIMITS.post + 1));
  expect([answer.status, (await answer.json()).code]).toEqual([413, CLOSE.frameTooLarge]);
  const endless = await HandSession.open(server, room, anna);
  const body = new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024)),
  });
  const sent = endless.request('at=0&read=0', { method: 'POST', body, duplex: 'half' } as RequestInit);
  await sent.catch(() => undefined);
  await endless.poll();
  expect(endless.closed?.code).toBe(CLOSE.frameTooLarge);
});

test('[R10] numbers that are none, or of bytes that were never sent, end the session', async () => {
  const { room } = await server.document();
  for (const query of ['at=x&read=0', 'at=0', 'at=0&read=-1', 'at=0&read=99999999', 'at=5&read=0']) {
    const session = await HandSession.open(server, room, anna);
    expect((await session.request(query, { method: 'POST' })).status, query).toBe(409);
    expect((await session.request('from=0&wait=0')).status, query).toBe(410);
  }
  for (const query of ['', 'from=', 'from=1e3', 'from=99999999&wait=0']) {
    const session = await HandSession.open(server, room, anna);
    expect((await session.request(query)).status, query).toBe(409);
  }
});

test('[R8] [R10] whoever sends too fast over HTTP is answered later and loses nothing', async () => {
  const { room } = await server.document();
  const session = await HandSession.open(server, room, anna);
  await session.settled();
  const query = Uint8Array.of(MESSAGE.queryAwareness);
  await floodUntilSlowed(
    server,
    (frames) => session.send(...frames),
    () => query,
  );
  await session.settled();
  expect(session.closed).toBeNull();
});

test('[R8] [R10] for a reader that does not poll little is kept, and it catches up with one difference', async () => {
  const { room } = await server.document();
  const writer = openStock(server, room, anna);
  await writer.synced;
  const slow = await HandSession.open(server, room, anna, '?ack=1');
  await slow.settled();
  const control = await HandSocket.open(server, room, anna);
  const page = 'Une page de relevés. '.repeat(12_000);
  const told = () => control.frames.filter(isUpdate).length;
  async function writePage() {
    const before = told();
    writer.text.insert(writer.text.length, page);
    await until('the page is told', () => told() > before);
  }
  while (server.rooms.stats().bufferedBytes <= LIMITS.bufferedLagging) await writePage();
  const held = server.rooms.stats().bufferedBytes;
  for (let more = 0; more < 4; more++) await writePage();
  expect(server.rooms.stats().bufferedBytes).toBeLessThanOrEqual(held);
  const doc = new Y.Doc();
  let applied = 0;
  await slow.pollUntil('the reader has everything', () => {
    for (; applied < slow.frames.length; applied++) {
      const frame = slow.frames[applied];
      if (frame && frame.type === MESSAGE.sync && frame.step !== SYNC.step1) Y.applyUpdate(doc, frame.body);
    }
    return doc.getText('default').length === writer.text.length;
  });
  expect(slow.frames.filter(isUpdate).length).toBeLessThan(told());
});

test('[R10] a large document comes down and goes up over HTTP', async () => {
  const { room } = await server.document();
  const writer = openOverHttp(server, room, anna, { params: { ack: '1' } });
  await writer.synced;
  writer.text.insert(0, 'Trois mébioctets de relevés. '.repeat(110_000));
  await until('it is stored', () => writer.acked() === 2);
  const reader = openOverHttp(server, room, anna);
  await reader.synced;
  expect(reader.text.length).toBe(writer.text.length);
  reader.text.insert(0, 'Fin. ');
  await until('they still hear each other', () => String(writer.text).startsWith('Fin. '));
});

test('[R1] [R10] a stop stores what came over HTTP and says goodbye with 1012; the class comes back by itself', async () => {
  const { room } = await server.document();
  const polling = await HandSession.open(server, room, anna, '?ack=1');
  const streaming = openOverHttp(server, room, anna, { params: { ack: '1' } });
  await streaming.synced;
  const codes: (number | undefined)[] = [];
  streaming.provider.on('connection-close', (event) => codes.push(event?.code));
  await polling.send(syncMessage(SYNC.update, typed('Avant l’arrêt. ', 501)));
  streaming.text.insert(0, 'Juste avant. ');
  await polling.pollUntil('the other is heard', () => polling.frames.some(isUpdate));
  await polling.settled();
  await polling.pollUntil('its change is acknowledged', () => polling.acked === 1);
  const ask = () => polling.request(`from=${polling.received}&wait=20`);
  // Other news would end the poll that waits for the goodbye, and the next one might find nobody.
  await polling.quiet();
  // Its headers are here: the poll waits on the other side. What may still be told meanwhile ends it, and another waits.
  const last = await ask();
  const goodbye = (async () => {
    polling.take(new Uint8Array(await last.arrayBuffer()));
    while (!polling.closed) polling.take(new Uint8Array(await (await ask()).arrayBuffer()));
  })();
  await server.restart();
  await goodbye;
  expect(polling.acked).toBe(1);
  expect(polling.closed?.code).toBe(CLOSE.restart);
  expect(codes[0]).toBe(CLOSE.restart);
  await until('it is back', () => streaming.provider.synced);
  const after = openStock(server, room, anna);
  await after.synced;
  for (const text of ['Avant l’arrêt. ', 'Juste avant. ']) expect(String(after.text)).toContain(text);
});
