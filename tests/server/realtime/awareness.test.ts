import { afterAll, beforeAll, expect, test } from 'vitest';
import { LIMITS, MESSAGE } from '#shared/realtime/realtime.ts';
import { until } from '#tests/support/patience.ts';
import { awarenessMessage, HandSocket, openStock, statesIn } from '#tests/support/realtime/live-clients.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let anna: SignedIn;
let boris: SignedIn;
beforeAll(async () => {
  server = await startTestServer();
  anna = await server.person({ role: 'contributor', name: 'Anna Ferrand' });
  boris = await server.person({ role: 'observer', name: 'Boris Legrand' });
});
afterAll(() => server.close());

/** What a socket knows of the others, all frames so far taken together. */
function presentFor(socket: HandSocket): Map<number, Record<string, unknown>> {
  const present = new Map<number, Record<string, unknown>>();
  for (const frame of socket.frames.filter(({ type }) => type === MESSAGE.awareness)) {
    for (const [clientId, { state }] of statesIn(frame)) {
      if (state) present.set(clientId, state);
      else present.delete(clientId);
    }
  }
  return present;
}

test('[R9] the server writes in who somebody is, whatever they say', async () => {
  const { room } = await server.document();
  const [liar, other] = [
    await HandSocket.open(server, room, boris),
    await HandSocket.open(server, room, anna),
  ];
  liar.send(
    awarenessMessage([{ clientId: 1, clock: 1, state: { user: { name: 'Administrateur' }, cursor: 4 } }]),
  );
  await until('the other sees somebody', () => presentFor(other).has(1));
  expect(presentFor(other).get(1)).toEqual({
    cursor: 4,
    user: {
      id: boris.id,
      name: 'Boris Legrand',
      organisation: 'Ville de Vervins',
      colour: 1,
      color: '#00696e',
    },
  });
});

test('[R9] nobody moves or removes somebody else', async () => {
  const { room } = await server.document();
  const [own, other, late] = [
    await HandSocket.open(server, room, anna),
    await HandSocket.open(server, room, boris),
    await HandSocket.open(server, room, anna),
  ];
  own.send(awarenessMessage([{ clientId: 2, clock: 5, state: { cursor: 'mine' } }]));
  await until('it is seen', () => presentFor(other).has(2));
  other.send(awarenessMessage([{ clientId: 2, clock: 9, state: { cursor: 'forged' } }]));
  other.send(awarenessMessage([{ clientId: 2, clock: 10, state: null }]));
  await other.settled();
  own.send(awarenessMessage([{ clientId: 2, clock: 6, state: { cursor: 'moved' } }]));
  await until('the owner moves', () => presentFor(late).get(2)?.cursor === 'moved');
});

test('[R9] leaving removes them at once, and a late echo does not bring them back', async () => {
  const { room } = await server.document();
  const [leaving, other] = [
    await HandSocket.open(server, room, anna),
    await HandSocket.open(server, room, boris),
  ];
  other.send(awarenessMessage([{ clientId: 31, clock: 0, state: {} }]));
  leaving.send(awarenessMessage([{ clientId: 3, clock: 7, state: { cursor: 1 } }]));
  await until('it is seen', () => presentFor(other).has(3));
  leaving.ws.close();
  await until('it is gone', () => !presentFor(other).has(3));
  other.send(awarenessMessage([{ clientId: 3, clock: 8, state: { cursor: 1 } }]));
  const late = await HandSocket.open(server, room, anna);
  await late.settled();
  await until('the newcomer knows who is here', () => presentFor(late).has(31));
  expect(presentFor(late).has(3)).toBe(false);
});

test('[R9] somebody who comes back under the same clientID is seen again at once', async () => {
  const { room } = await server.document();
  const one = openStock(server, room, anna);
  const other = openStock(server, room, boris);
  await Promise.all([one.synced, other.synced]);
  // A state that was never changed has clock 0, which the stock protocol shows to nobody.
  one.provider.awareness.setLocalStateField('cursor', 1);
  const seen = () => other.provider.awareness.getStates().has(one.doc.clientID);
  await until('they see each other', seen);
  one.provider.disconnect();
  await until('one has left', () => !seen());
  one.provider.connect();
  await until('one is back', seen);
});

test('[R9] states that are too large, too many or no states are passed over', async () => {
  const { room } = await server.document();
  const [many, other] = [
    await HandSocket.open(server, room, anna),
    await HandSocket.open(server, room, boris),
  ];
  many.send(
    awarenessMessage([{ clientId: 40, clock: 1, state: { big: 'x'.repeat(LIMITS.awarenessState) } }]),
  );
  many.send(awarenessMessage([{ clientId: 41, clock: 1, state: '{not json' }]));
  many.send(awarenessMessage([{ clientId: 42, clock: 1, state: '"text"' }]));
  many.send(
    awarenessMessage(Array.from({ length: 50 }, (_, i) => ({ clientId: 50 + i, clock: 1, state: {} }))),
  );
  many.send(awarenessMessage([{ clientId: 999, clock: 1, state: null }]));
  await until('somebody is seen', () => presentFor(other).size > 0);
  await many.settled();
  const late = await HandSocket.open(server, room, anna);
  await until('the newcomer knows them', () => presentFor(late).size === LIMITS.awarenessStatesPerSocket);
  expect([...presentFor(late).keys()]).toEqual([50, 51, 52, 53]);
  expect(many.closed).toBeNull();
});

test('[R9] who is here is answered to whoever asks', async () => {
  const { room } = await server.document();
  const [one, other] = [
    await HandSocket.open(server, room, anna),
    await HandSocket.open(server, room, boris),
  ];
  one.send(awarenessMessage([{ clientId: 60, clock: 1, state: {} }]));
  await until('it is seen', () => presentFor(other).has(60));
  other.frames.length = 0;
  other.send(Uint8Array.of(MESSAGE.queryAwareness));
  await until('the answer', () => presentFor(other).has(60));
});
