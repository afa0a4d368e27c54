import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { inTransaction } from '#db/kernel/transaction.ts';
import { suspendPerson } from '#db/people/person/people.ts';
import { sessions, users, verifications } from '#db/people/person/schema.ts';
import { createSignInLinks, type SignInLinks } from '#server/people/auth/sign-in-links.ts';
import { type AuthServer, PASSWORD, startAuthServer } from '#tests/support/people/auth-server.ts';
import { totpCode } from '#tests/support/people/totp.ts';

let server: AuthServer;
let links: SignInLinks;
const sent: { email: string; href: string }[] = [];
beforeAll(async () => {
  server = await startAuthServer();
  links = createSignInLinks({
    db: server.database.db,
    auth: server.auth,
    origin: server.origin,
    mailer: {
      async send(_db, { email }, { action }) {
        sent.push({ email, href: action.href });
        return null;
      },
    },
  });
});
afterAll(() => server.close());

const ask = (email: string) => links.ask({ email, next: '/groupes', headers: new Headers() });
/** Asks for a link, and gives its token with the cookie of the browser that asked. */
async function aLink(email: string) {
  sent.length = 0;
  const asked = await ask(email);
  const token = new URL(sent[0]?.href ?? '').searchParams.get('jeton') ?? '';
  return { token, cookie: asked.ok ? (asked.cookie.split(';')[0] ?? '') : '' };
}
const enter = (userId: string) =>
  server.auth.api.signInKnownPerson({ body: { userId }, headers: new Headers(), returnHeaders: true });

describe('[ID6] a link by mail', () => {
  test('is asked for with the same answer, whether the account exists, is suspended, or not; three an hour leave', async () => {
    const [known, suspended] = [await server.aPerson(), await server.aPerson()];
    await inTransaction(server.database.db, (tx) =>
      suspendPerson(tx, { id: suspended.id, by: 'somebody', now: new Date() }),
    );
    sent.length = 0;
    const answers = [];
    for (const email of [known.email, suspended.email, 'nobody@valmont.example'])
      answers.push(await ask(email));
    for (const answer of answers)
      expect(answer).toEqual({ ok: true, cookie: expect.stringMatching(/^cordee\.link=.{43}; .*HttpOnly/) });
    expect(sent.map(({ email }) => email)).toEqual([known.email]);
    for (let at = 0; at < 4; at++) expect(await ask(known.email)).toMatchObject({ ok: true });
    expect(sent).toHaveLength(3);
  });

  test('is only looked at by whoever opens it, and knows the browser that asked', async () => {
    const { id, email } = await server.aPerson();
    const { token, cookie } = await aLink(email);
    for (let at = 0; at < 3; at++)
      expect(await links.read(token, new Headers())).toEqual({ email, isSameBrowser: false });
    expect(await links.read(token, new Headers({ cookie: `a=b; ${cookie}` }))).toEqual({
      email,
      isSameBrowser: true,
    });
    expect(await links.use(token)).toMatchObject({ userId: id, next: '/groupes' });
    expect(await links.read(token, new Headers())).toBeNull();
  });

  test('[security A31] opens one session for fifty who use it at once, none for the next, and is not kept readable', async () => {
    const { id, email } = await server.aPerson();
    const { token } = await aLink(email);
    const kept = await server.database.db.select().from(verifications);
    expect(JSON.stringify(kept)).not.toContain(token);
    const used = await Promise.all(Array.from({ length: 50 }, () => links.use(token)));
    for (const one of used) if (one) await enter(one.userId);
    expect(await server.database.db.$count(sessions, eq(sessions.userId, id))).toBe(1);
    expect(await links.use(token)).toBeNull();
    expect(await links.use('x'.repeat(43))).toBeNull();
  });

  test('[security A31] is worth nothing after a quarter of an hour, after a change of address, or once suspended', async () => {
    const [late, moved, suspended] = [await server.aPerson(), await server.aPerson(), await server.aPerson()];
    const tokens: string[] = [];
    for (const { email } of [late, moved, suspended]) tokens.push((await aLink(email)).token);
    const { db } = server.database;
    await db.update(users).set({ email: 'ailleurs@valmont.example' }).where(eq(users.id, moved.id));
    await inTransaction(db, (tx) => suspendPerson(tx, { id: suspended.id, by: 'somebody', now: new Date() }));
    for (const token of tokens.slice(1)) expect(await links.use(token)).toBeNull();
    vi.useFakeTimers({ now: Date.now() + 15 * 60_000 + 1, toFake: ['Date'] });
    try {
      expect(await links.read(tokens[0] ?? '', new Headers())).toBeNull();
      expect(await links.use(tokens[0] ?? '')).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });

  test('[ID2] still asks for the second factor: no session before it', async () => {
    const { id, email } = await server.aPerson();
    const headers = new Headers({ cookie: await server.signIn(email), origin: server.origin });
    const begun = await server.auth.api.enableTwoFactor({
      body: { password: PASSWORD, method: 'totp' },
      headers,
    });
    if (!('totpURI' in begun) || !begun.totpURI) throw new Error('nothing was begun');
    await server.auth.api.verifyTOTP({ body: { code: totpCode(begun.totpURI) }, headers });
    const { db } = server.database;
    await db.delete(sessions).where(eq(sessions.userId, id));
    const used = await links.use((await aLink(email)).token);
    const entered = await enter(used?.userId ?? '');
    expect(entered.response).toMatchObject({ twoFactorRedirect: true });
    expect(await db.$count(sessions, eq(sessions.userId, id))).toBe(0);
  });
});
