import { afterAll, beforeAll, expect, test } from 'vitest';
import { wallOf } from '#tests/support/architecture/walls.ts';
import {
  type Answer,
  type Demonstration,
  startDemonstration,
  type Who,
} from '#tests/support/people/demonstration.ts';
import { addressOf, tableRoutes } from '#tests/support/route-table.ts';
import { sampleNames } from '#tests/support/sample-names.ts';

let demonstration: Demonstration;
beforeAll(async () => {
  demonstration = await startDemonstration();
});
afterAll(() => demonstration.close());

/** What answers beside pages and REST. */
const OTHERS = [
  '/healthz',
  '/readyz',
  '/metrics',
  '/collab/document:x',
  '/service-worker.js',
  '/favicon.svg',
  '/favicon.ico',
  '/robots.txt',
  '/sitemap.xml',
  '/flux.xml',
  '/lecteur-video?adresse=x',
  '/calendriers/x.ics',
  '/api/auth/get-session',
  '/api/auth/sign-in/email',
  '/api/v1',
  '/api/v1/openapi.json',
  '/envois',
  '/assets/gone-1a2b3c.js',
  '/nothing-of-ours',
  '/nothing-of-ours.data',
  '/%E0%A4%A',
];

/** [OD3] What is published for whoever wants to read it, from pages of other sites too: without a session it says the same. */
const IS_OPEN_DATA = /^\/(?:catalogue\.(?:jsonld|ttl)|api\/v1\/use-cases)$/;

/** What is wrong with the headers of this answer. */
function faultsOf(address: string, { headers, text }: Answer): string[] {
  // [PS6] The one page that other sites may frame.
  const mayBeFramed = /^\/cas-d-usage\/[^/]+\/vignette$/.test(address);
  const policy = headers['content-security-policy'] ?? '';
  const isPage = headers['content-type']?.startsWith('text/html') && !headers['content-disposition'];
  const nonce = /script-src 'nonce-([\w-]{22})' 'strict-dynamic'(?:;|$)/.exec(policy)?.[1];
  const scripts = isPage ? (text.match(/<script\b[^>]*>/g) ?? []) : [];
  const wrong: Readonly<Record<string, boolean>> = {
    'X-Content-Type-Options': headers['x-content-type-options'] !== 'nosniff',
    'Referrer-Policy': !/^(?:same-origin|no-referrer|strict-origin)$/.test(headers['referrer-policy'] ?? ''),
    'Cross-Origin-Opener-Policy': headers['cross-origin-opener-policy'] !== 'same-origin',
    'Permissions-Policy': !headers['permissions-policy']?.includes('camera=()'),
    'X-Powered-By': headers['x-powered-by'] !== undefined,
    'Access-Control-Allow-Origin':
      headers['access-control-allow-origin'] !== undefined && !IS_OPEN_DATA.test(address),
    'Content-Type': text !== '' && headers['content-type'] === undefined,
    charset:
      /^text\/|^application\/.*xml/.test(headers['content-type'] ?? '') &&
      !/charset=utf-8/i.test(headers['content-type'] ?? ''),
    'two policies': policy.includes(', '),
    'frame-ancestors': !mayBeFramed && !/frame-ancestors (?:'none'|'self')|sandbox/.test(policy),
    'no policy of a page': isPage === true && nonce === undefined,
    'open policy': isPage !== true && !policy.startsWith("default-src 'none'"),
    'unsafe script': /script-src[^;]*unsafe|(?:default|script)-src[^;]* \*/.test(policy),
    'script without nonce': scripts.some((script) => !script.includes(`nonce="${nonce}"`)),
  };
  return Object.entries(wrong).flatMap(([name, isWrong]) => (isWrong ? [name] : []));
}

test('[SC1] [L7] the policy of the service worker lets it ask us for what it keeps, and nobody else', async () => {
  const { headers } = await demonstration.ask('visitor', '/service-worker.js');
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; connect-src 'self';/);
});

test('[SC1] every kind of answer carries the headers of its kind', async () => {
  const api = JSON.parse((await demonstration.ask('visitor', '/api/v1/openapi.json')).text);
  const addresses = [
    ...tableRoutes.flatMap(({ path }) => [addressOf(path), `${addressOf(path)}.data`]),
    ...Object.keys(api.paths).map((path) => `/api/v1${path.replace(/\{\w+\}/g, 'x')}`),
    ...OTHERS,
  ];
  expect(addresses.length).toBeGreaterThan(400);
  const kinds = new Set<string>();
  for (const address of addresses)
    for (const who of ['visitor', 'coordinator'] satisfies Who[]) {
      const answer = await demonstration.ask(who, address);
      kinds.add(`${answer.status} ${answer.headers['content-type']?.split(';')[0]}`);
      expect
        .soft(
          faultsOf(address, answer),
          `${who} ${address} ${answer.status} ${JSON.stringify(answer.headers)}`,
        )
        .toEqual([]);
    }
  // The sample is one of many kinds: pages, data, tables, redirections, refusals.
  expect(kinds.size).toBeGreaterThan(12);
});

test('[SC1] two pages never have the same nonce', async () => {
  const nonces = new Set<string | undefined>();
  for (let at = 0; at < 20; at++) {
    const { headers } = await demonstration.ask('visitor', '/connexion');
    nonces.add(/'nonce-([\w-]{22})'/.exec(headers['content-security-policy'] ?? '')?.[1]);
  }
  expect(nonces.size).toBe(20);
  expect(nonces).not.toContain(undefined);
});

test('[SC1] uploads, exports and files leave with their own policy', async () => {
  const files = ['/experimentations.csv', '/missions.csv', '/pilotage.ods', '/donnees/besoins.csv'];
  for (const path of files) {
    const { status, headers } = await demonstration.ask('coordinator', path);
    expect([path, status]).toEqual([path, 200]);
    expect(headers['content-disposition']).toMatch(/^attachment/);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'/);
  }
});

test('[SC2] HSTS is said on HTTPS only, for a year and the subdomains unless the installation says otherwise', async () => {
  expect(
    (await demonstration.ask('visitor', '/healthz')).headers['strict-transport-security'],
  ).toBeUndefined();
  const secured = await startDemonstration({ ORIGIN: 'https://cordee.example' });
  try {
    for (const path of ['/connexion', '/healthz', '/api/v1/groups', '/nothing-of-ours', '/favicon.svg'])
      expect((await secured.ask('visitor', path)).headers['strict-transport-security'], path).toBe(
        'max-age=31536000; includeSubDomains',
      );
  } finally {
    await secured.close();
  }
});

test('[SC5] what is a member’s is kept by no cache on the way', async () => {
  const paths = ['/', '/groupes', '/mes-cartes', '/groupes.data', '/api/v1/groups', '/experimentations.csv'];
  for (const path of paths) {
    const { headers } = await demonstration.ask('coordinator', path);
    expect(headers['cache-control'], path).toMatch(/^(?:private, no-(?:store|cache)|no-store)/);
  }
});

/** The bytes on the wire of the scripts that a page names, and of those that they cannot do without: what it loads later is left to the journey. */
async function namedScriptBytes(who: Who, path: string): Promise<number> {
  const { text } = await demonstration.ask(who, path);
  const named = [...text.matchAll(/["'](\/[\w./-]+\.js)["'?]/g)].map(([, address = '']) => address);
  let bytes = 0;
  for (const address of new Set(named)) {
    const answer = await demonstration.ask(who, address, { headers: { 'accept-encoding': 'br, gzip' } });
    expect(answer.status, address).toBe(200);
    bytes += Number(answer.headers['content-length']);
  }
  return bytes;
}

test('[S8] the scripts that a page names weigh less than its first visit may', async () => {
  const { document, tableau } = await sampleNames(demonstration);
  for (const [who, path, what] of [
    ['visitor', '/connexion', 'the sign-in'],
    ['team', '/', 'the home'],
    ['team', `/documents/${document}`, 'a document'],
    ['team', `/tableaux/${tableau}`, 'a board'],
  ] as const) {
    const bytes = await namedScriptBytes(who, path);
    expect(bytes, path).toBeGreaterThan(1_000);
    expect(bytes, path).toBeLessThanOrEqual(wallOf(`bytes of the scripts of ${what}`));
  }
});
