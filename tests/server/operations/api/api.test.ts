import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readColumns } from '#shared/boards/board-doc.ts';
import { addCard } from '#shared/boards/card/card-operations.ts';
import { addBlocker } from '#shared/boards/card/relation-operations.ts';
import { addField, setCardField } from '#shared/boards/field/field-operations.ts';
import { openStock } from '#tests/support/realtime/live-clients.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let writer: SignedIn;
let observer: SignedIn;
let outsider: SignedIn;

beforeAll(async () => {
  server = await startTestServer();
  writer = await server.person({ role: 'contributor' });
  observer = await server.person({ role: 'observer' });
  outsider = await server.person();
});
afterAll(() => server.close());

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, never> & { items: { id: string; title: string }[]; id: string; code: string };
}

async function call(
  who: SignedIn | null,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`http://127.0.0.1:${server.port}/api/v1${path}`, {
    method,
    headers: {
      ...(who ? { authorization: `Bearer ${who.token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : null };
}

describe('who may do what', () => {
  test('[A5] nobody signed in gets 401, with how to sign in', async () => {
    const { status, body, headers } = await call(null, 'GET', '/groups');
    expect([status, body.code, headers.get('www-authenticate')]).toEqual([
      401,
      'access.signInFirst',
      'Bearer realm="cordee"',
    ]);
    expect(headers.get('content-type')).toContain('application/problem+json');
  });

  test('[A5] an outsider sees no group, and its documents are absent rather than forbidden', async () => {
    // Only the space of their own organisation ([MV1]).
    const seen = (await call(outsider, 'GET', '/groups')).body.items;
    expect(seen).toMatchObject([{ theme: null, season: null }]);
    for (const path of [`/groups/${server.groupId}/documents`, `/groups/${server.groupId}/boards`]) {
      expect((await call(outsider, 'GET', path)).status).toBe(404);
      expect((await call(outsider, 'POST', path, { title: 'Intrus' })).status).toBe(404);
    }
    const { id } = await server.document();
    const board = await server.board();
    expect((await call(outsider, 'GET', `/documents/${id}`)).status).toBe(404);
    expect((await call(outsider, 'GET', `/boards/${board.id}`)).status).toBe(404);
    expect((await call(writer, 'GET', `/documents/${(await server.foreignDocument()).id}`)).status).toBe(404);
  });

  test('[A5] an observer reads, and is forbidden to write with the reason in French', async () => {
    const board = await server.board();
    expect((await call(observer, 'GET', `/boards/${board.id}`)).status).toBe(200);
    const refused = await call(observer, 'POST', `/groups/${server.groupId}/documents`, { title: 'Note' });
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({
      code: 'access.forbidden',
      detail: expect.stringContaining('Votre rôle'),
    });
    const card = { title: 'X', columnId: 'any' };
    expect((await call(observer, 'POST', `/boards/${board.id}/cards`, card)).status).toBe(403);
  });

  test('a cookie works as a bearer does, but not from another site', async () => {
    const own = { cookie: writer.cookie, origin: `http://127.0.0.1:${server.port}` };
    const foreign = { cookie: writer.cookie, origin: 'https://ailleurs.exemple' };
    const path = `/groups/${server.groupId}/documents`;
    expect((await call(null, 'POST', path, { title: 'Par cookie' }, own)).status).toBe(201);
    const refused = await call(null, 'POST', path, { title: 'Piège' }, foreign);
    expect([refused.status, refused.body.code]).toEqual([403, 'api.foreignOrigin']);
  });
});

describe('documents', () => {
  test('a document is made, listed and read, with the name of its room', async () => {
    const made = await call(writer, 'POST', `/groups/${server.groupId}/documents`, {
      title: '  Note   de méthode ',
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ title: 'Note de méthode', room: `document:${made.body.id}` });
    const list = await call(writer, 'GET', `/groups/${server.groupId}/documents`);
    expect(list.body.items.map(({ id }) => id)).toContain(made.body.id);
    expect((await call(writer, 'GET', `/documents/${made.body.id}`)).body).toMatchObject({
      text: '',
      words: 0,
    });
  });

  test.each([
    ['an empty title', { title: '  ' }, 422, 'title.empty'],
    ['a title of 10,000 characters', { title: 'a'.repeat(10_000) }, 422, 'title.tooLong'],
    ['no title', {}, 400, 'api.invalid'],
    ['a title that is no text', { title: 12 }, 400, 'api.invalid'],
    ['something that is not JSON', '{', 415, 'api.notJson'],
    ['two megabytes', { title: 'a'.repeat(2_000_000) }, 413, 'api.tooLarge'],
  ])('[I2] %s is refused with its code and nothing is made', async (_, body, status, code) => {
    const path = `/groups/${server.groupId}/documents`;
    const before = (await call(writer, 'GET', path)).body.items.length;
    const refused = await call(writer, 'POST', path, body);
    expect([refused.status, refused.body.code]).toEqual([status, code]);
    expect((await call(writer, 'GET', path)).body.items.length).toBe(before);
  });

  test('[I2] addresses that cannot be ours are absent', async () => {
    for (const path of ['/documents/1', "/documents/' or 1=1", `/documents/${randomUUID()}`, '/nothing']) {
      expect((await call(writer, 'GET', path)).body.code).toBe('access.notFound');
    }
  });

  test('a list is cut into pages that lead to its end', async () => {
    const path = `/groups/${server.groupId}/documents`;
    for (const title of ['Un', 'Deux', 'Trois']) await call(writer, 'POST', path, { title });
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: Answer = await call(writer, 'GET', `${path}?limit=2${next ? `&cursor=${next}` : ''}`);
      seen.push(...page.body.items.map(({ id }) => id));
      next = page.body.next as unknown as string | null;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe((await call(writer, 'GET', `${path}?limit=100`)).body.items.length);
  });
});

describe('boards', () => {
  async function newBoard() {
    const made = await call(writer, 'POST', `/groups/${server.groupId}/boards`, { title: 'Suivi' });
    const read = async () =>
      (await call(writer, 'GET', `/boards/${made.body.id}`)).body as unknown as {
        columns: { id: string; name: string }[];
        cards: { id: string; title: string; columnId: string }[];
      };
    return { id: made.body.id, read };
  }

  test('a card is added, moved by index, and changed, in the order that people see', async () => {
    const { id, read } = await newBoard();
    const [todo, doing] = (await read()).columns;
    const cards: string[] = [];
    for (const title of ['A', 'B', 'C']) {
      const added = await call(writer, 'POST', `/boards/${id}/cards`, { title, columnId: todo?.id });
      expect(added.status).toBe(201);
      cards.push(added.body.id);
    }
    await call(writer, 'PATCH', `/boards/${id}/cards/${cards[2]}`, { index: 0 });
    await call(writer, 'PATCH', `/boards/${id}/cards/${cards[0]}`, { columnId: doing?.id, title: 'A bis' });
    expect((await read()).cards).toMatchObject([
      { title: 'C', columnId: todo?.id },
      { title: 'B', columnId: todo?.id },
      { title: 'A bis', columnId: doing?.id },
    ]);
  });

  test('[B20] an edit that is refused in part changes nothing', async () => {
    const { id, read } = await newBoard();
    const columnId = (await read()).columns[0]?.id;
    const { body } = await call(writer, 'POST', `/boards/${id}/cards`, { title: 'Entière', columnId });
    const refused = await call(writer, 'PATCH', `/boards/${id}/cards/${body.id}`, {
      title: 'À moitié',
      columnId: 'nulle part',
    });
    expect(refused.body.code).toBe('board.columnNotFound');
    expect((await read()).cards).toMatchObject([{ title: 'Entière' }]);
    const missing = await call(writer, 'PATCH', `/boards/${id}/cards/${randomUUID()}`, { title: 'X' });
    expect([missing.status, missing.body.code]).toEqual([404, 'board.cardNotFound']);
  });
});

test('[B30] [B42] the answer about a board says the fields of its group, what cards hold in them, and what they wait for', async () => {
  const made = await call(writer, 'POST', `/groups/${server.groupId}/boards`, { title: 'Champs' });
  const { id, room } = made.body as unknown as { id: string; room: string };
  const { doc, provider, synced } = openStock(server, room, writer);
  await synced;
  const columnId = readColumns(doc)[0]?.id ?? '';
  for (const cardId of ['avant', 'apres'])
    addCard(doc, { cardId, title: cardId, columnId, createdAt: new Date(0), createdBy: writer.id });
  addField(doc, { fieldId: 'surface', name: 'Surface', kind: 'number' });
  setCardField(doc, { cardId: 'apres', fieldId: 'surface', text: '12,5' });
  addBlocker(doc, { cardId: 'apres', blockerId: 'avant' });
  await expect
    .poll(async () => (await call(writer, 'GET', `/boards/${id}`)).body)
    .toMatchObject({
      columns: [{ id: columnId, colour: null }, {}, {}, {}].slice(0, readColumns(doc).length),
      fields: [{ id: 'surface', name: 'Surface', kind: 'number', options: [] }],
      cards: [
        { id: 'avant', blockedBy: [], fields: [], repeat: null },
        { id: 'apres', blockedBy: ['avant'], fields: [{ fieldId: 'surface', value: 12.5 }] },
      ],
    });
  provider.destroy();
});

describe('writing once', () => {
  const path = () => `/groups/${server.groupId}/documents`;

  test('[I1] the same request with the same key is done once, also ten times at once', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => call(writer, 'POST', path(), { title: 'Une fois' }, key)),
    );
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.every(({ status }) => status === 201)).toBe(true);
  });

  test('[I1] another request with that key is refused, another person may use the key', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const first = await call(writer, 'POST', path(), { title: 'Premier' }, key);
    const other = await call(writer, 'POST', path(), { title: 'Second' }, key);
    expect([other.status, other.body.code]).toEqual([422, 'api.keyReused']);
    const colleague = await server.person({ role: 'contributor' });
    const theirs = await call(colleague, 'POST', path(), { title: 'Premier' }, key);
    expect(theirs.status).toBe(201);
    expect(theirs.body.id).not.toBe(first.body.id);
  });

  test('[I1] a refusal is not kept: the corrected request may use the key', async () => {
    const key = { 'idempotency-key': randomUUID() };
    expect((await call(writer, 'POST', path(), { title: '' }, key)).status).toBe(422);
    expect((await call(writer, 'POST', path(), { title: 'Corrigé' }, key)).status).toBe(201);
  });
});

test('the OpenAPI page describes what is served, without account', async () => {
  const { status, body } = await call(null, 'GET', '/openapi.json');
  expect(status).toBe(200);
  const { paths } = body as unknown as { paths: Record<string, Record<string, unknown>> };
  expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/groups', '/boards/{board}/cards/{card}']));
  expect(Object.keys(paths['/groups/{group}/documents'] ?? {})).toEqual(['get', 'post']);
});
