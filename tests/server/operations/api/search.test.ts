import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let reader: SignedIn;
let outsider: SignedIn;

beforeAll(async () => {
  server = await startTestServer();
  reader = await server.person({ role: 'observer' });
  outsider = await server.person();
});
afterAll(() => server.close());

async function search(who: SignedIn | null, query: string) {
  const response = await fetch(`http://127.0.0.1:${server.port}/api/v1/search?${query}`, {
    headers: who ? { authorization: `Bearer ${who.token}` } : {},
  });
  return { status: response.status, body: await response.json() };
}

test('[SE4] over REST one finds what one may read, with its address', async () => {
  const { id } = await server.document();
  const found = await search(reader, 'q=ilots%20de%20chaleur&kind=document');
  expect(found).toMatchObject({
    status: 200,
    body: {
      items: [
        {
          kind: 'document',
          id,
          title: {
            text: 'Guide des îlots de chaleur',
            marks: [
              [10, 15],
              [19, 26],
            ],
          },
        },
      ],
      counts: { document: 1 },
      isNear: false,
    },
  });
  expect(found.body.items[0].url).toContain(`/documents/${id}`);
  expect((await search(outsider, 'q=ilots%20de%20chaleur')).body.items).toEqual([]);
  expect((await search(null, 'q=chaleur')).status).toBe(401);
});

test('[SE3] over REST a refusal is a problem with its sentence', async () => {
  for (const [query, code] of [
    [`q=${'a'.repeat(10_000)}`, 'search.tooLong'],
    ['q=%22%22', 'search.onlySigns'],
    ['q=de%20la', 'search.onlySmallWords'],
  ]) {
    expect(await search(reader, query ?? ''), code).toMatchObject({ status: 422, body: { code } });
  }
  expect((await search(reader, 'q=chaleur&kind=secret')).status).toBe(400);
  expect((await search(reader, 'q=')).body.items).toEqual([]);
});
