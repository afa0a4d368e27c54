import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditEntries } from '#db/kernel/audit/schema.ts';
import { hashOf } from '#db/kernel/token-hash.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { sessions, twoFactors } from '#db/people/person/schema.ts';
import { forgetDevices, resetSecondFactor } from '#db/people/person/second-factors.ts';
import { createTokenReader } from '#server/people/auth/session-token.ts';
import { type AuthServer, PASSWORD, startAuthServer } from '#tests/support/people/auth-server.ts';
import { totpCode } from '#tests/support/people/totp.ts';

let server: AuthServer;
beforeAll(async () => {
  server = await startAuthServer();
});
afterAll(() => server.close());

/** The cookies that a browser would hold after this answer. */
function cookiesOf(response: Response, before = ''): string {
  const held = new Map(
    before
      .split('; ')
      .filter(Boolean)
      .map((pair) => pair.split(/=(.*)/s).slice(0, 2) as [string, string]),
  );
  for (const line of response.headers.getSetCookie()) {
    const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
    if (/max-age=0/i.test(line)) held.delete(name);
    else held.set(name, value);
  }
  return [...held].map(([name, value]) => `${name}=${value}`).join('; ');
}
const who = async (cookie: string): Promise<string | null> => {
  const answer = await fetch(`${server.origin}/api/auth/get-session`, { headers: { cookie } });
  const found: { user: { id: string } } | null = await answer.json();
  return found?.user.id ?? null;
};
const signIn = (email: string, cookie = '') =>
  server.post('/sign-in/email', { email, password: PASSWORD }, cookie ? from(cookie) : {});
const from = (cookie: string) => ({ cookie, origin: server.origin });
const verify = (cookie: string, body: object, path = '/two-factor/verify-totp') =>
  server.post(path, body, from(cookie));

/** Somebody who has set up a second factor, the address that their application read, and their recovery codes. */
async function protectedPerson() {
  const person = await server.aPerson();
  const headers = new Headers(from(await server.signIn(person.email)));
  const begun = await server.auth.api.enableTwoFactor({
    body: { password: PASSWORD, method: 'totp' },
    headers,
  });
  if (!('totpURI' in begun) || !begun.totpURI || !begun.backupCodes) throw new Error('nothing was begun');
  // One step ahead: the code of this half minute stays for the test.
  await server.auth.api.verifyTOTP({ body: { code: totpCode(begun.totpURI, 1) }, headers });
  return { ...person, address: begun.totpURI, codes: begun.backupCodes };
}

describe('[ID2] behind a second factor', () => {
  test('the right password gives no session, neither by cookie nor by bearer token nor by a row', async () => {
    const { id, email } = await protectedPerson();
    const { db } = server.database;
    await db.delete(sessions).where(eq(sessions.userId, id));
    const answer = await signIn(email);
    expect(await answer.json()).toMatchObject({ twoFactorRedirect: true });
    expect(await db.select().from(sessions).where(eq(sessions.userId, id))).toEqual([]);
    expect(await who(cookiesOf(answer))).toBeNull();
    const sent = answer.headers
      .getSetCookie()
      .find((line) => line.includes('session_token=') && !/max-age=0/i.test(line));
    const leaked = sent?.split(';')[0] ?? 'none=';
    expect(await who(leaked)).toBeNull();
    const bearer = answer.headers.get('set-auth-token') ?? decodeURIComponent(leaked.split('=')[1] ?? '');
    const read = createTokenReader(server.auth);
    const token = await read({ authorization: `Bearer ${bearer.split('.')[0]}` });
    expect(
      await db
        .select()
        .from(sessions)
        .where(eq(sessions.tokenHash, hashOf(token ?? ''))),
    ).toEqual([]);
  });

  test('a code opens the session; the same code opens no other, and a wrong one none', async () => {
    const { id, email, address } = await protectedPerson();
    const [first, second] = [cookiesOf(await signIn(email)), cookiesOf(await signIn(email))];
    const wrong = String((Number(totpCode(address)) + 1) % 1_000_000).padStart(6, '0');
    expect((await verify(first, { code: wrong })).status).toBe(401);
    const code = totpCode(address);
    const opened = await verify(first, { code });
    expect(opened.status).toBe(200);
    expect(await who(cookiesOf(opened))).toBe(id);
    expect((await verify(second, { code })).status).toBe(401);
    expect((await verify(first, { code: totpCode(address, -1) })).status).toBe(401);
  });

  test('a recovery code serves once, and fifty at the same time open one session', async () => {
    const { id, email, codes } = await protectedPerson();
    await server.database.db.delete(sessions).where(eq(sessions.userId, id));
    const cookie = cookiesOf(await signIn(email));
    const [code = ''] = codes;
    expect(new Set(codes).size).toBe(10);
    // Nothing that is taken for something else on paper.
    for (const one of codes) expect(one).toMatch(/^[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{5}$/);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => verify(cookie, { code }, '/two-factor/verify-backup-code')),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await server.database.db.select().from(sessions).where(eq(sessions.userId, id))).toHaveLength(1);
    const again = cookiesOf(await signIn(email));
    expect((await verify(again, { code }, '/two-factor/verify-backup-code')).status).toBe(401);
  });

  test('five wrong codes end what the password began; ten lock the codes of the account', async () => {
    const { email, address } = await protectedPerson();
    const wrong = (at: number) => String((Number(totpCode(address)) + 100 + at) % 1_000_000).padStart(6, '0');
    const first = cookiesOf(await signIn(email));
    for (let at = 0; at < 5; at++) expect((await verify(first, { code: wrong(at) })).status).toBe(401);
    expect((await verify(first, { code: totpCode(address) })).ok).toBe(false);
    const second = cookiesOf(await signIn(email));
    for (let at = 5; at < 10; at++) await verify(second, { code: wrong(at) });
    const third = cookiesOf(await signIn(email));
    // A right code that nothing before has burnt, whatever half minute began meanwhile.
    const locked = await verify(third, { code: totpCode(address, 1) });
    expect([locked.status, await locked.json()]).toMatchObject([429, { code: 'ACCOUNT_TEMPORARILY_LOCKED' }]);
  });

  test('a remembered device is not asked again, until its devices are forgotten', async () => {
    const { id, email, address } = await protectedPerson();
    const waiting = cookiesOf(await signIn(email));
    const device = cookiesOf(await verify(waiting, { code: totpCode(address), trustDevice: true }), waiting);
    const trusted = device.split('; ').find((pair) => pair.includes('trust_device')) ?? '';
    const again = await signIn(email, trusted);
    expect(await again.json()).not.toHaveProperty('twoFactorRedirect');
    const renewed =
      cookiesOf(again)
        .split('; ')
        .find((pair) => pair.includes('trust_device')) ?? '';
    await forgetDevices(server.database.db, id);
    expect(await (await signIn(email, renewed)).json()).toMatchObject({ twoFactorRedirect: true });
  });

  test('[security A38] setting up, removing and reading it are no endpoints, and codes need a first factor', async () => {
    const { id, email } = await protectedPerson();
    const pages = [
      'enable',
      'disable',
      'get-totp-uri',
      'generate-backup-codes',
      'send-otp',
      'verify-otp',
      'view-backup-codes',
      'generate-totp',
    ];
    for (const page of pages) {
      const { status } = await server.post(`/two-factor/${page}`, { userId: id, email, password: PASSWORD });
      expect(status, page).toBe(404);
    }
    for (const page of ['verify-totp', 'verify-backup-code'])
      expect((await server.post(`/two-factor/${page}`, { userId: id, code: '000000' })).status, page).toBe(
        401,
      );
  });

  test('secrets are not readable in the database', async () => {
    const { id, address, codes } = await protectedPerson();
    const [row] = await server.database.db.select().from(twoFactors).where(eq(twoFactors.userId, id));
    const kept = JSON.stringify(row);
    expect(kept).not.toContain(new URL(address).searchParams.get('secret'));
    for (const code of codes) expect(kept).not.toContain(code);
  });

  test('one that was begun and not confirmed asks nothing of anybody', async () => {
    const { id, email } = await server.aPerson();
    const headers = new Headers(from(await server.signIn(email)));
    await server.auth.api.enableTwoFactor({ body: { password: PASSWORD, method: 'totp' }, headers });
    expect(await who(cookiesOf(await signIn(email)))).toBe(id);
  });

  test('the password in front of it is throttled', async () => {
    const { email } = await server.aPerson();
    const headers = new Headers(from(await server.signIn(email)));
    const begin = () =>
      server.auth.api
        .enableTwoFactor({ body: { password: 'wrong-password', method: 'totp' }, headers })
        .catch((error: { body?: { code?: string } }) => error.body?.code);
    const codes: unknown[] = [];
    for (let at = 0; at < 11; at++) codes.push(await begin());
    expect(codes).toEqual([...Array(10).fill('INVALID_PASSWORD'), 'TOO_MANY_ATTEMPTS']);
  });
});

describe('[ID4] an administrator', () => {
  test('takes the second factor of somebody who lost it: signed out everywhere, with a line in the trail', async () => {
    const { db } = server.database;
    const { id, email, address } = await protectedPerson();
    const waiting = cookiesOf(await signIn(email));
    const by = await server.aPerson();
    expect(
      await inTransaction(db, (tx) => resetSecondFactor(tx, { id, by: by.id, now: new Date() })),
    ).toEqual({
      ok: true,
      value: undefined,
    });
    expect(await db.select().from(sessions).where(eq(sessions.userId, id))).toEqual([]);
    expect((await verify(waiting, { code: totpCode(address) })).ok).toBe(false);
    expect(await who(cookiesOf(await signIn(email)))).toBe(id);
    const lines = await db.select().from(auditEntries).where(eq(auditEntries.subjectId, id));
    // [AU6] The sign-ins of this account left lines too.
    expect(lines.filter(({ action }) => action !== 'person.signedIn')).toMatchObject([
      { action: 'person.secondFactorReset', actorId: by.id, subjectKind: 'person' },
    ]);
    expect(
      await inTransaction(db, (tx) => resetSecondFactor(tx, { id, by: by.id, now: new Date() })),
    ).toMatchObject({
      error: 'person.noSecondFactor',
    });
    expect(
      await inTransaction(db, (tx) => resetSecondFactor(tx, { id: 'nobody', by: by.id, now: new Date() })),
    ).toMatchObject({
      error: 'person.notFound',
    });
  });
});

test('[ID10] people are told of what changed about their account, once each, and of nothing that failed', async () => {
  const { id, email, address, codes } = await protectedPerson();
  const told = () => server.told.filter(([whose]) => whose === id).map(([, change]) => change);
  expect(told()).toEqual(['secondFactorOn']);
  const [wrong, byCode] = [cookiesOf(await signIn(email)), cookiesOf(await signIn(email))];
  await verify(wrong, { code: 'zzzzz-zzzzz' }, '/two-factor/verify-backup-code');
  expect((await verify(byCode, { code: totpCode(address) })).status).toBe(200);
  expect(told()).toEqual(['secondFactorOn']);
  const opened = await verify(wrong, { code: codes[0] }, '/two-factor/verify-backup-code');
  expect(told()).toEqual(['secondFactorOn', 'recoveryCodeUsed']);

  const headers = () => new Headers(from(cookiesOf(opened)));
  const change = { currentPassword: 'not the password', newPassword: 'une autre phrase secrète' };
  await expect(server.auth.api.changePassword({ body: change, headers: headers() })).rejects.toThrow();
  await server.auth.api.generateBackupCodes({ body: { password: PASSWORD }, headers: headers() });
  await server.auth.api.disableTwoFactor({ body: { password: PASSWORD }, headers: headers() });
  const after = new Headers(from(await server.signIn(email)));
  await server.auth.api.changePassword({ body: { ...change, currentPassword: PASSWORD }, headers: after });
  expect(told().slice(2)).toEqual(['recoveryCodesRenewed', 'secondFactorOff', 'passwordChanged']);
});
