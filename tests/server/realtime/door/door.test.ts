import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documents } from '#db/documents/schema.ts';
import { users } from '#db/people/person/schema.ts';
import { CLOSE, LIMITS } from '#shared/realtime/realtime.ts';
import { until } from '#tests/support/patience.ts';
import { HandSocket, isStep2, openStock } from '#tests/support/realtime/live-clients.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let anna: SignedIn;
let room: string;
beforeAll(async () => {
  server = await startTestServer();
  anna = await server.person({ role: 'contributor' });
  ({ room } = await server.document());
});
afterAll(() => server.close());

async function closeOf(name: string, headers: Record<string, string>): Promise<number> {
  return (await new HandSocket(server, name, { headers }).whenClosed()).code;
}

async function statusOf(origin: string, host?: string): Promise<number | null> {
  const socket = new HandSocket(server, room, {
    headers: { cookie: anna.cookie, origin, ...(host ? { host } : {}) },
  });
  await until('an answer', () => socket.refusedWith !== null || socket.ws.readyState === socket.ws.OPEN);
  return socket.refusedWith;
}

test('[R2] without a session the socket is closed with 4401, which the stock provider takes as final', async () => {
  expect(await closeOf(room, {})).toBe(CLOSE.signIn);
  expect(await closeOf(room, { cookie: 'better-auth.session_token=forged.forged' })).toBe(CLOSE.signIn);
  const { provider, synced } = openStock(server, room, { cookie: '' });
  synced.catch(() => undefined);
  await until('the provider gives up', () => !provider.shouldConnect);
});

test('[R2] a room that is unknown, foreign, trashed or no room at all is gone, all with the same code', async () => {
  const cookie = { cookie: anna.cookie };
  const trashed = await server.document();
  await server.site.db.update(documents).set({ trashedAt: new Date() }).where(eq(documents.id, trashed.id));
  const unknown = `document:${server.site.newId()}`;
  const foreign = await server.foreignDocument();
  for (const name of [
    unknown,
    foreign.room,
    trashed.room,
    room.replace('document', 'board'),
    'anything',
    '%E0%A4%A',
    // [SC16]
    'document:%00',
  ]) {
    expect(await closeOf(name, cookie), name).toBe(CLOSE.gone);
  }
});

test('[R2] a bearer token opens the door as a cookie does', async () => {
  const socket = new HandSocket(server, room, { headers: { authorization: `Bearer ${anna.token}` } });
  await until('it is open', () => socket.ws.readyState === socket.ws.OPEN);
  await socket.settled();
  expect(socket.frames.some(isStep2)).toBe(true);
});

test('[R2] a suspended account is asked to sign in again', async () => {
  const gone = await server.person({ role: 'contributor' });
  await server.site.db.update(users).set({ suspendedAt: new Date() }).where(eq(users.id, gone.id));
  expect(await closeOf(room, { cookie: gone.cookie })).toBe(CLOSE.signIn);
});

test('[R2] a page of another origin is refused before any handshake', async () => {
  const own = `localhost:${server.port}`;
  expect(await statusOf(`http://${own}`)).toBeNull();
  expect(await statusOf('http://localhost:1')).toBe(403);
  expect(await statusOf('https://example.org')).toBe(403);
  expect(await statusOf('null')).toBe(403);
  expect(await statusOf(`http://${own}.example.org`)).toBe(403);
  expect(await statusOf('http://example.org', 'example.org')).toBe(403);
});

test('[R2] with ORIGIN set only that one is ours', async () => {
  const strict = await startTestServer({ database: server.database, ownOrigin: 'https://cordee.exemple.fr' });
  const statusAt = async (origin: string) => {
    const socket = new HandSocket(strict, room, { headers: { origin } });
    await until('an answer', () => socket.refusedWith !== null || socket.closed !== null);
    return socket.refusedWith ?? socket.closed?.code;
  };
  expect(await statusAt('https://cordee.exemple.fr')).toBe(CLOSE.signIn);
  expect(await statusAt('https://cordee.exemple.fr.evil.fr')).toBe(403);
  expect(await statusAt(`http://localhost:${strict.port}`)).toBe(403);
  await strict.close();
});

test('[R8] an account has so many sockets and no more', async () => {
  const eager = await server.person({ role: 'contributor' });
  const sockets = await Promise.all(
    Array.from({ length: LIMITS.socketsPerAccount }, () => HandSocket.open(server, room, eager)),
  );
  await Promise.all(sockets.map((socket) => socket.settled()));
  expect(await closeOf(room, { cookie: eager.cookie })).toBe(CLOSE.tooMany);
  sockets[0]?.ws.close();
  await until('one has left', () => sockets[0]?.closed !== null);
  const next = await HandSocket.open(server, room, eager);
  await next.settled();
  expect(next.closed).toBeNull();
});
