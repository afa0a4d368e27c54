import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { CLOSE } from '#shared/realtime/realtime.ts';
import { until } from '#tests/support/patience.ts';
import { HandSocket } from '#tests/support/realtime/live-clients.ts';
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

/** An update of so many letters, each a struct of its own, which meets nobody else's. */
function scattered(letters: number): Uint8Array {
  const doc = new Y.Doc();
  const text = doc.getText(`text ${doc.clientID}`);
  doc.transact(() => {
    for (let index = 0; index < letters; index++) text.insert(0, 'a');
  });
  return Y.encodeStateAsUpdate(doc);
}

let heavy: Promise<{ id: string; room: string }> | undefined;
/** A document of Mallory's own that takes long to read, to compare and to try an update on. */
function heavyDocument() {
  heavy ??= (async () => {
    const made = await server.document();
    const socket = await HandSocket.open(server, made.room, mallory, '?ack=1');
    socket.sendUpdate(scattered(40_000));
    await until('the heavy document is stored', () => socket.acked === 1);
    return made;
  })();
  return heavy;
}

/** So much is asked at once; then somebody else asks for one thing. Tells how much was done before that one was. */
async function doneBefore(heavyWork: readonly Promise<unknown>[], ask: () => Promise<unknown>) {
  let done = 0;
  const all = heavyWork.map((one) =>
    one.then(
      () => done++,
      () => done++,
    ),
  );
  await ask();
  const before = done;
  await Promise.all(all);
  return before;
}

test('[R12] many updates on a heavy document of one’s own make nobody else’s paste wait', async () => {
  const { room: heavyRoom } = await heavyDocument();
  const { room } = await server.document();
  const sockets = await Promise.all(
    Array.from({ length: 5 }, () => HandSocket.open(server, heavyRoom, mallory, '?ack=1')),
  );
  const paste = await HandSocket.open(server, room, anna, '?ack=1');
  await Promise.all([...sockets, paste].map((socket) => socket.settled()));
  const isTaken = (socket: HandSocket) => until('it is stored', () => socket.acked === 1);
  for (const socket of sockets) socket.sendUpdate(scattered(600));
  const before = await doneBefore(sockets.map(isTaken), () => {
    paste.sendUpdate(scattered(1_000));
    return isTaken(paste);
  });
  expect(before).toBeLessThan(3);
  // Everything honest in its form is kept, however long it had to wait.
  expect(sockets.map(({ closed }) => closed)).toEqual(sockets.map(() => null));
});

test('[R12] comparisons and past states of one account make nobody else’s reading wait, nor their comparison', async () => {
  const { room: heavyRoom } = await heavyDocument();
  const { id, room } = await server.document();
  const page = await HandSocket.open(server, room, anna, '?ack=1');
  page.sendUpdate(scattered(10));
  await until('it is stored', () => page.acked === 1);
  await server.rooms.read(room, 'document', { by: { account: anna.id } });
  const [by, states] = [{ account: mallory.id }, { from: 0, to: Number.MAX_SAFE_INTEGER }];
  const compared = () => Array.from({ length: 4 }, () => server.rooms.compare(heavyRoom, states, { by }));
  const reading = await doneBefore(compared(), async () => {
    const answer = await fetch(`${server.origin}/api/v1/documents/${id}`, {
      headers: { authorization: `Bearer ${anna.token}` },
    });
    expect(answer.status).toBe(200);
  });
  expect(reading).toBeLessThan(3);
  const own = { by: { account: anna.id } };
  expect(await doneBefore(compared(), () => server.rooms.compare(room, states, own))).toBeLessThan(3);
});

test('[R12] what waits of one account is bounded: a page is refused for a while, an update is sent again', async () => {
  const { room: heavyRoom } = await heavyDocument();
  const by = { account: mallory.id };
  const gone = new AbortController();
  const asked = Array.from({ length: 12 }, () =>
    server.rooms.readPast(heavyRoom, 'document', { seq: 9 }, { by, signal: gone.signal }),
  );
  const refused = await Promise.race(asked.map((one) => one.catch((error: Error) => error.name)));
  expect(refused).toBe('LaneFull');
  // Whoever leaves takes along what waits and what runs.
  gone.abort();
  const ends = await Promise.allSettled(asked);
  const names = ends.map((end) => (end.status === 'rejected' ? end.reason.name : 'done'));
  expect(new Set(names)).toEqual(new Set(['LaneFull', 'AskerGone']));

  const sockets = await Promise.all(
    Array.from({ length: 24 }, () => HandSocket.open(server, heavyRoom, mallory, '?ack=1')),
  );
  await Promise.all(sockets.map((socket) => socket.settled()));
  for (const socket of sockets) socket.sendUpdate(scattered(600));
  await until('one is sent away', () => sockets.some(({ closed }) => closed !== null));
  const away = sockets.find(({ closed }) => closed !== null);
  expect(away?.closed).toEqual({ code: CLOSE.tryLater, reason: 'busy' });
  expect(away?.acked).toBe(0);
});
