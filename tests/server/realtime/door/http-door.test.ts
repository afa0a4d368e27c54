import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { groupMembers } from '#db/people/group/schema.ts';
import { users } from '#db/people/person/schema.ts';
import { CLOSE, LIMITS, MESSAGE, SYNC } from '#shared/realtime/realtime.ts';
import { until } from '#tests/support/patience.ts';
import { framed, HandSession } from '#tests/support/realtime/http-clients.ts';
import { syncMessage, typed } from '#tests/support/realtime/live-clients.ts';
import { type SignedIn, signIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let anna: SignedIn;
let boris: SignedIn;
let room: string;
beforeAll(async () => {
  server = await startTestServer();
  [anna, boris] = [
    await server.person({ role: 'contributor' }),
    await server.person({ role: 'contributor' }),
  ];
  ({ room } = await server.document());
});
afterAll(() => server.close());

async function opening(name: string, headers: Record<string, string>): Promise<[number, unknown]> {
  const answer = await HandSession.ask(server, name, headers);
  return [answer.status, (await answer.json()).code];
}

test('[R2] [R10] the door over HTTP is the same: session, right, and the close codes in the answer', async () => {
  const cookie = { cookie: anna.cookie };
  const foreign = await server.foreignDocument();
  const outsider = await server.person();
  expect(await opening(room, {})).toEqual([401, CLOSE.signIn]);
  expect(await opening(room, { cookie: 'better-auth.session_token=forged.forged' })).toEqual([
    401,
    CLOSE.signIn,
  ]);
  expect(await opening(room, { cookie: outsider.cookie })).toEqual([404, CLOSE.gone]);
  for (const name of [foreign.room, `document:${server.site.newId()}`, 'anything', '%E0%A4%A']) {
    expect(await opening(name, cookie), name).toEqual([404, CLOSE.gone]);
  }
  expect((await opening(room, { authorization: `Bearer ${anna.token}` }))[0]).toBe(201);
});

test('[R2] [R10] pages of other origins and other sites are refused, whatever they ask', async () => {
  const session = await HandSession.open(server, room, anna);
  const own = `http://localhost:${server.port}`;
  for (const headers of [
    { origin: 'https://example.org' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]) {
    expect((await HandSession.ask(server, room, { cookie: anna.cookie, ...headers })).status).toBe(403);
    expect((await session.request('from=0&wait=0', { headers })).status).toBe(403);
    expect((await session.request('at=0&read=0', { method: 'POST', headers })).status).toBe(403);
  }
  const headers = { origin: own, 'sec-fetch-site': 'same-origin' };
  expect((await session.request('from=0&wait=0', { headers })).status).toBe(200);
});

test('[R10] a session is of no use to anybody else, in another room, or under another sign-in of its own person', async () => {
  const session = await HandSession.open(server, room, anna, '?ack=1');
  const other = await server.document();
  const update = framed(syncMessage(SYNC.update, typed('Pas de moi', 401)));
  const elsewhere = new HandSession(`http://localhost:${server.port}/collab/${other.room}`, session.id, {
    cookie: anna.cookie,
  });
  const answers = [
    await elsewhere.post(update),
    await elsewhere.request('from=0&wait=0'),
    await session.request('at=0&read=0', { method: 'POST', body: update, headers: { cookie: boris.cookie } }),
    await session.request('from=0&wait=0', { headers: { cookie: boris.cookie } }),
    await session.request('from=0&wait=0', { headers: { cookie: '' } }),
    await session.request('from=0&wait=0', { headers: { cookie: await signedInAgain(anna) } }),
    await new HandSession(`http://localhost:${server.port}/collab/${room}`, 'guessed', {
      cookie: anna.cookie,
    }).post(update),
  ];
  expect(answers.map(({ status }) => status)).toEqual([410, 410, 410, 410, 410, 410, 410]);
  await session.settled();
  expect(session.acked).toBe(0);
});

/** A cookie of the same account, of another sign-in. */
async function signedInAgain({ id }: SignedIn): Promise<string> {
  const [person] = await server.site.db.select().from(users).where(eq(users.id, id));
  return (await signIn(server.port, person?.email ?? '')).cookie;
}

test('[R2] [R10] an observer reads over HTTP and writes nothing', async () => {
  const observer = await server.person({ role: 'observer' });
  const session = await HandSession.open(server, room, observer, '?ack=1');
  await session.send(syncMessage(SYNC.update, typed('Je ne peux pas', 402)));
  await session.settled();
  expect(session.frames.findLast(({ type }) => type === MESSAGE.access)?.value).toEqual({
    access: 'comment',
    reason: 'refused',
  });
  expect(session.acked).toBe(0);
});

test('[R2] [R10] who loses the room or the session is told so on the open stream, as on a socket', async () => {
  const leaving = await server.person({ role: 'contributor' });
  const session = await HandSession.open(server, room, leaving);
  await session.settled();
  const poll = session.poll();
  await server.site.db.delete(groupMembers).where(eq(groupMembers.userId, leaving.id));
  server.rooms.recheck({ userId: leaving.id });
  await poll;
  await session.pollUntil('it is closed', () => session.closed !== null).catch(() => undefined);
  expect(session.closed).toEqual({ code: CLOSE.gone, reason: 'room' });
  await until('it is forgotten', async () => (await session.post(framed())).status === 410);
});

test('[R8] [R10] sessions over HTTP count among the sockets of an account', async () => {
  const eager = await server.person({ role: 'contributor' });
  for (let opened = 0; opened < LIMITS.socketsPerAccount; opened++) {
    await HandSession.open(server, room, eager);
  }
  expect(await opening(room, { cookie: eager.cookie })).toEqual([429, CLOSE.tooMany]);
});

test('[R10] without a session the address says that it wants a WebSocket, which tells a page that HTTP gets through', async () => {
  const url = `http://localhost:${server.port}/collab/${room}`;
  expect((await fetch(url)).status).toBe(426);
  expect((await fetch(url, { method: 'PUT' })).status).toBe(405);
});
