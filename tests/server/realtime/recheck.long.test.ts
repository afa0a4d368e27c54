import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documents } from '#db/documents/schema.ts';
import { groupMembers } from '#db/people/group/schema.ts';
import { sessions, users } from '#db/people/person/schema.ts';
import { CLOSE, MESSAGE } from '#shared/realtime/realtime.ts';
import { until } from '#tests/support/patience.ts';
import { HandSocket, openStock, typed } from '#tests/support/realtime/live-clients.ts';
import { startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const membership = (userId: string) =>
  and(eq(groupMembers.groupId, server.groupId), eq(groupMembers.userId, userId));

test('[R2] somebody removed from the group loses the room, the others keep it', async () => {
  const { room } = await server.document();
  const [gone, stays] = [
    await server.person({ role: 'contributor' }),
    await server.person({ role: 'observer' }),
  ];
  const sockets = [await HandSocket.open(server, room, gone), await HandSocket.open(server, room, stays)];
  await Promise.all(sockets.map((socket) => socket.settled()));
  await server.site.db.delete(groupMembers).where(membership(gone.id));
  server.rooms.recheck({ groupId: server.groupId });
  expect((await sockets[0]?.whenClosed())?.code).toBe(CLOSE.gone);
  await sockets[1]?.settled();
  expect(sockets[1]?.closed).toBeNull();
});

test('[R2] [G5] a membership whose end passes closes the room without anybody’s gesture, and the others keep it', async () => {
  const { room } = await server.document();
  const [consultant, stays] = [
    await server.person({ role: 'consultant' }),
    await server.person({ role: 'contributor' }),
  ];
  const sockets = [
    await HandSocket.open(server, room, consultant),
    await HandSocket.open(server, room, stays),
  ];
  await Promise.all(sockets.map((socket) => socket.settled()));
  const ends = new Date(Date.now() + 500);
  await server.site.db.update(groupMembers).set({ until: ends }).where(membership(consultant.id));
  await until('the room is closed', () => sockets[0]?.closed !== null);
  expect((await sockets[0]?.whenClosed())?.code).toBe(CLOSE.gone);
  await sockets[1]?.settled();
  expect(sockets[1]?.closed).toBeNull();
});

test('[R2] a writer who becomes an observer is told, and what they send from then on is refused', async () => {
  const { room } = await server.document();
  const person = await server.person({ role: 'contributor' });
  const socket = await HandSocket.open(server, room, person, '?ack=1');
  socket.sendUpdate(typed('Tant que je peux', 501));
  await until('it is stored', () => socket.acked === 1);
  await server.site.db.update(groupMembers).set({ role: 'observer' }).where(membership(person.id));
  server.rooms.recheck({ userId: person.id });
  await socket.frame(
    'the change',
    ({ type, value }) => type === MESSAGE.access && JSON.stringify(value).includes('comment'),
  );
  socket.sendUpdate(typed('Trop tard', 502));
  await socket.frame('the refusal', ({ value }) => JSON.stringify(value)?.includes('refused') ?? false);
  await server.site.db.update(groupMembers).set({ role: 'contributor' }).where(membership(person.id));
  server.rooms.recheck({ userId: person.id });
  // Its count can no longer be whole: it comes back with a fresh one.
  expect((await socket.whenClosed()).code).toBe(CLOSE.restart);
});

test('[R2] an observer who becomes a writer writes on the same connection', async () => {
  const { room } = await server.document();
  const person = await server.person({ role: 'observer' });
  const reader = openStock(server, room, person);
  await reader.synced;
  reader.text.insert(0, 'Écrit trop tôt');
  const other = openStock(server, room, await server.person({ role: 'contributor' }));
  await other.synced;
  expect(other.text.toString()).toBe('');
  await server.site.db.update(groupMembers).set({ role: 'contributor' }).where(membership(person.id));
  server.rooms.recheck({ room });
  await until('the text arrives', () => other.text.toString() === 'Écrit trop tôt');
});

test('[R2] signing out, suspension and the bin end the connection with their own codes', async () => {
  const { id, room } = await server.document();
  const [one, other, third] = await Promise.all([
    server.person({ role: 'contributor' }),
    server.person({ role: 'contributor' }),
    server.person({ role: 'contributor' }),
  ]);
  const open = async (person: { cookie: string }) => {
    const socket = await HandSocket.open(server, room, person);
    await socket.settled();
    return socket;
  };
  const [signedOut, suspended, trashed] = await Promise.all([open(one), open(other), open(third)]);
  await server.site.db.delete(sessions).where(eq(sessions.userId, one.id));
  server.rooms.recheck({ userId: one.id });
  expect((await signedOut.whenClosed()).code).toBe(CLOSE.signIn);
  await server.site.db.update(users).set({ suspendedAt: new Date() }).where(eq(users.id, other.id));
  server.rooms.recheck({ userId: other.id });
  expect((await suspended.whenClosed()).code).toBe(CLOSE.signIn);
  await server.site.db.update(documents).set({ trashedAt: new Date() }).where(eq(documents.id, id));
  server.rooms.recheck({ room });
  expect((await trashed.whenClosed()).code).toBe(CLOSE.gone);
});
