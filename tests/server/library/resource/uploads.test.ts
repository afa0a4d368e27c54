import { createHash, randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileHeaders } from '#shared/kernel/sent-file.ts';
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

const auth = ({ token }: SignedIn) => ({ authorization: `Bearer ${token}` });
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function open(who: SignedIn, name: string, length: number | string, more: Record<string, string> = {}) {
  return fetch(`${server.origin}/envois?groupe=${server.groupId}`, {
    method: 'POST',
    headers: { ...auth(who), ...fileHeaders(name), 'Upload-Length': String(length), ...more },
  });
}
async function opened(who: SignedIn, name: string, length: number, more?: Record<string, string>) {
  const answer = await open(who, name, length, more);
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}
function piece(who: SignedIn, id: string, offset: number | string, body: Uint8Array) {
  return fetch(`${server.origin}/envois/${id}`, {
    method: 'PATCH',
    headers: { ...auth(who), 'Upload-Offset': String(offset) },
    body: body as BodyInit,
  });
}
const head = (who: SignedIn, id: string) =>
  fetch(`${server.origin}/envois/${id}`, { method: 'HEAD', headers: auth(who) });
const offsetOf = (answer: Response) => answer.headers.get('upload-offset');

function share(who: SignedIn, upload: string, more: object = {}) {
  return fetch(`${server.origin}/api/v1/groups/${server.groupId}/resources`, {
    method: 'POST',
    headers: { ...auth(who), 'content-type': 'application/json' },
    body: JSON.stringify({ title: 'Un fichier', kind: 'tool', producer: 'Cerema', upload, ...more }),
  });
}

test('[RS8] a file comes in pieces, each where the last one ended, and becomes a resource', async () => {
  const bytes = randomBytes(300_000);
  const id = await opened(writer, 'données d’été.bin', bytes.length);
  expect((await piece(writer, id, 0, bytes.subarray(0, 100_000))).status).toBe(204);
  const again = await piece(writer, id, 0, bytes.subarray(0, 100_000));
  expect([again.status, await again.json()]).toEqual([409, { error: 'upload.elsewhere' }]);
  const early = await share(writer, id);
  expect([early.status, (await early.json()).code]).toEqual([422, 'upload.unfinished']);
  expect(offsetOf(await head(writer, id))).toBe('100000');
  expect((await piece(writer, id, 100_000, bytes.subarray(100_000))).status).toBe(204);
  const shared = await share(writer, id);
  expect(shared.status).toBe(201);
  const list = await fetch(`${server.origin}/api/v1/groups/${server.groupId}/resources`, {
    headers: auth(observer),
  });
  const { items } = await list.json();
  expect(items[0]).toMatchObject({
    title: 'Un fichier',
    file: { version: 1, name: 'données d’été.bin', bytes: 300_000, sha256: sha256(bytes) },
  });
  // It is taken once.
  expect((await share(writer, id)).status).toBe(404);
});

test('[RS8] what came before a cut stays, and the rest follows from there', async () => {
  const bytes = randomBytes(1_000_000);
  const id = await opened(writer, 'coupé.bin', bytes.length);
  await new Promise<void>((resolve) => {
    const request = httpRequest(`${server.origin}/envois/${id}`, {
      method: 'PATCH',
      headers: { ...auth(writer), 'Upload-Offset': '0', 'Content-Length': String(bytes.length) },
    });
    request.on('error', () => resolve());
    request.write(bytes.subarray(0, 900_000));
    // The line is cut once the server has it all.
    const look = async () => {
      if (offsetOf(await head(writer, id)) === '900000') request.destroy();
      else await look();
    };
    void look();
  });
  // The server may still be ending the piece that was cut.
  let sent = await piece(writer, id, 900_000, bytes.subarray(900_000));
  while (sent.status === 409) sent = await piece(writer, id, 900_000, bytes.subarray(900_000));
  expect([sent.status, offsetOf(sent)]).toEqual([204, '1000000']);
  const shared = await share(writer, id, { title: 'Repris' });
  expect(shared.status).toBe(201);
  const list = await fetch(`${server.origin}/api/v1/groups/${server.groupId}/resources`, {
    headers: auth(writer),
  });
  const { items } = (await list.json()) as { items: { title: string; file: { sha256: string } }[] };
  expect(items.find(({ title }) => title === 'Repris')?.file.sha256).toBe(sha256(bytes));
});

test('[RS8] only its sender knows an upload, and only who may share opens one', async () => {
  const id = await opened(writer, 'a.bin', 10);
  const colleague = await server.person({ role: 'contributor' });
  expect((await head(colleague, id)).status).toBe(404);
  expect((await piece(colleague, id, 0, randomBytes(10))).status).toBe(404);
  expect((await share(colleague, id)).status).toBe(404);
  expect((await open(observer, 'a.bin', 10)).status).toBe(403);
  expect((await open(outsider, 'a.bin', 10)).status).toBe(404);
  const nobody = await fetch(`${server.origin}/envois/${id}`, { method: 'HEAD' });
  expect(nobody.status).toBe(401);
  await fetch(`${server.origin}/envois/${id}`, { method: 'DELETE', headers: auth(writer) });
  expect((await head(writer, id)).status).toBe(404);
});

test('[RS8] no more comes than was announced, and not more than may', async () => {
  const id = await opened(writer, 'a.bin', 10);
  const more = await piece(writer, id, 0, randomBytes(1_000));
  expect([more.status, await more.json()]).toEqual([413, { error: 'upload.tooLarge' }]);
  const large = await open(writer, 'a.bin', 31 * 1024 * 1024);
  expect([large.status, await large.json()]).toEqual([413, { error: 'upload.tooLarge' }]);
  for (const length of ['0', '-1', '1e3', '']) expect((await open(writer, 'a.bin', length)).ok).toBe(false);
});

test('[RS9] a file that is not what was announced is not taken', async () => {
  const bytes = randomBytes(50);
  const id = await opened(writer, 'a.bin', 50, { 'Upload-Sha256': sha256(randomBytes(50)) });
  await piece(writer, id, 0, bytes);
  const refused = await share(writer, id);
  expect([refused.status, (await refused.json()).code]).toEqual([422, 'upload.altered']);
  expect((await head(writer, id)).status).toBe(404);
  const right = await opened(writer, 'a.bin', 50, { 'Upload-Sha256': sha256(bytes).toUpperCase() });
  await piece(writer, right, 0, bytes);
  expect((await share(writer, right)).status).toBe(201);
});

test('[RS2] [RS5] over REST a link is shared by who may, and is a link or a file', async () => {
  const link = { upload: undefined, address: 'https://exemple.fr/guide', kind: 'link', title: 'Guide' };
  expect((await share(writer, '', link)).status).toBe(201);
  expect((await share(observer, '', link)).status).toBe(403);
  expect((await share(outsider, '', link)).status).toBe(404);
  const wrong = await share(writer, '', { ...link, address: 'ftp://exemple.fr' });
  expect((await wrong.json()).code).toBe('resource.addressInvalid');
  const none = await share(writer, '', { ...link, address: undefined });
  expect((await none.json()).code).toBe('resource.nothing');
});
