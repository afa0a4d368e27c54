import { randomUUID } from 'node:crypto';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { listThreads } from '#db/documents/comment/comment-threads.ts';
import { joinRequests } from '#db/people/member/join-request-schema.ts';
import { consultingMissions } from '#db/programme/mission/schema.ts';
import { RATES } from '#server/operations/api/api-rate.ts';
import { KIND_NAMES } from '#shared/kinds.ts';
import type { Scope } from '#shared/operations/token/scopes.ts';
import { anAccessToken } from '#tests/support/operations/access-tokens.ts';
import { documentOf, h, p } from '#tests/support/operations/document-content.ts';
import { WORD } from '#tests/support/search/search.ts';
import { searchWorld } from '#tests/support/search/search-world.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

const EVERYTHING: readonly Scope[] = [
  ...(['documents:write', 'boards:read', 'meetings:read', 'resources:read', 'datasets:read'] as const),
  ...(['programme:read', 'applications:read', 'search:read', 'groups:read'] as const),
];

let server: TestServer;
let writer: SignedIn;
beforeAll(async () => {
  server = await startTestServer();
  writer = await server.person({ role: 'facilitator', name: 'Nadia Ferrand' });
});
afterAll(() => server.close());

const tokenOf = async (userId: string, scopes = EVERYTHING) =>
  (await anAccessToken(server.database.db, { userId, scopes, now: new Date() })).secret;

/** The client of the SDK, in step with the server, over HTTP. */
async function clientOf(secret: string) {
  const client = new Client({ name: 'essai', version: '1' });
  const url = new URL(`${server.origin}/mcp`);
  const headers = { authorization: `Bearer ${secret}` };
  await client.connect(new StreamableHTTPClientTransport(url, { requestInit: { headers } }));
  onTestFinished(() => client.close());
  return async (name: string, given: Record<string, unknown> = {}) => {
    const { content, isError = false } = await client.callTool({ name, arguments: given });
    const [first, second] = content as { text: string }[];
    return { isError, text: first?.text ?? '', said: second?.text ?? null };
  };
}
const ofWriter = async (scopes = EVERYTHING) => clientOf(await tokenOf(writer.id, scopes));

async function post(body: unknown, headers: Record<string, string> = {}, method = 'POST') {
  const answer = await fetch(`${server.origin}/mcp`, {
    method,
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...headers,
    },
    ...(method === 'POST' && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: answer.status, headers: answer.headers, body: await answer.json().catch(() => null) };
}
const PING = { jsonrpc: '2.0', id: 1, method: 'ping' };

describe('[MC1] the door', () => {
  test('is for access tokens alone: without one, with a wrong one, with a session, 401 and what is wanted', async () => {
    const nobody = await post(PING);
    expect([nobody.status, nobody.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="cordee"']);
    expect((await post(PING, { cookie: writer.cookie })).status).toBe(401);
    expect((await post(PING, { authorization: `Bearer ${writer.token}` })).status).toBe(401);
    const wrong = await post(PING, { authorization: `Bearer cordee_${'a'.repeat(43)}` });
    expect([wrong.status, wrong.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="cordee", error="invalid_token"',
    ]);
  });

  test('[I4] [SC8] takes one message a request, of a megabyte at most, by POST, from no page of elsewhere', async () => {
    const authorization = `Bearer ${await tokenOf(writer.id)}`;
    expect((await post(PING, { authorization })).body).toMatchObject({ result: {} });
    expect((await post([PING, PING], { authorization })).status).toBe(400);
    expect((await post('{', { authorization })).status).toBe(415);
    expect((await post('a=1', { authorization, 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post(PING, { authorization, origin: 'https://ailleurs.example' })).status).toBe(403);
    const big = { ...PING, params: { of: 'a'.repeat(10 * 1024 * 1024) } };
    expect((await post(big, { authorization })).status).toBe(413);
    for (const method of ['GET', 'DELETE']) {
      const { status, headers } = await post(null, { authorization }, method);
      expect([status, headers.get('allow')]).toEqual([405, 'POST, OPTIONS']);
    }
  });

  test('[TK8] a client that loops is told to wait, and its REST with it', async () => {
    const authorization = `Bearer ${await tokenOf((await server.person()).id)}`;
    const statuses = new Set<number>();
    for (let count = 0; count <= RATES.token; count++)
      statuses.add((await post(PING, { authorization })).status);
    expect([...statuses].sort()).toEqual([200, 429]);
    const refused = await post(PING, { authorization });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const rest = await fetch(`${server.origin}/api/v1/me`, { headers: { authorization } });
    expect(rest.status).toBe(429);
  });

  test('switched off it is absent', async () => {
    const off = await startTestServer({ database: server.database, mcp: '0' });
    onTestFinished(() => off.close());
    const answer = await fetch(`${off.origin}/mcp`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await tokenOf(writer.id)}` },
    });
    expect(answer.status).toBe(404);
  });
});

describe('[MC2] what tools do', () => {
  test('they are listed with what they take, and none signs, approves, publishes or deletes', async () => {
    const client = new Client({ name: 'essai', version: '1' });
    const headers = { authorization: `Bearer ${await tokenOf(writer.id)}` };
    await client.connect(
      new StreamableHTTPClientTransport(new URL(`${server.origin}/mcp`), { requestInit: { headers } }),
    );
    onTestFinished(() => client.close());
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'search',
      'read',
      'list_due',
      'write_draft',
      'propose_suggestion',
    ]);
    for (const { name, description, inputSchema, annotations } of tools) {
      expect(description, name).toBeTruthy();
      expect(inputSchema.additionalProperties, name).toBe(false);
      expect(annotations?.destructiveHint, name).toBe(false);
    }
    expect(client.getInstructions()).toContain('brouillon');
  });

  test('what is read is found first: a document in Markdown by its address, a board and a card by their ids', async () => {
    const call = await ofWriter();
    const { id } = await documentOf(server, [h('Canopée urbaine'), p('Des arbres.')], writer.id);
    const found = JSON.parse((await call('search', { query: 'îlots de chaleur', kind: 'document' })).text);
    expect(found.items.length).toBeGreaterThan(0);
    const read = await call('read', { address: `${server.origin}/documents/${id}-guide-des-ilots?fil=1` });
    expect(read).toEqual({
      isError: false,
      said: null,
      text: expect.stringMatching(/^# Guide des îlots de chaleur\n\n## Canopée urbaine\n\nDes arbres\.\n$/),
    });
    const board = await server.board();
    const whole = JSON.parse((await call('read', { kind: 'board', id: board.id })).text);
    expect(whole.id).toBe(board.id);
    const absent = await call('read', { kind: 'card', id: `${board.id}/rien` });
    expect([absent.isError, absent.text]).toEqual([true, expect.stringContaining('access.notFound')]);
    expect((await call('read', { address: 'https://ailleurs.example/documents/x' })).isError).toBe(true);
    expect((await call('read', {})).isError).toBe(true);
    expect((await call('read', { kind: 'secret', id })).isError).toBe(true);
  });

  test('what waits for the person is listed', async () => {
    const asker = await server.person();
    await server.database.db.insert(joinRequests).values({
      id: randomUUID(),
      groupId: server.groupId,
      userId: asker.id,
      message: '',
      askedAt: new Date(),
    });
    const { items } = JSON.parse((await (await ofWriter())('list_due')).text);
    expect(items).toContainEqual(
      expect.objectContaining({ kind: 'join', count: 1, url: expect.stringContaining(server.groupId) }),
    );
    const other = await clientOf(await tokenOf(asker.id));
    expect(JSON.parse((await other('list_due')).text)).toEqual({ items: [], isMore: false });
  });

  test('[MC4] a long text is cut, and that is said beside it', async () => {
    const { id } = await documentOf(server, [p('mot '.repeat(30_000))], writer.id);
    const { text, said } = await (await ofWriter())('read', { kind: 'document', id });
    expect(text).toHaveLength(100_000);
    expect(said).toContain('La fin manque de : text.');
  });
});

describe('[MC3] what tools write', () => {
  test('is a draft that says so, in its person’s name', async () => {
    const call = await ofWriter();
    const markdown = '# Relevé\n\nIl fait **24 °C** <script>alert(1)</script>.';
    const { text } = await call('write_draft', { group: server.groupId, title: 'Relevé de mars', markdown });
    const { id } = JSON.parse(text);
    const read = (await call('read', { kind: 'document', id })).text;
    expect(read).toBe(
      '# Relevé de mars\n\n*Par un outil, pour Nadia Ferrand.*\n\n## Relevé\n\nIl fait **24 °C** .\n',
    );
    const { rows } = await server.database.run('select user_id from doc_client where room = $1', [
      `document:${id}`,
    ]);
    expect(rows.map(({ user_id }) => user_id)).toEqual([writer.id]);
    const observer = await clientOf(await tokenOf((await server.person({ role: 'observer' })).id));
    const refused = await observer('write_draft', { group: server.groupId, title: 'x', markdown });
    expect([refused.isError, refused.text]).toEqual([true, expect.stringContaining('access.forbidden')]);
  });

  test('or a suggestion that says so, and leaves the text as it was', async () => {
    const { id, room } = await documentOf(server, [p('Il fait chaud en ville.')], writer.id);
    const suggested = { document: id, quote: 'chaud', proposed: 'très chaud', note: 'Selon les relevés.' };
    const call = await ofWriter();
    expect((await call('propose_suggestion', suggested)).isError).toBe(false);
    const asked = { documentId: id, groupId: server.groupId, userId: writer.id };
    const [thread] = await listThreads(server.database.db, asked as Parameters<typeof listThreads>[1]);
    expect(thread).toMatchObject({
      author: { id: writer.id },
      suggestion: { original: 'chaud', proposed: 'très chaud', state: 'open' },
      comments: [{ body: 'Par un outil, pour Nadia Ferrand. Selon les relevés.' }],
    });
    expect(
      JSON.stringify((await server.rooms.read(room, 'blocks', { by: { account: writer.id } })).value),
    ).toContain('Il fait chaud en ville.');
    const absent = await call('propose_suggestion', { ...suggested, quote: 'froid' });
    expect([absent.isError, absent.text]).toEqual([true, expect.stringContaining('comment.quoteNotFound')]);
    const outsider = await clientOf(await tokenOf((await server.person()).id));
    expect((await outsider('propose_suggestion', suggested)).text).toContain('access.notFound');
  });

  test('[TK2] only by a token with the scope', async () => {
    const { id } = await documentOf(server, [p('Un mot.')], writer.id);
    const reads = await ofWriter(['documents:read']);
    expect((await reads('read', { kind: 'document', id })).isError).toBe(false);
    const wanting = [
      ['search', { query: 'mot' }],
      ['list_due', {}],
      ['read', { kind: 'experiment', id: randomUUID() }],
      ['read', { kind: 'decision', id: randomUUID() }],
      ['write_draft', { group: server.groupId, title: 'x', markdown: 'y' }],
      ['propose_suggestion', { document: id, quote: 'mot', proposed: 'mots' }],
    ] as const;
    for (const [name, given] of wanting)
      expect((await reads(name, given)).text, name).toContain('accessToken.scope');
  });
});

test('[MC5] of every kind nobody reads by a tool what they may not open: as the search, with everybody who may stand towards it', async () => {
  const { readers, readableBy } = await searchWorld(server.database.db);
  // The world is of 2023, the server of today: what its consultant reads does not end.
  await server.database.db.update(consultingMissions).set({ endsOn: '2099-12-31' });
  const everything = new Set<string>();
  for (const id of Object.values(readers)) for (const key of await readableBy(id)) everything.add(key);
  const kinds = new Set([...everything].map((key) => key.slice(0, key.indexOf(':'))));
  expect([...kinds].sort()).toEqual([...KIND_NAMES].sort());
  const eight = [
    ...[
      'facilitator',
      'observer',
      'ended',
      'of the city',
      'other group',
      'outsider',
      'named',
      'of a mission',
    ],
  ];
  for (const who of eight) {
    const userId = readers[who] ?? '';
    const call = await clientOf(await tokenOf(userId));
    const mine = new Set(await readableBy(userId));
    for (const key of everything) {
      const [kind, id] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
      const { isError, text } = await call('read', { kind, id });
      expect([key, isError], `${who} ${text.slice(0, 200)}`).toEqual([key, !mine.has(key)]);
      if (isError) expect(text).not.toContain(WORD);
    }
  }
});
