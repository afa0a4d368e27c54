import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessTokens } from '#db/operations/token/schema.ts';
import { findPerson } from '#db/people/person/people.ts';
import type { Letter } from '#server/kernel/mail/letter.ts';
import type { Mailer } from '#server/kernel/mail/mailer.ts';
import { RATES } from '#server/operations/api/api-rate.ts';
import { allows, SCOPES, type Scope } from '#shared/operations/token/scopes.ts';
import { paths } from '#shared/paths.ts';
import { CLOSE, MESSAGE } from '#shared/realtime/realtime.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { anAccessToken, aSession } from '#tests/support/operations/access-tokens.ts';
import { until } from '#tests/support/patience.ts';
import { HandSocket, typed } from '#tests/support/realtime/live-clients.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let writer: SignedIn;
const letters: { to: string; letter: Letter }[] = [];

beforeAll(async () => {
  server = await startTestServer();
  writer = await server.person({ role: 'contributor' });
});
afterAll(() => server.close());

const revoke = (token: string) =>
  operationsOn(server.database.db, { rooms: server.rooms }).run(
    'accessToken.revoke',
    { userId: writer.id },
    { token },
  );
const tokenOf = (scopes: readonly Scope[], userId = writer.id) =>
  anAccessToken(server.database.db, { userId, scopes, now: new Date() });

async function ask(
  secret: string,
  path: string,
  {
    method = 'GET',
    body,
    headers = {},
  }: { method?: string; body?: unknown; headers?: Record<string, string> } = {},
) {
  const answer = await fetch(`http://127.0.0.1:${server.port}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      authorization: `Bearer ${secret}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    challenge: answer.headers.get('www-authenticate'),
    headers: answer.headers,
    body: text.startsWith('{') ? JSON.parse(text) : null,
  };
}

describe('what a token opens', () => {
  test('[TK2] each operation asks for its scope: a token with it, or with writing of its noun, passes; any other gets 403 and its name', async () => {
    const { paths: described } = (await ask('', '/api/v1/openapi.json')).body;
    const operations = Object.entries<Record<string, { security: { bearer?: [Scope] }[] }>>(
      described,
    ).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { security }]) => ({
        path,
        method,
        scope: security[0]?.bearer?.[0],
        isPublic: security.length === 0,
      })),
    );
    expect(operations.length).toBeGreaterThan(30);
    const { id: programmer } = await server.person({ role: 'contributor' });
    for (const held of SCOPES) {
      const { secret } = await tokenOf([held], programmer);
      for (const { path, method, scope, isPublic } of operations) {
        const address = `/api/v1${path.replaceAll(/\{\w+\}/g, randomUUID())}`;
        const { status, body, challenge } = await ask(secret, address, { method: method.toUpperCase() });
        const what = `${held} for ${method} ${path} (${scope})`;
        if (!scope)
          expect(
            isPublic || path === '/me' || path === '/me/tokens',
            `${what}: the operation names no scope`,
          ).toBe(true);
        if (!scope || allows([held], scope)) {
          expect([status === 401, body?.code === 'accessToken.scope'], what).toEqual([false, false]);
          continue;
        }
        expect([status, body?.code], what).toEqual([403, 'accessToken.scope']);
        expect(challenge).toBe(`Bearer realm="cordee", error="insufficient_scope", scope="${scope}"`);
      }
    }
  });

  test('[TK2] never more than its person: what they may not see is absent, what they may not do is forbidden', async () => {
    const observer = await server.person({ role: 'observer' });
    const { secret } = await tokenOf(['documents:write', 'groups:write'], observer.id);
    const group = `/api/v1/groups/${server.groupId}`;
    expect((await ask(secret, `${group}/documents`)).status).toBe(200);
    const note = { method: 'POST', body: { title: 'Note' } };
    expect((await ask(secret, `${group}/documents`, note)).body).toMatchObject({ code: 'access.forbidden' });
    const foreign = await server.foreignDocument();
    expect((await ask(secret, `/api/v1/documents/${foreign.id}`)).status).toBe(404);
    const { secret: outsider } = await tokenOf(['documents:write'], (await server.person()).id);
    expect((await ask(outsider, `${group}/documents`, note)).status).toBe(404);
  });

  test('[TK3] wrong, revoked, expired: 401 with a French problem and what RFC 6750 wants, whatever cookie comes with it', async () => {
    const { id, secret } = await tokenOf(['groups:read']);
    const other = await tokenOf(['groups:read']);
    expect((await ask(secret, '/api/v1/groups')).status).toBe(200);
    expect((await revoke(id)).ok).toBe(true);
    const { db } = server.database;
    await db.update(accessTokens).set({ expiresAt: new Date() }).where(eq(accessTokens.id, other.id));
    for (const [shown, code] of [
      [secret, 'accessToken.unknown'],
      [`cordee_${'a'.repeat(43)}`, 'accessToken.unknown'],
      ['cordee_', 'accessToken.unknown'],
      [other.secret, 'accessToken.expired'],
    ] as const) {
      const refused = await ask(shown, '/api/v1/groups', { headers: { cookie: writer.cookie } });
      expect([refused.status, refused.body.code]).toEqual([401, code]);
      expect(refused.challenge).toBe('Bearer realm="cordee", error="invalid_token"');
      expect(refused.headers.get('content-type')).toContain('application/problem+json');
      expect(refused.body.detail).toMatch(/^Ce jeton d’accès/);
    }
  });

  test('[TK3] no session of better-auth: it says nobody, and changes nothing', async () => {
    const { secret } = await tokenOf(SCOPES);
    const session = await fetch(`http://127.0.0.1:${server.port}/api/auth/get-session`, {
      headers: { authorization: `Bearer ${secret}` },
    });
    expect(await session.json()).toBeNull();
    const body = { currentPassword: 'demonstration-2023', newPassword: 'another one of my own' };
    const changed = await ask(secret, '/api/auth/change-password', { method: 'POST', body });
    expect(changed.status).toBe(401);
  });

  test('[TK2] files in pieces are sent with the scope of resources', async () => {
    const open = { method: 'POST', headers: { 'cordee-file-name': 'a.csv', 'upload-length': '3' } };
    const address = `${paths.uploads()}?groupe=${server.groupId}`;
    const without = await ask((await tokenOf(['resources:read'])).secret, address, open);
    expect([without.status, without.body.error]).toEqual([403, 'accessToken.scope']);
    const allowed = await ask((await tokenOf(['resources:write'])).secret, address, open);
    expect([401, 403]).not.toContain(allowed.status);
  });

  test('[TK8] three hundred requests a minute, then 429 with how long to wait; another token goes on', async () => {
    const { secret } = await tokenOf(['groups:read']);
    const statuses = [];
    for (let asked = 0; asked < RATES.token; asked++)
      statuses.push((await ask(secret, '/api/v1/groups')).status);
    expect(new Set(statuses)).toEqual(new Set([200]));
    const refused = await ask(secret, '/api/v1/groups');
    expect([refused.status, refused.body.code]).toEqual([429, 'api.tooMany']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask((await tokenOf(['groups:read'])).secret, '/api/v1/groups')).status).toBe(200);
  });
});

test('[TK4] its person is told by mail what it may do and until when, and never its secret', async () => {
  const { db } = server.database;
  const person = await findPerson(db, writer.id);
  if (!person) throw new Error('nobody');
  const sessionId = await aSession(db, { userId: writer.id, now: new Date() });
  const mailer: Mailer = {
    async send(_tx, to, letter) {
      letters.push({ to: to.email, letter });
      return null;
    },
  };
  const make = (sessionId: string, forOrganisation: boolean) => {
    const asked = { name: 'Tableau de bord', scopes: ['boards:read'], days: 90 };
    const operations = operationsOn(db, { mailer, origin: server.origin });
    const by = { userId: writer.id };
    return operations.run('accessToken.create', by, { ...asked, sessionId, forOrganisation });
  };
  const made = await make(sessionId, true);
  if (!made.ok) throw new Error(made.error);
  const sent = letters.at(-1);
  expect(sent?.to).toBe(person.email);
  const text = JSON.stringify(sent?.letter);
  for (const told of ['« Tableau de bord »', 'lire mes tableaux', '/compte/jetons'])
    expect(text).toContain(told);
  expect(text).not.toContain(made.value.secret);
  expect((await ask(made.value.secret, '/api/v1/groups')).status).toBe(403);
  const before = letters.length;
  expect((await make('', false)).ok).toBe(false);
  expect(letters.length).toBe(before);
});

describe('live rooms', () => {
  const openBy = (room: string, secret: string) =>
    new HandSocket(server, room, { headers: { authorization: `Bearer ${secret}` }, query: '?ack=1' });
  const accessIn = async (socket: HandSocket) =>
    (await socket.frame('what may be done', ({ type }) => type === MESSAGE.access)).value;

  test('[TK7] a token writes in a room that its scope lets it write in, reads with reading alone, and finds no other', async () => {
    const { room } = await server.document();
    const board = await server.board();
    const writing = openBy(room, (await tokenOf(['documents:write'])).secret);
    expect(await accessIn(writing)).toMatchObject({ access: 'write' });
    writing.sendUpdate(typed('Par un programme', 77));
    await until('it is stored', () => writing.acked > 0);
    const reading = await tokenOf(['documents:read']);
    expect(await accessIn(openBy(room, reading.secret))).toMatchObject({ access: 'read' });
    expect((await openBy(board.room, reading.secret).whenClosed()).code).toBe(CLOSE.gone);
    const foreign = await server.foreignDocument();
    expect((await openBy(foreign.room, reading.secret).whenClosed()).code).toBe(CLOSE.gone);
    for (const wrong of ['cordee_', `cordee_${'b'.repeat(43)}`])
      expect((await openBy(room, wrong).whenClosed()).code).toBe(CLOSE.signIn);
  });

  test('[TK7] revoked, its connections end at once, and those of its person stay', async () => {
    const { room } = await server.document();
    const { id, secret } = await tokenOf(['documents:write']);
    const program = openBy(room, secret);
    await accessIn(program);
    const person = await HandSocket.open(server, room, writer);
    await person.settled();
    expect((await revoke(id)).ok).toBe(true);
    expect(await program.whenClosed()).toEqual({ code: CLOSE.signIn, reason: 'session' });
    await person.settled();
    expect(person.closed).toBeNull();
  });
});
