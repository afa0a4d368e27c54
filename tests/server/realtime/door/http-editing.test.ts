import { afterAll, beforeAll, expect, test } from 'vitest';
import { SYNC } from '#shared/realtime/realtime.ts';
import { until } from '#tests/support/patience.ts';
import { framed, HandSession, openOverHttp } from '#tests/support/realtime/http-clients.ts';
import {
  HandSocket,
  isUpdate,
  openStock,
  syncMessage,
  textOf,
  typed,
} from '#tests/support/realtime/live-clients.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let anna: SignedIn;
let boris: SignedIn;
beforeAll(async () => {
  server = await startTestServer();
  [anna, boris] = [
    await server.person({ role: 'contributor' }),
    await server.person({ role: 'contributor' }),
  ];
});
afterAll(() => server.close());

test('[R10] two people over HTTP and one with a WebSocket write in one document and all see all', async () => {
  const { room } = await server.document();
  const [first, second] = [openOverHttp(server, room, anna), openOverHttp(server, room, boris)];
  const third = openStock(server, room, anna);
  const all = [first, second, third];
  await Promise.all(all.map(({ synced }) => synced));
  for (const { provider } of all) provider.awareness.setLocalStateField('title', 'Relevés');
  for (let line = 0; line < 10; line++) {
    first.text.insert(0, `un ${line}. `);
    second.text.insert(second.text.length, `deux ${line}. `);
    third.text.insert(0, `trois ${line}. `);
  }
  await until('all have all', () =>
    all.every(({ text }) => text.length === (6 + 8 + 9) * 10 && String(text) === String(first.text)),
  );
  await until('all see all', () => all.every(({ provider }) => provider.awareness.getStates().size === 3));
  first.provider.destroy();
  await until('who leaves is seen to leave', () => second.provider.awareness.getStates().size === 2);
});

test('[R10] a POST is taken once and in order: repeated it is answered, with a gap it ends the session', async () => {
  const { room } = await server.document();
  const session = await HandSession.open(server, room, anna, '?ack=1');
  const first = framed(syncMessage(SYNC.update, typed('Un. ', 301)));
  const second = framed(syncMessage(SYNC.update, typed('Deux. ', 302)));
  expect((await session.post(first, 0)).status).toBe(200);
  expect((await session.post(first, 0)).status).toBe(200);
  await session.pollUntil('the first is acknowledged', () => session.acked === 1);
  // Its end was lost: what comes is the whole again, with the next behind it.
  const both = new Uint8Array([...first, ...second]);
  expect((await session.post(both, 0)).status).toBe(200);
  await session.pollUntil('the second is acknowledged', () => session.acked === 2);
  session.sent = both.length;
  await session.settled();
  expect(session.acked).toBe(2);

  const gap = await session.post(framed(syncMessage(SYNC.update, typed('Quatre. ', 304))), session.sent + 1);
  expect([gap.status, await gap.json()]).toEqual([409, { reason: 'gap' }]);
  expect((await session.request(`from=${session.received}&wait=1`)).status).toBe(410);
  const reader = openStock(server, room, boris);
  await reader.synced;
  expect(['Un. Deux. ', 'Deux. Un. ']).toContain(String(reader.text));
});

test('[R10] a frame may span several POSTs, cut anywhere', async () => {
  const { room } = await server.document();
  const session = await HandSession.open(server, room, anna, '?ack=1');
  const bytes = framed(syncMessage(SYNC.update, typed('Un long relevé. '.repeat(20), 305)));
  for (const [from, to] of [
    [0, 1],
    [1, 3],
    [3, 200],
    [200, bytes.length],
  ]) {
    expect((await session.post(bytes.slice(from, to), from)).status).toBe(200);
  }
  await session.pollUntil('it is acknowledged', () => session.acked === 1);
});

test('[R10] what a lost answer carried comes again, and what was confirmed does not', async () => {
  const { room } = await server.document();
  const session = await HandSession.open(server, room, anna);
  await session.settled();
  const writer = await HandSocket.open(server, room, boris);
  const read = session.received;
  writer.sendUpdate(typed('Une fois. ', 306));
  // This answer is thrown away, as a proxy that fails does.
  const lost = new Uint8Array(await (await session.request(`from=${read}&wait=5`)).arrayBuffer());
  expect(lost.length).toBeGreaterThan(0);
  await session.poll();
  const update = session.frames.find(isUpdate);
  expect(update && textOf(update.body)).toBe('Une fois. ');
  const again = await session.request(`from=${read}&wait=0`);
  await session.poll(0);
  expect((await session.request(`from=${read}&wait=0`)).status).toBe(409);
  expect(again.status).toBe(200);
});

test('[R10] a network that loses requests and answers loses no text, and « Enregistré » stays exact', async () => {
  const { room } = await server.document();
  let asked = 0;
  const losing: typeof fetch = async (input, init) => {
    asked += 1;
    const isPost = init?.method === 'POST' && String(input).includes('session=');
    if (isPost && asked % 4 === 0) throw new TypeError('the request was lost');
    const answer = await fetch(input, init);
    if (isPost && asked % 4 === 2) throw new TypeError('the answer was lost');
    return answer;
  };
  const writer = openOverHttp(server, room, anna, { through: losing, params: { ack: '1' } });
  const reader = openStock(server, room, boris);
  await Promise.all([writer.synced, reader.synced]);
  let isClosed = false;
  writer.provider.on('connection-close', () => {
    isClosed = true;
  });
  for (let word = 1; word <= 12; word++) {
    writer.text.insert(writer.text.length, `mot ${word} `);
    await until('the word arrives', () => String(reader.text).endsWith(`mot ${word} `));
  }
  // The step 2 at the start and twelve words: neither one more for what was repeated, nor one less.
  await until('all is acknowledged', () => writer.acked() === 13);
  expect(isClosed).toBe(false);
  expect(asked).toBeGreaterThan(16);
});
