import type { IncomingHttpHeaders } from 'node:http';
import { fromNodeHeaders } from 'better-auth/node';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#db/kernel/client.ts';
import { aPerson } from '#db/seed/builders/builders.ts';
import { type Auth, createAuth } from '#server/people/auth/auth.ts';
import { createTokenReader } from '#server/people/auth/session-token.ts';
import { openFreshDatabase } from '#tests/support/database.ts';

let database: Database;
beforeAll(async () => {
  database = await openFreshDatabase();
});
afterAll(() => database.close());

function authAt(origin: string | null, secret = 'a secret for tests that is long enough'): Auth {
  return createAuth({
    db: database.db,
    secret,
    origin,
    fallbackOrigin: 'http://localhost:3000',
    sendPasswordReset: async () => undefined,
  });
}

/** The cookie that better-auth would set for this token. */
async function cookieOf(auth: Auth, token: string): Promise<{ name: string; value: string }> {
  const { authCookies, secret } = await auth.$context;
  const key = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const signature = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(token));
  const value = encodeURIComponent(`${token}.${Buffer.from(signature).toString('base64')}`);
  return { name: authCookies.sessionToken.name, value };
}

describe.each([null, 'https://cordee.exemple.fr'])('at %s', (origin) => {
  test('[R2] the fast reading of a session and better-auth agree, whatever a request shows', async () => {
    const auth = authAt(origin);
    const { internalAdapter } = await auth.$context;
    const site = { db: database.db, now: () => new Date(), newId: () => crypto.randomUUID() };
    const { id } = await aPerson(site);
    const { token } = await internalAdapter.createSession(id);
    const other = await internalAdapter.createSession((await aPerson(site)).id);
    const gone = await internalAdapter.createSession(id);
    await internalAdapter.deleteSession(gone.token);

    const read = createTokenReader(auth);
    const { name, value } = await cookieOf(auth, token);
    const forged = (await cookieOf(authAt(origin, 'another secret that is long enough'), token)).value;
    const signed = decodeURIComponent(value);
    const turned = signed.replace(/.(?==$)/, (last) => (last === 'A' ? 'B' : 'A'));
    const plainName = name.replace('__Host-', '');
    const cookies = [
      `${name}=${value}`,
      `${name}=${signed}`,
      `${name}="${value}"`,
      ` ${name} = ${value} `,
      `a=b; ${name}=${value}; c=d`,
      `a; ${name}=${value}`,
      `=; ${name}=${value}`,
      `${name}=${value}; ${name}=${(await cookieOf(auth, other.token)).value}`,
      `${name}=${(await cookieOf(auth, other.token)).value}; ${name}=${value}`,
      `${name}=${(await cookieOf(auth, gone.token)).value}`,
      `${name}=${forged}`,
      `${name}=${turned}`,
      `${name}=${encodeURIComponent(`${other.token}.${signed.split('.')[1]}`)}`,
      `${name}=${token}`,
      `${name}=${token}.`,
      `${name}=.${signed.split('.')[1]}`,
      `${name}=${signed.slice(0, -1)}`,
      `${name}=`,
      `${name}=%E0%A4%A`,
      `x${name}=${value}`,
      `${plainName}=${value}`,
      `__Secure-${plainName}=${value}`,
      `__Host-${plainName}=${value}`,
      `${name.toUpperCase()}=${value}`,
      '',
    ];
    const bearers = [
      `Bearer ${token}`,
      `bearer  ${token} `,
      `Bearer ${other.token}`,
      `Bearer ${gone.token}`,
      `Bearer ${signed}`,
      `Bearer ${value}`,
      `Bearer ${turned}`,
      `Bearer ${token}.nonsense`,
      'Bearer unknown',
      'Bearer ',
      'Bearer',
      `Basic ${token}`,
    ];
    const shown: IncomingHttpHeaders[] = [
      {},
      ...cookies.map((cookie) => ({ cookie })),
      ...bearers.map((authorization) => ({ authorization })),
      ...bearers.map((authorization) => ({ authorization, cookie: `${name}=${value}` })),
    ];
    const livesAs = new Map([
      [token, id],
      [other.token, other.userId],
    ]);
    const outcomes = new Set<string | null>();
    for (const headers of shown) {
      const slow = await auth.api.getSession({
        headers: fromNodeHeaders(headers),
        query: { disableRefresh: true },
      });
      const fast = livesAs.get((await read(headers)) ?? '') ?? null;
      expect(fast, JSON.stringify(headers)).toBe(slow?.user.id ?? null);
      outcomes.add(fast);
    }
    expect(outcomes).toEqual(new Set([id, other.userId, null]));
  });
});

test('[R2] no change of a signed cookie gives another token', async () => {
  const auth = authAt(null);
  const read = createTokenReader(auth);
  const token = 'abcdefghijklmnopqrstuvwxyz012345';
  const { name, value } = await cookieOf(auth, token);
  const signed = decodeURIComponent(value);
  expect(await read({ cookie: `${name}=${value}` })).toBe(token);
  const edits = fc.array(fc.record({ at: fc.nat(signed.length - 1), to: fc.string({ maxLength: 2 }) }), {
    minLength: 1,
    maxLength: 3,
  });
  await fc.assert(
    fc.asyncProperty(edits, async (changes) => {
      let changed = signed;
      for (const { at, to } of changes) changed = changed.slice(0, at) + to + changed.slice(at + 1);
      const found = await read({ cookie: `${name}=${encodeURIComponent(changed)}` });
      expect([null, token]).toContain(found);
    }),
    { numRuns: process.env.TEST_LONG ? 20_000 : 300 },
  );
});
