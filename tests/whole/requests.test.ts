import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scriptCorpus } from '#tests/support/documents/script-corpus.ts';
import { type GeneratedRequest, sendAll } from '#tests/support/kernel/generated-requests.ts';
import { dice } from '#tests/support/kernel/nasty-values.ts';
import { type Demonstration, startDemonstration } from '#tests/support/people/demonstration.ts';
import { addressOf, tableRoutes } from '#tests/support/route-table.ts';

let demonstration: Demonstration;
beforeAll(async () => {
  demonstration = await startDemonstration();
});
afterAll(() => demonstration.close());

/** What an answer must never say: where code lives, what it asked of the database, what it holds in secret. */
const INSIDE =
  /node_modules|file:\/\/|\.tsx?\b|\bat \S+ \(|PostgresError|select .* from|Drizzle|PGlite|stack|session-secret/i;

test('[SC8] a page of another site changes nothing, whatever it sends to an action', async () => {
  const form = 'application/x-www-form-urlencoded';
  const foreign = [
    'https://evil.example',
    'null',
    `${demonstration.origin}.evil.example`,
    'http://127.0.0.1:1',
  ];
  const before = (await demonstration.ask('coordinator', '/groupes')).text.match(
    /\/groupes\/[0-9a-f-]{36}/g,
  )?.length;
  for (const [at, { path }] of tableRoutes.entries()) {
    const address = addressOf(path);
    const { status } = await demonstration.ask('coordinator', address, {
      method: 'POST',
      headers: { origin: foreign[at % foreign.length] ?? '', 'content-type': form },
      body: 'name=Depuis+ailleurs&description=x&theme=x&intent=',
    });
    expect.soft(status, address).toBeGreaterThanOrEqual(400);
    expect.soft(status, address).toBeLessThan(500);
  }
  const apiPosts = ['/api/v1/groups', '/api/auth/sign-out', '/api/auth/change-password'];
  for (const address of apiPosts)
    for (const contentType of [form, 'text/plain', 'application/json']) {
      const headers = { origin: 'https://evil.example', 'content-type': contentType };
      const { status } = await demonstration.ask('coordinator', address, {
        method: 'POST',
        headers,
        body: '{}',
      });
      expect.soft([403, 404, 415], `${address} ${contentType}`).toContain(status);
    }
  // The session lives, and nothing was made.
  const after = await demonstration.ask('coordinator', '/groupes');
  expect(after.status).toBe(200);
  expect(after.text.match(/\/groupes\/[0-9a-f-]{36}/g)?.length).toBe(before);
  expect(after.text).not.toContain('Depuis ailleurs');
});

test('[SC8] a parameter never leads out of the site', async () => {
  const places = [
    '//evil.example',
    '/\\evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
  ];
  places.push('/\r\nSet-Cookie: a=b', 'https://evil.example', '/.//evil.example', '\u0000/evil.example');
  const redirecting = ['/connexion', '/deconnexion', '/documents-publics/x', '/experimentations', '/'];
  for (const name of ['suite', 'next', 'redirectTo', 'callbackURL', 'retour'])
    for (const place of places)
      for (const page of redirecting) {
        const { headers, status } = await demonstration.ask(
          page === '/connexion' ? 'coordinator' : 'visitor',
          `${page}?${name}=${encodeURIComponent(place)}`,
        );
        const to = headers.location;
        if (to !== undefined) {
          expect
            .soft(new URL(to, demonstration.origin).origin, `${page} ${name} ${place}`)
            .toBe(demonstration.origin);
          expect.soft(to, place).not.toMatch(/^\/[/\\]/);
        }
        expect.soft(status, `${page} ${name} ${place}`).toBeLessThan(500);
        expect.soft(headers['set-cookie'] ?? '').not.toContain('a=b');
      }
});

/** Sends these bytes and gives what came back before the connection ended. */
function raw(bytes: string): Promise<string> {
  const { port } = new URL(demonstration.origin);
  return new Promise((resolve) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.end(bytes, 'latin1'));
    let said = '';
    socket.on('data', (data) => {
      said += data.toString('latin1');
    });
    socket.on('error', () => resolve(said));
    socket.on('close', () => resolve(said));
  });
}

test('[SC3] malformed addresses, headers and encodings are refused in words', async () => {
  const host = 'Host: 127.0.0.1\r\nConnection: close\r\n';
  const cases: readonly (readonly [string, RegExp])[] = [
    ['no HTTP at all\r\n\r\n', /^HTTP\/1\.1 400 /],
    [`GET / HTTP/1.1\r\n${host}X-Long: ${'x'.repeat(40_000)}\r\n\r\n`, /^HTTP\/1\.1 431 /],
    [`GET /${'x'.repeat(40_000)} HTTP/1.1\r\n${host}\r\n`, /^HTTP\/1\.1 431 /],
    [`GET / HTTP/1.1\r\n${host}Bad Header\r\n\r\n`, /^HTTP\/1\.1 400 /],
    [
      `POST / HTTP/1.1\r\n${host}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      /^HTTP\/1\.1 400 /,
    ],
    [`POST / HTTP/1.1\r\n${host}Content-Length: 5\r\nContent-Length: 6\r\n\r\nxxxxx`, /^HTTP\/1\.1 400 /],
    [`TRACE / HTTP/1.1\r\n${host}\r\n`, /^HTTP\/1\.1 4\d\d /],
    [`GET http://[ HTTP/1.1\r\n${host}\r\n`, /^HTTP\/1\.1 4\d\d /],
    [`GET /donnees?groupe=%00 HTTP/1.1\r\n${host}\r\n`, /^HTTP\/1\.1 400 /],
    [`GET /%E0%A4%A HTTP/1.1\r\n${host}\r\n`, /^HTTP\/1\.1 4\d\d /],
    [`GET /connexion HTTP/1.1\r\nHost: [::1\r\nConnection: close\r\n\r\n`, /^HTTP\/1\.1 [24]\d\d /],
  ];
  for (const [bytes, expected] of cases) {
    const answer = await raw(bytes);
    expect.soft(answer, JSON.stringify(bytes.slice(0, 60))).toMatch(expected);
    expect.soft(answer).toMatch(/x-content-type-options: nosniff/i);
    expect.soft(answer.replace(/<script[\s\S]*?<\/script>|<link[^>]*>/g, '')).not.toMatch(INSIDE);
  }
});

const ODD = [
  "' or 1=1 --",
  '"; drop table "user"; --',
  '%00',
  '%ff%fe',
  '%F0%9F%98',
  '../../../etc/passwd',
  '..%2f..%2f',
  '__proto__',
  'constructor[prototype][x]=1',
  '{"$gt":""}',
  '[]',
  'NaN',
  '-1',
  '99999999999999999999',
  '1e309',
  '\u202e\u0000',
  'ﬀ'.repeat(300),
  '%'.repeat(50),
  '2023-02-31',
  '0001-01-01T00:00:00Z',
  '((((((((((a+)+)+)+$',
];
const METHODS = ['GET', 'GET', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];
const TYPES = ['application/x-www-form-urlencoded', 'application/json', 'text/plain', 'x'];
const PARAMETERS = [
  'q',
  'page',
  'tri',
  'filtre',
  'sort',
  'groupe',
  'etat',
  'depuis',
  'type',
  'suite',
  '__proto__',
  'a[b]',
];
const PEOPLE_ASKING = ['visitor', 'team', 'coordinator'] as const;
const RUNS = process.env.TEST_LONG ? 20_000 : 2_000;

test(`[SC3] bad requests by the thousand, not one unexpected error (${RUNS})`, async () => {
  const seed = 20_231_127;
  const roll = dice(seed);
  const any = <T>(of: readonly T[]) => of[roll(of.length)] as T;
  const odd = () => (roll(3) === 0 ? any(scriptCorpus) : any(ODD));
  const written = () =>
    roll(2) === 0
      ? encodeURIComponent(odd())
      : odd()
          .replace(/[^\x21-\x7e]/g, '')
          .replace(/[\s#]/g, '');
  // Who signs out asks nothing more.
  const pages = tableRoutes.filter(({ path }) => path !== 'deconnexion');
  const { paths } = JSON.parse((await demonstration.ask('visitor', '/api/v1/openapi.json')).text);
  const api = Object.keys(paths).map((path) => `/api/v1${path}`);
  const requests = Array.from({ length: RUNS }, (): GeneratedRequest => {
    const path =
      roll(3) === 0
        ? any(api).replace(/\{\w+\}/g, () => (roll(2) ? written() : 'x'))
        : addressOf(any(pages).path).replace(/0{8}-\S{27}/g, (id) => (roll(2) ? written() : id));
    const query = Array.from({ length: roll(4) }, () => `${any(PARAMETERS)}=${written()}`).join('&');
    const address = `${path}${query ? `?${query}` : ''}`.replace(/[^\x21-\x7e]/g, '');
    const method = any(METHODS);
    const body = ['GET', 'HEAD', 'OPTIONS'].includes(method)
      ? undefined
      : `${any(PARAMETERS)}=${odd()}&intent=${odd()}`;
    const headers = {
      origin: demonstration.origin,
      ...(body ? { 'content-type': (path.startsWith('/api/') ? any(TYPES) : TYPES[0]) ?? '' } : {}),
    };
    return { who: any(PEOPLE_ASKING), path: address, asked: { method, headers, ...(body ? { body } : {}) } };
  });
  await sendAll(requests, 6, async ({ who, path, asked }) => {
    const { status, text } = await demonstration.ask(who, path, asked);
    const shown = `seed ${seed}: ${who} ${asked.method} ${path} ${JSON.stringify(asked.body)}`;
    expect.soft(status, shown).toBeLessThan(500);
    if (status >= 500) expect.soft(text, shown).not.toMatch(INSIDE);
  });
  expect((await demonstration.ask('coordinator', '/groupes')).status).toBe(200);
  expect((await demonstration.ask('visitor', '/readyz')).status).toBe(200);
});
