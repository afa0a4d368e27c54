import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { CLOSE, LIMITS } from '#shared/realtime/realtime.ts';
import { ANYBODY } from '#tests/support/anybody.ts';
import { countProcessorTime } from '#tests/support/kernel/processor-time.ts';
import { until } from '#tests/support/patience.ts';
import { hostileUpdates } from '#tests/support/realtime/hostile-updates.ts';
import { HandSocket, isStep2, openStock, syncMessage } from '#tests/support/realtime/live-clients.ts';
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

/** Sends an update as somebody hostile while others write there and elsewhere; tells how it ended. */
async function attack(update: Uint8Array) {
  const [{ room }, { room: elsewhere }] = [await server.document(), await server.document()];
  const pairs = [room, elsewhere].map((name) => [
    openStock(server, name, anna),
    openStock(server, name, anna),
  ]);
  await Promise.all(pairs.flat().map(({ synced }) => synced));
  const socket = await HandSocket.open(server, room, mallory, '?ack=1');
  await socket.settled();
  let longest = 0;
  let isOver = false;
  let words = 0;
  socket.sendUpdate(update);
  const others = Promise.all(
    pairs.map(async ([one, other]) => {
      while (!isOver) {
        const spent = countProcessorTime();
        const word = `mot ${++words} `;
        one?.text.insert(0, word);
        await until('a word arrives', () => other?.text.toString().includes(word) ?? false);
        longest = Math.max(longest, spent());
      }
    }),
  );
  await until('the update is decided on', () => socket.acked === 1 || socket.closed !== null);
  isOver = true;
  await others;
  // What the others must be spared.
  expect(longest).toBeLessThan(1_000);
  // They did not wait for the decision, whichever thread it is taken in.
  expect(words).toBeGreaterThan(4);
  return { closed: socket.closed, room };
}

test.each([
  ['conflicts', 12_000],
  ['nested', 20_000],
] as const)(
  '[R4] an update of %s that would hold up or break whoever reads it is refused',
  async (kind, size) => {
    const update = hostileUpdates[kind](size);
    expect(update.length).toBeLessThan(128 * 1024);
    const { closed, room } = await attack(update);
    expect(closed).toEqual({ code: CLOSE.reload, reason: 'frame' });
    const { rows } = await server.database.run(
      'select client_id from doc_client where room = $1 and client_id = 5',
      [room],
    );
    expect(rows).toEqual([]);
  },
);

test.each([
  ['tiny', 350_000, CLOSE.tooLarge],
  ['keys', 310_000, CLOSE.tooLarge],
  ['values', 5_000_000, CLOSE.tooLarge],
  ['holes', 50_000, CLOSE.reload],
  ['deletions', 650_000, CLOSE.tooLarge],
] as const)(
  '[R8] too many %s in an update, however small they are, are refused',
  async (kind, size, code) => {
    const { closed } = await attack(hostileUpdates[kind](size));
    expect(closed?.code).toBe(code);
  },
);

test('[R8] deletions of what is not there, in any order, are kept without slowing the room down', async () => {
  const { closed } = await attack(hostileUpdates.deletions(60_000));
  expect(closed).toBeNull();
});

test('[R8] an account that leaves holes in many updates is refused like one that leaves them in one', async () => {
  const { room } = await server.document();
  const socket = await HandSocket.open(server, room, mallory, '?ack=1');
  for (let clientId = 1_000; socket.closed === null && clientId < 3_000; clientId++) {
    const doc = new Y.Doc();
    doc.clientID = clientId;
    doc.getText('default').insert(0, 'ab');
    const before = Y.encodeStateVector(doc);
    doc.getText('default').insert(2, 'c');
    socket.sendUpdate(Y.encodeStateAsUpdate(doc, before));
    if (clientId % 100 === 0)
      await until('it is read', () => socket.acked >= clientId - 1_000 || socket.closed !== null);
  }
  expect((await socket.whenClosed()).reason).toBe('gaps');
  expect(socket.acked).toBeLessThan(LIMITS.detachedPerAccount + 200);
});

test('[R4] a state vector of more clients than a document may have is no question', async () => {
  const { room } = await server.document();
  const socket = await HandSocket.open(server, room, mallory);
  socket.send(
    syncMessage(0, Y.encodeStateVector(new Map(Array.from({ length: 200_000 }, (_, i) => [i + 1, 1])))),
  );
  expect((await socket.whenClosed()).code).toBe(CLOSE.reload);
});

test('[R4] keys that JavaScript reserves are keys like any other, for the server and for those who read', async () => {
  const { room } = await server.board();
  const doc = new Y.Doc();
  for (const root of ['cards', 'columns', 'labels', '__proto__', 'constructor']) {
    const map = doc.getMap(root);
    map.set('__proto__', JSON.parse('{"__proto__": {"isAdmin": true}}'));
    map.set(
      'constructor',
      new Y.Map([
        ['__proto__', 'x'],
        ['prototype', { toString: 1 }],
      ]),
    );
    map.set('hasOwnProperty', 1);
  }
  const socket = await HandSocket.open(server, room, mallory, '?ack=1');
  socket.sendUpdate(Y.encodeStateAsUpdate(doc));
  await until('it is stored', () => socket.acked === 1);
  expect('isAdmin' in {}).toBe(false);
  const { value } = await server.rooms.read(room, 'board', ANYBODY);
  expect(JSON.stringify(value)).not.toContain('isAdmin');
  const reader = await HandSocket.open(server, room, anna);
  await reader.settled();
  const copy = new Y.Doc();
  Y.applyUpdate(copy, (await reader.frame('the content', isStep2)).body);
  expect(copy.getMap('cards').size).toBe(3);
});

test('[R5] an honest page of a thousand paragraphs is taken as it is', async () => {
  const { room } = await server.document();
  const doc = new Y.Doc();
  doc.transact(() => {
    const paragraphs = Array.from({ length: 1_000 }, (_, index) => {
      const paragraph = new Y.XmlElement('paragraph');
      const text = new Y.XmlText();
      text.insert(0, `Relevé ${index} : `, {});
      text.insert(0, 'Trente et un arbres, ', { bold: {} });
      paragraph.insert(0, [text]);
      return paragraph;
    });
    doc.getXmlFragment('default').insert(0, paragraphs);
  });
  const socket = await HandSocket.open(server, room, anna, '?ack=1');
  socket.sendUpdate(Y.encodeStateAsUpdate(doc));
  await until('it is stored', () => socket.acked === 1);
  expect(socket.closed).toBeNull();
});
