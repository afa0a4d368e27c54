import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import { createServer as createLine } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { waysIn } from '#shared/people/person/ways-in.fr.ts';
import {
  claimsOf,
  PROVIDER,
  type ProviderVisits,
  startProviderVisits,
} from '#tests/support/people/provider-visits.ts';

const pem = (name: string) =>
  readFileSync(new URL(`../../../support/certificates/${name}.pem`, import.meta.url), 'utf8');
let visits: ProviderVisits;
const usual = getCACertificates('default');
beforeAll(async () => {
  visits = await startProviderVisits();
  setDefaultCACertificates([...usual, pem('authority')]);
});
afterAll(() => {
  setDefaultCACertificates(usual);
  return visits.close();
});
beforeEach(() => {
  visits.oidc.tamper({});
  visits.logged.length = 0;
});

const portOf = (server: { address(): ReturnType<Server['address']> }) => {
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
};
const begin = (issuer: string) =>
  visits.providersOf({ ...visits.oidc.settings, issuer }).begin(PROVIDER, { next: '/', linkTo: null });

/** Every other way in is as it was. */
async function expectOtherWays(): Promise<void> {
  const { email } = await visits.server.aPerson();
  expect(await visits.server.signIn(email)).toContain('session');
}

describe('[ID7] a provider on a bad day', () => {
  test.each([
    ['of our time and name', 'valid', null],
    ['expired', 'expired', 'certificate has expired'],
    ['of another host', 'elsewhere', 'does not match certificate'],
    ['signed by itself', 'self-signed', 'self-signed certificate'],
  ])('with a certificate %s', async (_, certificate, reason) => {
    const server = createServer({ cert: pem(certificate), key: pem('key') }, (_request, response) => {
      const issuer = `https://localhost:${portOf(server)}`;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ issuer, authorization_endpoint: `${issuer}/auth` }));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const begun = await begin(`https://localhost:${portOf(server)}`);
    server.closeAllConnections();
    server.close();
    if (reason === null) {
      expect(begun?.url).toContain('/auth?');
      expect(visits.logged).toEqual([]);
      return;
    }
    expect(begun).toBeNull();
    expect(visits.logged).toEqual([expect.stringContaining(reason)]);
    expect(visits.logged[0]).toContain(`"provider":"${PROVIDER}"`);
    await expectOtherWays();
  });

  test('that takes the line and says nothing', async () => {
    const silent = createLine();
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    expect(await begin(`http://localhost:${portOf(silent)}`)).toBeNull();
    silent.close();
    expect(visits.logged).toEqual([expect.stringMatching(/timeout/i)]);
    await expectOtherWays();
  });

  test('that changed its keys since somebody came: one answer is refused at most, and the next is taken', async () => {
    const { email } = await visits.server.aPerson();
    const as = claimsOf({ email });
    expect(await visits.arrive(as)).toMatchObject({ kind: 'known' });
    visits.oidc.changeKey();
    expect(await visits.arrive(as)).toMatchObject({ kind: 'refused', why: 'invalid' });
    expect(await visits.arrive(as)).toMatchObject({ kind: 'known' });
    await expectOtherWays();
  });

  test.each<[string, number, 'known' | 'refused']>([
    ['ten minutes late, its answers over before they come', -600, 'refused'],
    ['ten minutes early', 600, 'known'],
  ])('whose clock is %s', async (_, seconds, kind) => {
    const { email } = await visits.server.aPerson();
    const at = Math.floor(Date.now() / 1000) + seconds;
    visits.oidc.tamper({ idToken: (claims) => ({ ...claims, iat: at, exp: at + 60 }) });
    const arrival = await visits.arrive(claimsOf({ email }));
    expect(arrival.kind).toBe(kind);
    if (arrival.kind !== 'refused') return;
    expect(waysIn.provider.refused[arrival.why]('ProConnect')).toContain('ne disent pas la même heure');
    expect(visits.logged).toEqual([expect.stringContaining('expiration')]);
    await expectOtherWays();
  });
});
