import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '#db/kernel/transaction.ts';
import { suspendPerson } from '#db/people/person/people.ts';
import { sessions, users, verifications } from '#db/people/person/schema.ts';
import { endSession, endSessions, listSessions } from '#db/people/person/sessions.ts';
import { type AuthServer, PASSWORD, startAuthServer } from '#tests/support/people/auth-server.ts';

let server: AuthServer;
beforeAll(async () => {
  server = await startAuthServer();
});
afterAll(() => server.close());

const signIn = (email: string, password: string, headers = {}) =>
  server.post('/sign-in/email', { email, password }, headers);
/** Whom this cookie is, or null. */
const who = async (cookie: string) => {
  const response = await fetch(`${server.origin}/api/auth/get-session`, { headers: { cookie } });
  const session: { user: { id: string } } | null = await response.json();
  return session?.user.id ?? null;
};
const fromHere = (cookie: string) => ({ cookie, origin: server.origin });

describe('[P9] signing in', () => {
  test('says the same of an unknown address and of a wrong password', async () => {
    const { email } = await server.aPerson();
    const [unknown, wrong] = [
      await signIn('nobody@valmont.example', PASSWORD),
      await signIn(email, 'wrong-password'),
    ];
    expect([unknown.status, await unknown.json()]).toEqual([wrong.status, await wrong.json()]);
    expect(wrong.status).toBe(401);
  });

  test('ignores the case of the address', async () => {
    const { email } = await server.aPerson();
    expect((await signIn(email.toUpperCase(), PASSWORD)).status).toBe(200);
  });

  test('sets a cookie that scripts cannot read, new each time, whatever the client brought', async () => {
    const { email } = await server.aPerson();
    const fixed = 'better-auth.session_token=chosen.by-somebody-else';
    const [first, second] = [await signIn(email, PASSWORD), await signIn(email, PASSWORD, fromHere(fixed))];
    const cookies = [first, second].map((response) => response.headers.get('set-cookie') ?? '');
    for (const cookie of cookies) expect(cookie).toMatch(/; HttpOnly; SameSite=Lax/);
    expect(new Set(cookies.map((cookie) => cookie.split(';')[0])).size).toBe(2);
    expect(cookies[1]).not.toContain('chosen');
  });

  test('is open to a script, which sends neither Origin nor cookie, and to our own pages', async () => {
    const { email } = await server.aPerson();
    expect((await signIn(email, PASSWORD)).status).toBe(200);
    expect((await signIn(email, PASSWORD, { origin: server.origin })).status).toBe(200);
  });

  test('is refused from another site', async () => {
    const { email } = await server.aPerson();
    for (const origin of ['https://evil.example', 'null', `${server.origin}.evil.example`]) {
      expect((await signIn(email, PASSWORD, { origin })).status, origin).toBe(403);
    }
  });
});

describe('[P8] throttling', () => {
  test('takes no header for the peer: ten failures, then 429 with a French sentence and when to come back', async () => {
    const { email } = await server.aPerson();
    const statuses: number[] = [];
    for (let at = 0; at < 12; at++) {
      const forged = `198.51.100.${at}`;
      const headers = {
        'x-forwarded-for': forged,
        'cf-connecting-ip': forged,
        'x-real-ip': forged,
        'x-cordee-peer': forged,
      };
      statuses.push((await signIn(email, 'wrong-password', headers)).status);
    }
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
    const refused = await signIn(email, PASSWORD);
    expect(refused.status).toBe(429);
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(900);
    expect(await refused.json()).toMatchObject({
      code: 'TOO_MANY_ATTEMPTS',
      message: expect.stringMatching(/^Trop d’essais manqués\. Attendez \d+ minutes? /),
    });
  });

  test('holds under other spellings of the address of the endpoint and of the account', async () => {
    const { email } = await server.aPerson();
    const spellings = [
      '/sign-in/email',
      '/sign-in/email/',
      '//sign-in/email',
      '/sign-in/%65mail',
      '/Sign-In/email',
    ];
    let checked = 0;
    for (let at = 0; at < 30; at++) {
      const spelled = [email, ` ${email}`, email.toUpperCase()][at % 3];
      const path = spellings[at % spellings.length] ?? '';
      const { status } = await server.post(path, { email: spelled, password: 'wrong-password' });
      // 400: an address with a space before it is not one, and counts all the same.
      if (status === 401 || status === 400) checked++;
    }
    for (let at = 0; at < 10; at++) {
      if ((await signIn(email, 'wrong-password')).status === 401) checked++;
    }
    expect(checked).toBe(10);
    expect((await signIn(email, PASSWORD)).status).toBe(429);
  });

  test('thirty people of one address who sign in one after another all pass', async () => {
    const people = await Promise.all(Array.from({ length: 30 }, () => server.aPerson()));
    for (const { email } of people) expect((await signIn(email, PASSWORD)).status).toBe(200);
  });

  test('slows down whoever guesses the password behind an open session', async () => {
    const { email } = await server.aPerson();
    const cookie = await server.signIn(email);
    const change = (currentPassword: string) =>
      server.post(
        '/change-password',
        { currentPassword, newPassword: 'un-autre-mot-de-passe' },
        fromHere(cookie),
      );
    for (let at = 0; at < 10; at++) expect((await change('wrong-password')).status).toBe(400);
    expect((await change(PASSWORD)).status).toBe(429);
  });
});

describe('[P6] a suspended account', () => {
  test('is refused with the right password, and its cookie is nobody', async () => {
    const { id, email } = await server.aPerson();
    const cookie = await server.signIn(email);
    await inTransaction(server.database.db, (tx) =>
      suspendPerson(tx, { id, by: 'an administrator', now: new Date() }),
    );
    expect(await who(cookie)).toBeNull();
    const refused = await signIn(email, PASSWORD);
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ code: 'ACCOUNT_SUSPENDED' });
    expect(await server.database.db.select().from(sessions).where(eq(sessions.userId, id))).toEqual([]);
  });
});

describe('[P10] the end of a session', () => {
  test('is told by sign-out, and the cookie is nobody', async () => {
    const { id, email } = await server.aPerson();
    const cookie = await server.signIn(email);
    expect(await who(cookie)).toBe(id);
    server.ended.length = 0;
    expect((await server.post('/sign-out', {}, fromHere(cookie))).status).toBe(200);
    expect(server.ended).toEqual([id]);
    expect(await who(cookie)).toBeNull();
  });

  test('[ID1] everywhere, or one of them, or all but this one; never somebody else’s', async () => {
    const { db } = server.database;
    const [{ id, email }, other] = [await server.aPerson(), await server.aPerson()];
    const theirs = await server.signIn(other.email);
    const cookies = [await server.signIn(email), await server.signIn(email), await server.signIn(email)];
    const list = () => listSessions(db, { userId: id, now: new Date() });
    const [latest] = await list();
    expect(await list()).toHaveLength(3);
    expect(Object.keys(latest ?? {})).not.toContain('token');
    await inTransaction(db, (tx) => endSession(tx, { id: latest?.id ?? '', userId: other.id }));
    expect(await list()).toHaveLength(3);
    await inTransaction(db, (tx) => endSession(tx, { id: latest?.id ?? '', userId: id }));
    const [kept] = await list();
    await inTransaction(db, (tx) => endSessions(tx, { userId: id, except: kept?.id ?? '' }));
    expect((await list()).map((session) => session.id)).toEqual([kept?.id]);
    await inTransaction(db, (tx) => endSessions(tx, { userId: id }));
    expect(await Promise.all(cookies.map(who))).toEqual([null, null, null]);
    expect(await who(theirs)).toBe(other.id);
  });
});

describe('[P9] [P10] a new password', () => {
  const ask = (email: string) => server.post('/request-password-reset', { email });

  test('is asked for with the same answer, whether the account exists or not', async () => {
    const { email } = await server.aPerson();
    server.resets.length = 0;
    const [known, unknown] = [await ask(email), await ask('nobody@valmont.example')];
    expect([known.status, await known.json()]).toEqual([unknown.status, await unknown.json()]);
    expect(server.resets.map((reset) => reset.email)).toEqual([email]);
  });

  test('by its link ends every session, serves once, and is not kept readable', async () => {
    const { id, email } = await server.aPerson();
    const cookie = await server.signIn(email);
    server.resets.length = 0;
    await ask(email);
    const token = server.resets[0]?.token ?? '';
    expect(JSON.stringify(await server.database.db.select().from(verifications))).not.toContain(token);
    server.ended.length = 0;
    const reset = (newPassword: string) => server.post('/reset-password', { token, newPassword });
    expect((await reset('court')).status).toBe(400);
    expect((await reset('un-autre-mot-de-passe')).status).toBe(200);
    expect((await reset('encore-un-autre-mot')).status).toBe(400);
    expect(server.ended).toEqual([id]);
    expect(await who(cookie)).toBeNull();
    expect((await signIn(email, PASSWORD)).status).toBe(401);
    expect((await signIn(email, 'un-autre-mot-de-passe')).status).toBe(200);
  });

  test('by one’s own page ends every other session and goes on with a new one', async () => {
    const { id, email } = await server.aPerson();
    const [here, elsewhere] = [await server.signIn(email), await server.signIn(email)];
    const body = {
      currentPassword: PASSWORD,
      newPassword: 'un-autre-mot-de-passe',
      revokeOtherSessions: true,
    };
    const changed = await server.post('/change-password', body, fromHere(here));
    expect(changed.status).toBe(200);
    expect(await Promise.all([here, elsewhere].map(who))).toEqual([null, null]);
    expect(await who(changed.headers.get('set-cookie')?.split(';')[0] ?? '')).toBe(id);
    expect((await signIn(email, 'un-autre-mot-de-passe')).status).toBe(200);
  });

  test('fills nobody’s mailbox: three mails an hour, with the same answer after', async () => {
    const { email } = await server.aPerson();
    server.resets.length = 0;
    const answers = [];
    for (let at = 0; at < 5; at++) answers.push((await ask(email)).status);
    expect(answers).toEqual([200, 200, 200, 200, 200]);
    expect(server.resets).toHaveLength(3);
  });
});

describe('[security A38] whatever else better-auth could serve', () => {
  const signUp = { email: 'new@valmont.example', password: PASSWORD, name: 'Nouvelle venue' };

  test('[P1] nobody signs up', async () => {
    expect((await server.post('/sign-up/email', signUp)).ok).toBe(false);
    expect(await server.database.db.select().from(users).where(eq(users.email, signUp.email))).toEqual([]);
  });

  test('does nothing for a visitor who names somebody else', async () => {
    const { id } = await server.aPerson();
    const before = await server.database.db.select().from(users).where(eq(users.id, id));
    const body = {
      userId: id,
      id,
      name: 'Volé',
      email: 'stolen@evil.example',
      newPassword: PASSWORD,
      currentPassword: 'x',
      token: 'x',
    };
    const paths = [
      'update-user',
      'change-email',
      'change-password',
      'set-password',
      'delete-user',
      'link-social',
      'unlink-account',
    ];
    const sessionPaths = [
      'revoke-session',
      'revoke-sessions',
      'revoke-other-sessions',
      'update-session',
      'list-sessions',
      'list-accounts',
    ];
    for (const path of [...paths, ...sessionPaths]) {
      const { status } = await server.post(`/${path}`, body);
      expect([401, 404], path).toContain(status);
    }
    expect(await server.database.db.select().from(users).where(eq(users.id, id))).toEqual(before);
  });

  test('changes nothing of an account for its own owner, outside our pages', async () => {
    const { email } = await server.aPerson();
    const cookie = await server.signIn(email);
    const changes = { name: 'x'.repeat(10_000), image: 'https://evil.example/pixel', platformRole: 'admin' };
    expect((await server.post('/update-user', changes, fromHere(cookie))).status).toBe(404);
  });
});
