import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiOperation, OpenApiPage } from '#server/operations/api/openapi-page.ts';
import { unknownFields } from '#server/operations/api/unknown-fields.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

const JSON_TYPE = 'application/json';

let server: TestServer;
let facilitator: SignedIn;
let operations: readonly { readonly method: string; readonly path: string; readonly said: ApiOperation }[];
let page: OpenApiPage;
beforeAll(async () => {
  server = await startTestServer();
  facilitator = await server.person({ role: 'facilitator' });
  page = await (await fetch(`${server.origin}/api/v1/openapi.json`)).json();
  operations = Object.entries(page.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, said]) => ({ method: method.toUpperCase(), path, said })),
  );
});
afterAll(() => server.close());

/** Of no object, but in our group. */
const addressOf = (path: string) =>
  `${server.origin}/api/v1${path.replace('{group}', server.groupId).replaceAll(/\{\w+\}/g, randomUUID())}`;

async function send(
  method: string,
  path: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: string } = {},
) {
  const response = await fetch(addressOf(path), {
    method,
    headers: { authorization: `Bearer ${facilitator.token}`, ...headers },
    ...(body !== undefined && { body }),
  });
  const text = await response.text();
  const problem = text.startsWith('{') ? JSON.parse(text) : {};
  return { status: response.status, headers: response.headers, problem };
}

test('[I3] a field that an operation does not know is refused by name, by each one that takes JSON, whatever else is said', async () => {
  const taking = operations.filter(({ said }) => said.requestBody?.content[JSON_TYPE]?.schema);
  expect(taking.length).toBeGreaterThan(10);
  for (const { method, path, said } of taking) {
    const body = JSON.stringify({ title: 'Un titre', champInconnu: 1 });
    const { status, problem } = await send(method, path, { headers: { 'content-type': JSON_TYPE }, body });
    expect([status, problem.code], `${method} ${path}`).toEqual([400, 'api.invalid']);
    expect(problem.errors, `${method} ${path}`).toContainEqual({
      path: 'champInconnu',
      detail: 'Ce champ n’existe pas dans cette opération.',
    });
    expect(said.requestBody?.content[JSON_TYPE]?.schema?.additionalProperties, path).toBe(false);
  }
});

test('[I3] nothing is made of a body with an unknown field, and the same without it is made', async () => {
  const path = `/groups/${server.groupId}/documents`;
  const ask = (body: object) =>
    send('POST', path, { headers: { 'content-type': JSON_TYPE }, body: JSON.stringify(body) });
  const titles = async () =>
    (await send('GET', path)).problem.items.map(({ title }: { title: string }) => title);
  expect((await ask({ title: 'Relevé', titre: 'Relevé' })).status).toBe(400);
  expect(await titles()).not.toContain('Relevé');
  expect((await ask({ title: 'Relevé' })).status).toBe(201);
  expect(await titles()).toContain('Relevé');
});

test('[I3] unknown fields are found at any depth, each by its way; what is a free record takes any', () => {
  const inner = { type: 'object', properties: { name: {} }, additionalProperties: false };
  const schema = {
    type: 'object',
    properties: {
      list: { type: 'array', items: inner },
      either: { anyOf: [{ type: 'null' }, inner] },
      record: { type: 'object', additionalProperties: {} },
    },
    additionalProperties: false,
  } as const;
  const found = (body: unknown) => unknownFields(schema, body);
  expect(found({ list: [{ name: 1 }, { name: 2, nom: 3 }], either: { x: 1 }, y: 1 })).toEqual([
    'list.1.nom',
    'either.x',
    'y',
  ]);
  expect(found(JSON.parse('{"__proto__": 1, "constructor": 2}'))).toEqual(['__proto__', 'constructor']);
  for (const fine of [{ record: { any: 1 } }, { either: null }, {}, [], null, 'text', 3])
    expect(found(fine)).toEqual([]);
  expect(found(Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`f${at}`, 1])))).toHaveLength(20);
});

test('[I4] a method that an address has not is 405, with those that it has; OPTIONS says them too', async () => {
  for (const [path, methods] of [...Object.entries(page.paths), ['/openapi.json', { get: {} }] as const]) {
    const has = Object.keys(methods).flatMap((one) => (one === 'get' ? ['GET', 'HEAD'] : one.toUpperCase()));
    const allow = [...has, 'OPTIONS'].join(', ');
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter(
      (one) => !has.includes(one),
    )) {
      const { status, headers, problem } = await send(method, path);
      expect(headers.get('allow'), `${method} ${path}`).toBe(allow);
      expect([status, problem.code], `${method} ${path}`).toEqual(
        method === 'OPTIONS' ? [204, undefined] : [405, 'api.method'],
      );
    }
  }
  expect((await send('PUT', '/nothing')).status).toBe(404);
});

test('[I4] a body of another type than an operation takes is 415, with or without a type', async () => {
  const taking = operations.filter(({ said }) => said.requestBody);
  expect(taking.length).toBeGreaterThan(12);
  for (const { method, path } of taking)
    for (const type of ['application/xml', 'text/plain', 'application/x-www-form-urlencoded']) {
      const { status, problem } = await send(method, path, {
        headers: { 'content-type': type },
        body: 'a=1',
      });
      expect([415, problem.status], `${method} ${path} ${type}`).toEqual([status, 415]);
      expect(['api.notJson', 'api.mediaType']).toContain(problem.code);
    }
});

test('[I4] who reads nothing that an operation answers with is told so, before it does anything', async () => {
  const giving = operations.filter(({ said }) => {
    const [, done] = Object.entries(said.responses).find(([status]) => status.startsWith('2')) ?? [];
    const types = Object.keys(done?.content ?? {});
    return types.length > 0 && !types.includes('application/octet-stream');
  });
  expect(giving.length).toBeGreaterThan(30);
  for (const { method, path, said } of giving) {
    const headers = { accept: 'image/png', ...(said.requestBody && { 'content-type': JSON_TYPE }) };
    const { status, problem } = await send(method, path, {
      headers,
      ...(said.requestBody && { body: '{}' }),
    });
    expect([status, problem.code], `${method} ${path}`).toEqual([406, 'api.notAcceptable']);
  }
  for (const accept of ['application/json', '*/*', 'text/html, */*;q=0.1', 'application/*'])
    expect((await send('GET', '/groups', { headers: { accept } })).status, accept).toBe(200);
});

test('[I4] nobody signed in hears first that they should sign in', async () => {
  const response = await fetch(addressOf('/groups'), { headers: { accept: 'image/png' } });
  expect(response.status).toBe(401);
});
