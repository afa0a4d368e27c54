import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFolder } from '#db/documents/folders.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { findPublication } from '#db/publication/public-document/publications.ts';
import { publications } from '#db/publication/public-document/schema.ts';
import type { OpenApiPage } from '#server/operations/api/openapi-page.ts';
import type { Scope } from '#shared/operations/token/scopes.ts';
import { paths } from '#shared/paths.ts';
import { anAccessToken } from '#tests/support/operations/access-tokens.ts';
import { documentOf, p } from '#tests/support/operations/document-content.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let facilitator: SignedIn;
let secret: string;
beforeAll(async () => {
  server = await startTestServer();
  facilitator = await server.person({ role: 'facilitator' });
  secret = await tokenOf(facilitator.id, ['documents:write', 'boards:write', 'groups:read']);
});
afterAll(() => server.close());

const tokenOf = async (userId: string, scopes: readonly Scope[]) =>
  (await anAccessToken(server.database.db, { userId, scopes, now: new Date() })).secret;

async function ask(
  method: string,
  path: string,
  body?: object,
  headers: Record<string, string> = {},
  as = secret,
) {
  const answer = await fetch(`${server.origin}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${as}`,
      ...(body && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    etag: answer.headers.get('etag') ?? '',
    location: answer.headers.get('location'),
    body: text === '' ? null : JSON.parse(text),
  };
}

describe('documents as a whole, by REST', () => {
  test('[D1] [C2] one is renamed and put into a folder, both or nothing, by who may and with the scope', async () => {
    const { id } = await server.document();
    const folderId = server.site.newId();
    const made = { groupId: server.groupId, folderId, parentId: null, name: 'Relevés', by: facilitator.id };
    await inTransaction(server.database.db, (tx) => createFolder(tx, { ...made, now: new Date() }));
    const folders = (await ask('GET', `/groups/${server.groupId}/folders`)).body.items;
    expect(folders).toEqual([{ id: folderId, name: 'Relevés', parent: null }]);
    const changed = await ask('PATCH', `/documents/${id}`, { title: 'Relevé de mars', folder: folderId });
    expect([changed.status, changed.body.title]).toEqual([200, 'Relevé de mars']);
    const nowhere = await ask('PATCH', `/documents/${id}`, { title: 'Autre', folder: server.site.newId() });
    expect(nowhere.body.code).toBe('folder.notFound');
    expect((await ask('GET', `/documents/${id}`)).body.title).toBe('Relevé de mars');
    expect((await ask('PATCH', `/documents/${id}`, { title: ' ' })).body.code).toBe('title.empty');
    expect((await ask('PATCH', `/documents/${id}`, {})).status).toBe(400);
    const observer = await tokenOf((await server.person({ role: 'observer' })).id, ['documents:write']);
    expect((await ask('PATCH', `/documents/${id}`, { title: 'x' }, {}, observer)).status).toBe(403);
    const outsider = await tokenOf((await server.person()).id, ['documents:write']);
    expect((await ask('PATCH', `/documents/${id}`, { title: 'x' }, {}, outsider)).status).toBe(404);
    const reads = await tokenOf(facilitator.id, ['documents:read']);
    expect((await ask('PATCH', `/documents/${id}`, { title: 'x' }, {}, reads)).status).toBe(403);
  });

  test('[TR2] one goes to the trash and comes back, with its text', async () => {
    const { id } = await server.document();
    expect((await ask('DELETE', `/documents/${id}`)).status).toBe(204);
    expect((await ask('GET', `/documents/${id}`)).status).toBe(404);
    const back = `/groups/${server.groupId}/trash/${id}/restore`;
    const outsider = await tokenOf((await server.person()).id, ['documents:write']);
    expect((await ask('POST', back, undefined, {}, outsider)).status).toBe(404);
    expect((await ask('POST', back)).status).toBe(204);
    expect((await ask('POST', back)).status).toBe(404);
    expect((await ask('GET', `/documents/${id}`)).status).toBe(200);
  });

  test('[C9] one is published as it is, at an address that stays, by who organises it and with the scope to publish', async () => {
    const words = [p('Ce que tout le monde peut lire.')];
    const { id } = await documentOf(server, words, facilitator.id);
    const publisher = await tokenOf(facilitator.id, ['publications:write']);
    const publish = (as = publisher, headers = {}) =>
      ask('POST', `/documents/${id}/publication`, undefined, headers, as);
    const refused = await publish(secret);
    expect([refused.status, refused.body.code]).toEqual([403, 'accessToken.scope']);
    const observer = await tokenOf((await server.person({ role: 'observer' })).id, ['publications:write']);
    expect((await publish(observer)).status).toBe(403);
    const outsider = await tokenOf((await server.person()).id, ['publications:write']);
    expect((await publish(outsider)).status).toBe(404);
    expect(await findPublication(server.database.db, id)).toBeNull();

    const made = await publish(publisher, { 'idempotency-key': 'publier' });
    expect([made.status, made.location]).toEqual([201, made.body.url]);
    const found = await findPublication(server.database.db, id);
    expect(made.body.url).toBe(`${server.origin}${paths.publicDocument(found?.address ?? '')}`);
    expect(found?.blocks.join('')).toContain('Ce que tout le monde peut lire.');
    const { base } = (await ask('GET', `/documents/${id}/content`)).body;
    const more = { base, markdown: 'Et la suite.' };
    expect((await ask('PATCH', `/documents/${id}/content`, more)).status).toBe(200);
    expect((await publish(publisher, { 'idempotency-key': 'publier' })).body).toEqual(made.body);
    const now = async () => (await findPublication(server.database.db, id))?.blocks.join('');
    expect(await now()).not.toContain('Et la suite.');
    expect(await publish()).toMatchObject({ status: 201, location: made.location });
    expect(await now()).toContain('Et la suite.');
  });

  test('[C9] [I2] one that says nothing is not, and the refusal names what is missing', async () => {
    const { id } = await server.document();
    const publisher = await tokenOf(facilitator.id, ['publications:write']);
    const { status, body } = await ask('POST', `/documents/${id}/publication`, undefined, {}, publisher);
    expect([status, body.code, body.errors]).toEqual([
      422,
      'publication.empty',
      [{ path: 'content', detail: body.detail }],
    ]);
    expect((await ask('DELETE', `/documents/${id}`)).status).toBe(204);
    expect((await ask('POST', `/documents/${id}/publication`, undefined, {}, publisher)).status).toBe(404);
  });

  test('[C11] what is published is taken off the public site and put back, by who organises the document', async () => {
    const { id } = await server.document();
    const now = new Date();
    await server.database.db.insert(publications).values({
      ...{ documentId: id, address: `essai-${id.slice(0, 8)}`, title: 'Essai', excerpt: '', blocks: [] },
      ...{
        outline: [],
        writers: [],
        fileIds: [],
        seq: 0,
        firstAt: now,
        publishedAt: now,
        publishedBy: facilitator.id,
      },
    });
    const ofRole = async (role: 'facilitator' | 'contributor' | 'observer') =>
      tokenOf((await server.person({ role })).id, ['publications:write']);
    const publisher = await ofRole('facilitator');
    const gesture = (which: string, as = publisher) =>
      ask('POST', `/documents/${id}/publication/${which}`, undefined, {}, as);
    const contributor = await ofRole('contributor');
    const observer = await ofRole('observer');
    expect((await gesture('withdraw', secret)).body.code).toBe('accessToken.scope');
    expect((await gesture('withdraw', observer)).status).toBe(403);
    expect((await gesture('withdraw', contributor)).status).toBe(204);
    expect((await gesture('withdraw')).status).toBe(404);
    expect((await gesture('restore')).status).toBe(204);
    expect((await gesture('restore')).status).toBe(404);
  });
});

describe('[I8] what changed since it was read', () => {
  test('is not written over: a tag says what was seen, and the second of two who saw the same is told', async () => {
    const { id } = await server.document();
    const path = `/documents/${id}`;
    const { etag } = await ask('GET', path);
    const named = (title: string) => ask('PATCH', path, { title }, { 'if-match': etag });
    const both = await Promise.all([named('Un'), named('Deux')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(both.find(({ status }) => status === 412)?.body.code).toBe('api.changed');
    expect((await ask('PATCH', path, { title: 'Trois' }, { 'if-match': '*' })).status).toBe(200);
    expect((await ask('PATCH', path, { title: 'Quatre' })).status).toBe(200);
    expect((await ask('DELETE', path, undefined, { 'if-match': etag })).status).toBe(412);
    const seen = (await ask('GET', path)).etag;
    expect((await ask('DELETE', path, undefined, { 'if-match': `"x", ${seen}` })).status).toBe(204);
  });

  test('[I1] a card has one too, and a lost answer is found by its key, whatever its tag says', async () => {
    const board = await ask('POST', `/groups/${server.groupId}/boards`, { title: 'Suivi' });
    const { columns } = (await ask('GET', `/boards/${board.body.id}`)).body;
    const card = await ask('POST', `/boards/${board.body.id}/cards`, {
      title: 'Une',
      columnId: columns[0].id,
    });
    const at = `/boards/${board.body.id}/cards/${card.body.id}`;
    expect(card.location).toBe(`/api/v1${at}`);
    const read = await ask('GET', at);
    expect([read.body, read.etag]).toEqual([card.body, expect.stringMatching(/^"[\w-]{22}"$/)]);
    const head = { 'if-match': read.etag, 'idempotency-key': 'carte' };
    const changed = await ask('PATCH', at, { title: 'Deux' }, head);
    expect([changed.status, changed.etag]).toEqual([200, (await ask('GET', at)).etag]);
    expect((await ask('PATCH', at, { title: 'Deux' }, head)).body).toEqual(changed.body);
    expect((await ask('PATCH', at, { title: 'Trois' }, { 'if-match': read.etag })).status).toBe(412);
    expect((await ask('PATCH', at, { title: 'Trois' }, { 'if-match': changed.etag })).status).toBe(200);
  });
});

test('[I7] each operation that makes something says where it is', async () => {
  const page: OpenApiPage = await (await fetch(`${server.origin}/api/v1/openapi.json`)).json();
  const making = Object.entries(page.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { responses }]) =>
      responses[201] ? [[method, path, responses[201]] as const] : [],
    ),
  );
  expect(making.length).toBeGreaterThan(8);
  for (const [method, path, { headers }] of making)
    expect(headers, `${method} ${path}`).toHaveProperty('Location');
  const made = await ask('POST', `/groups/${server.groupId}/documents`, { title: 'Note' });
  expect(made.location).toBe(`/api/v1/documents/${made.body.id}`);
  expect((await ask('GET', (made.location ?? '').slice('/api/v1'.length))).status).toBe(200);
});

test('[TK1] a token tells which tokens its person has, never a secret, whatever its scopes', async () => {
  const { body } = await ask('GET', '/me/tokens');
  expect(body.items.filter(({ isThis }: { isThis: boolean }) => isThis)).toHaveLength(1);
  expect(body.items.length).toBeGreaterThan(1);
  expect(JSON.stringify(body)).not.toContain('cordee_');
  const stranger = await tokenOf((await server.person()).id, ['search:read']);
  expect((await ask('GET', '/me/tokens', undefined, {}, stranger)).body.items).toHaveLength(1);
});
