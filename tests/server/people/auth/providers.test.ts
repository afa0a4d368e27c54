import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OidcProvider } from '#tests/support/people/oidc-provider.ts';
import {
  claimsOf,
  PROVIDER,
  type ProviderVisits,
  startProviderVisits,
} from '#tests/support/people/provider-visits.ts';

let visits: ProviderVisits;
beforeAll(async () => {
  visits = await startProviderVisits();
});
afterAll(() => visits.close());
beforeEach(() => visits.oidc.tamper({}));

describe('[ID7] a provider', () => {
  test('is asked with the parameters that ProConnect knows and no others, and strong secrets', async () => {
    const ways = visits.providersOf({ ...visits.oidc.settings, acrValues: ['eidas1'] });
    const begun = await ways.begin(PROVIDER, { next: '/', linkTo: null });
    const { searchParams } = new URL(begun?.url ?? '');
    expect([...searchParams.keys()].sort()).toEqual([
      'acr_values',
      'client_id',
      'code_challenge',
      'code_challenge_method',
      'nonce',
      'redirect_uri',
      'response_type',
      'scope',
      'state',
    ]);
    for (const name of ['state', 'nonce']) expect(searchParams.get(name)?.length).toBeGreaterThanOrEqual(32);
    expect(searchParams.get('scope')).toBe('openid given_name usual_name email siret');
    expect(begun?.cookie).toMatch(/; HttpOnly; SameSite=Lax/);
    const plain = await visits.providersOf({ ...visits.oidc.settings, isPkce: false }).begin(PROVIDER, {
      next: '/',
      linkTo: null,
    });
    expect(plain?.url).not.toContain('code_challenge');
  });

  test('lets in with and without PKCE, in the browser that began and once', async () => {
    const { id, email } = await visits.server.aPerson();
    const as = claimsOf({ email });
    for (const ways of [visits.providers, visits.providersOf({ ...visits.oidc.settings, isPkce: false })]) {
      const asked = await visits.comeBack(as, { ways });
      expect(await ways.finish(PROVIDER, { ...asked, headers: new Headers() })).toMatchObject({
        why: 'invalid',
      });
      const again = await visits.comeBack(as, { ways });
      expect(await ways.finish(PROVIDER, again)).toMatchObject({
        kind: 'known',
        userId: id,
        next: '/groupes',
      });
      expect(await ways.finish(PROVIDER, again)).toMatchObject({ kind: 'refused', why: 'invalid' });
    }
  });

  test('that answers nothing, or no provider at all, is said to be away', async () => {
    const dead = createServer();
    await new Promise<void>((resolve) => dead.listen(0, '127.0.0.1', resolve));
    const address = dead.address();
    const port = address && typeof address === 'object' ? address.port : 0;
    await new Promise((resolve) => dead.close(resolve));
    const ways = visits.providersOf({ ...visits.oidc.settings, issuer: `http://localhost:${port}` });
    expect(await ways.begin(PROVIDER, { next: '/', linkTo: null })).toBeNull();
    expect(await ways.begin('unknown', { next: '/', linkTo: null })).toBeNull();
  });

  test('whose metadata names another issuer is none', async () => {
    const ways = visits.providersOf({
      ...visits.oidc.settings,
      issuer: visits.oidc.origin.replace('localhost', '127.0.0.1'),
    });
    expect(await ways.begin(PROVIDER, { next: '/', linkTo: null })).toBeNull();
  });

  test('is left by an address that it takes, once', async () => {
    const { email } = await visits.server.aPerson();
    const arrival = await visits.arrive(claimsOf({ email }));
    const headers = new Headers({
      cookie: arrival.kind === 'known' ? (arrival.cookie.split(';')[0] ?? '') : '',
    });
    expect(await visits.providers.cameBy(headers)).toBe('ProConnect');
    expect(await visits.providers.cameBy(new Headers())).toBeNull();
    const url = new URL((await visits.providers.leave(headers)) ?? '');
    expect(url.origin + url.pathname).toBe(`${visits.oidc.origin}/session/end`);
    expect(url.searchParams.get('post_logout_redirect_uri')).toBe(`${visits.server.origin}/connexion`);
    expect((await fetch(url)).status).toBe(200);
    expect(await visits.providers.leave(headers)).toBeNull();
  });
});

describe('[security A35] an answer that is not the provider’s own, or not to our question, lets nobody in', () => {
  const hour = Math.floor(Date.now() / 1000) - 3600;
  test.each<[string, Parameters<OidcProvider['tamper']>[0]]>([
    ['another nonce', { idToken: (claims) => ({ ...claims, nonce: 'n'.repeat(43) }) }],
    ['no nonce', { idToken: ({ nonce: _, ...claims }) => claims }],
    ['another issuer', { idToken: (claims) => ({ ...claims, iss: 'https://evil.example' }) }],
    ['another audience', { idToken: (claims) => ({ ...claims, aud: 'somebody-else' }) }],
    ['an expired id_token', { idToken: (claims) => ({ ...claims, iat: hour - 60, exp: hour }) }],
    ['another person in the identity', { userinfo: (claims) => ({ ...claims, sub: 'somebody-else' }) }],
    ['an identity of another issuer', { userinfo: (claims) => ({ ...claims, iss: 'https://evil.example' }) }],
    ['an identity for another audience', { userinfo: (claims) => ({ ...claims, aud: 'somebody-else' }) }],
    ['an identity that is not signed', { plainUserinfo: true }],
  ])('%s', async (name, tampering) => {
    const { email } = await visits.server.aPerson();
    visits.oidc.tamper(tampering);
    expect(await visits.arriveCounting(claimsOf({ email }))).toMatchObject({
      arrival: { kind: 'refused', why: name === 'an expired id_token' ? 'clock' : 'invalid' },
      linked: 0,
    });
  });

  test.each(['idToken', 'userinfo'] as const)('a %s signed by another key', async (which) => {
    const { email } = await visits.server.aPerson();
    const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    visits.oidc.tamper({ [which]: (claims: Record<string, unknown>) => claims, key });
    expect(await visits.arriveCounting(claimsOf({ email }))).toMatchObject({
      arrival: { kind: 'refused', why: 'invalid' },
      linked: 0,
    });
  });

  test('another state, or an error instead of a code', async () => {
    const { email } = await visits.server.aPerson();
    const asked = await visits.comeBack(claimsOf({ email }));
    const other = new URLSearchParams(asked.query);
    other.set('state', 's'.repeat(43));
    expect(await visits.providers.finish(PROVIDER, { ...asked, query: `?${other}` })).toMatchObject({
      why: 'invalid',
    });
    const begun = await visits.providers.begin(PROVIDER, { next: '/', linkTo: null });
    const state = new URL(begun?.url ?? '').searchParams.get('state');
    const headers = new Headers({ cookie: begun?.cookie.split(';')[0] ?? '' });
    const query = `?error=access_denied&state=${state}&iss=${encodeURIComponent(visits.oidc.origin)}`;
    expect(await visits.providers.finish(PROVIDER, { query, headers })).toMatchObject({ why: 'cancelled' });
  });

  test('a weaker assurance than was asked for', async () => {
    const { email } = await visits.server.aPerson();
    const ways = visits.providersOf({ ...visits.oidc.settings, acrValues: ['eidas2'] });
    visits.oidc.tamper({ idToken: (claims) => ({ ...claims, acr: 'eidas1' }) });
    expect(await visits.arriveCounting(claimsOf({ email }), { ways })).toMatchObject({
      arrival: { why: 'invalid' },
      linked: 0,
    });
    // What is signed again and not changed is taken: the refusals above are not those of the tampering itself.
    visits.oidc.tamper({ idToken: (claims) => ({ ...claims, acr: 'eidas2' }), userinfo: (claims) => claims });
    expect(await visits.arrive(claimsOf({ email }), { ways })).toMatchObject({ kind: 'known' });
  });
});
