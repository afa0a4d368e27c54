import { createHmac } from 'node:crypto';
import { eq } from 'drizzle-orm';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Database, openPostgres } from '#db/kernel/client.ts';
import { applyMigrations, migrate } from '#db/kernel/migrate.ts';
import { hashOf } from '#db/kernel/token-hash.ts';
import { sessions } from '#db/people/person/schema.ts';
import { listSessions } from '#db/people/person/sessions.ts';
import { prepareVisits } from '#db/realtime/rooms-access.ts';
import type { Letter } from '#server/kernel/mail/letter.ts';
import { retentionQueue } from '#server/operations/personal-data/retention.ts';
import { createAuth } from '#server/people/auth/auth.ts';
import { createSignInLinks } from '#server/people/auth/sign-in-links.ts';
import { createPostgresDatabase } from '#tests/support/database.ts';
import { tracesOf } from '#tests/support/kernel/traces.ts';
import { type AuthServer, PASSWORD, startAuthServer } from '#tests/support/people/auth-server.ts';
import { totpCode } from '#tests/support/people/totp.ts';

let server: AuthServer;
beforeAll(async () => {
  server = await startAuthServer();
});
afterAll(() => server.close());

const from = (cookie: string) => ({ cookie, origin: server.origin });
const who = async (headers: Record<string, string>): Promise<string | null> => {
  const answer = await fetch(`${server.origin}/api/auth/get-session`, { headers });
  const found: { user: { id: string } } | null = await answer.json();
  return found?.user.id ?? null;
};
/** What stands before the signature in a cookie. */
const tokenIn = (cookie: string) => decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0] ?? '';
const cookieNamed = (answer: Response, name: string) =>
  answer.headers
    .getSetCookie()
    .find((line) => line.includes(name) && !/max-age=0/i.test(line))
    ?.split(';')[0] ?? '';

interface Endpoint {
  readonly path?: string;
  readonly options?: { readonly metadata?: { readonly scope?: string } };
}

async function aLink(email: string): Promise<string> {
  const sent: string[] = [];
  const mailer = {
    async send(_: unknown, _to: unknown, letter: Letter) {
      sent.push(letter.action.href);
      return null;
    },
  };
  const { db } = server.database;
  const links = createSignInLinks({ db, auth: server.auth, origin: server.origin, mailer });
  await links.ask({ email, next: '/', headers: new Headers() });
  return new URL(sent[0] ?? '').searchParams.get('jeton') ?? '';
}

/** Whatever somebody shows to come in, or is about to, by what it is. */
async function everySecretOf(email: string): Promise<Record<string, string>> {
  const first = await server.signIn(email);
  await server.post('/request-password-reset', { email });
  const link = await aLink(email);
  const begun = await server.auth.api.enableTwoFactor({
    body: { password: PASSWORD, method: 'totp' },
    headers: new Headers(from(first)),
  });
  if (!('totpURI' in begun) || !begun.totpURI || !begun.backupCodes) throw new Error('nothing was begun');
  const set = await server.post('/two-factor/verify-totp', { code: totpCode(begun.totpURI, 1) }, from(first));
  const half = cookieNamed(await server.post('/sign-in/email', { email, password: PASSWORD }), 'two_factor');
  const code = totpCode(begun.totpURI);
  const whole = await server.post('/two-factor/verify-totp', { code, trustDevice: true }, from(half));
  return {
    first: tokenIn(first),
    set: tokenIn(cookieNamed(set, 'session_token')),
    half: tokenIn(half),
    session: tokenIn(cookieNamed(whole, 'session_token')),
    device: tokenIn(cookieNamed(whole, 'trust_device')).split('!')[1] ?? '',
    reset: server.resets.at(-1)?.token ?? '',
    link,
    key: new URL(begun.totpURI).searchParams.get('secret') ?? '',
    recovery: begun.backupCodes[0] ?? '',
    password: PASSWORD,
  };
}

describe('[SC17] what somebody shows to come in', () => {
  test('stands in no column of the database, whichever way they came', async () => {
    const { id, email } = await server.aPerson();
    const secrets = await everySecretOf(email);
    for (const [what, secret] of Object.entries(secrets)) expect(secret.length, what).toBeGreaterThan(9);
    expect(await who({ authorization: `Bearer ${secrets.session}` })).toBe(id);
    const { db } = server.database;
    // They would be found: so is what one of them is kept as.
    const looked = [...Object.values(secrets), hashOf(secrets.session ?? '')];
    expect(await tracesOf(db, looked)).toEqual(['session.token_hash']);
  });

  test('is nothing that the database holds: copied from there, it is nobody’s and opens no room', async () => {
    const { id, email } = await server.aPerson();
    const cookie = await server.signIn(email);
    const { db } = server.database;
    const [row] = await db.select().from(sessions).where(eq(sessions.userId, id));
    const copied = [row?.id ?? '', row?.tokenHash ?? ''];
    expect(copied).toEqual([expect.stringMatching(/./), hashOf(tokenIn(cookie))]);
    const { authCookies, secret } = await server.auth.$context;
    const visits = prepareVisits(db, 'token');
    for (const token of copied) {
      // Whoever has the secret of the installation too signs what they like.
      const mark = createHmac('sha256', secret).update(token).digest('base64');
      const signed = `${authCookies.sessionToken.name}=${encodeURIComponent(`${token}.${mark}`)}`;
      for (const headers of [{ cookie: signed }, { authorization: `Bearer ${token}` }])
        expect(await who(headers)).toBeNull();
      expect(await visits([{ room: 'document:none', session: token }], new Date())).toEqual([null]);
    }
    expect(await visits([{ room: 'document:none', session: tokenIn(cookie) }], new Date())).toEqual([
      { sessionId: row?.id, grant: null },
    ]);
  });

  test('is told to whoever shows it, and of other devices to nobody', async () => {
    const { id, email } = await server.aPerson();
    const [here, elsewhere] = [await server.signIn(email), await server.signIn(email)];
    const { internalAdapter } = await server.auth.$context;
    expect((await internalAdapter.findSession(tokenIn(here)))?.session.token).toBe(tokenIn(here));
    expect((await internalAdapter.listSessions(id)).map(({ token }) => token)).toEqual(['', '']);
    // The library would tell one device of the others, and ends them by what it told.
    for (const [path, how] of [
      ['list-sessions', { method: 'GET' }],
      ['revoke-other-sessions', { method: 'POST', body: '{}' }],
    ] as const) {
      const headers = { ...from(here), 'content-type': 'application/json' };
      expect((await fetch(`${server.origin}/api/auth/${path}`, { ...how, headers })).status).toBe(404);
    }
    expect(await Promise.all([here, elsewhere].map((cookie) => who({ cookie })))).toEqual([id, id]);
  });

  test('[security A38] is asked for at these endpoints of the library; what an upgrade brings is looked at first', () => {
    const off = new Set(server.auth.options.disabledPaths);
    const endpoints = Object.values(server.auth.api) as unknown as readonly Endpoint[];
    const served = endpoints.flatMap(({ path, options }) =>
      path === undefined || off.has(path) || options?.metadata?.scope === 'server' ? [] : [path],
    );
    expect(served.sort()).toEqual([
      '/change-password',
      '/get-session',
      '/request-password-reset',
      '/reset-password',
      '/reset-password/:token',
      '/sign-in/email',
      '/sign-out',
      '/two-factor/verify-backup-code',
      '/two-factor/verify-totp',
    ]);
  });

  test('goes on when it is renewed, under the same token', async () => {
    const { id, email } = await server.aPerson();
    const cookie = await server.signIn(email);
    const { db } = server.database;
    const soon = new Date(Date.now() + 60_000);
    await db.update(sessions).set({ expiresAt: soon }).where(eq(sessions.userId, id));
    const answer = await fetch(`${server.origin}/api/auth/get-session`, { headers: { cookie } });
    expect(tokenIn(cookieNamed(answer, 'session_token'))).toBe(tokenIn(cookie));
    const [row] = await db.select().from(sessions).where(eq(sessions.userId, id));
    expect(row?.expiresAt.getTime()).toBeGreaterThan(soon.getTime());
    expect(await who({ cookie })).toBe(id);
  });
});

describe('[SC17] [S10] sessions of the version before', () => {
  const person = (id: string) =>
    `insert into "user" (id, name, email, created_at, updated_at) values ('${id}', '${id}', '${id}@valmont.example', now(), now())`;
  /** As an instance of that version writes one. */
  const session = (token: string) =>
    `insert into session (id, token, user_id, expires_at, created_at, updated_at)
      values (gen_random_uuid()::text, '${token}', 'nadia', now() + interval '1 day', now(), now())`;
  const oldSees = async ({ run }: Database, token: string) =>
    (await run('select user_id from session where token = $1', [token])).rows.length;

  test('stay: those that were there, and those that such an instance opens beside the new ones; by the next night none can be read', async () => {
    const { url, drop } = await createPostgresDatabase();
    const database = openPostgres(url);
    onTestFinished(() => database.close().then(drop));
    const { db, run } = database;
    await db.transaction((tx) => applyMigrations(tx, 0, 75));
    const [kept, late] = ['KeptBeforeTheMigration0123456789', 'OpenedBesideTheNewOnes0123456789'];
    await run(person('nadia'), []);
    await run(session(kept), []);
    await migrate(database);
    await run(session(late), []);
    const auth = createAuth({
      db,
      secret: 'a secret for tests that is long enough',
      origin: null,
      fallbackOrigin: 'http://localhost:3000',
      sendPasswordReset: async () => undefined,
    });
    const signedIn = async () =>
      Promise.all(
        [kept, late].map(async (token) => {
          const headers = new Headers({ authorization: `Bearer ${token}` });
          return (await auth.api.getSession({ headers }))?.user.id ?? null;
        }),
      );
    expect(await signedIn()).toEqual(['nadia', 'nadia']);
    expect([await oldSees(database, kept), await oldSees(database, late)]).toEqual([1, 1]);

    const folder = { forgetBefore: async () => 0 };
    const log = pino({ level: 'silent' });
    await retentionQueue({ db, folder, log, now: () => new Date() }).run({});
    expect(await tracesOf(db, [kept, late])).toEqual([]);
    expect(await signedIn()).toEqual(['nadia', 'nadia']);
    expect(await listSessions(db, { userId: 'nadia', now: new Date() })).toHaveLength(2);
  });
});
