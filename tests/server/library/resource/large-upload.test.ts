import { randomBytes } from 'node:crypto';
import { mkdir, open, stat, truncate, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readEnv } from '#server/kernel/env.ts';
import { fileHeaders } from '#shared/kernel/sent-file.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

const MEGABYTE = 1024 * 1024;
/** The largest file of an installation that was told nothing else: more than 32 bits of an integer hold. */
const WHOLE = readEnv({}).RESOURCE_MAX_MB * MEGABYTE;
const CUT = Math.floor(WHOLE * 0.9);

let server: TestServer;
let writer: SignedIn;
beforeAll(async () => {
  server = await startTestServer({ resourceMaxBytes: WHOLE });
  writer = await server.person({ role: 'contributor' });
});
afterAll(() => server.close());

const auth = () => ({ authorization: `Bearer ${writer.token}` });
const openUpload = (length: number) =>
  fetch(`${server.origin}/envois?groupe=${server.groupId}`, {
    method: 'POST',
    headers: { ...auth(), ...fileHeaders('orthophoto.tif'), 'Upload-Length': String(length) },
  });
const piece = (id: string, offset: number, body: Uint8Array) =>
  fetch(`${server.origin}/envois/${id}`, {
    method: 'PATCH',
    headers: { ...auth(), 'Upload-Offset': String(offset) },
    body: body as BodyInit,
  });
async function offsetOf(id: string): Promise<number> {
  const answer = await fetch(`${server.origin}/envois/${id}`, { method: 'HEAD', headers: auth() });
  return Number(answer.headers.get('upload-offset'));
}
const resource = (upload: string) =>
  fetch(`${server.origin}/api/v1/groups/${server.groupId}/resources`, {
    method: 'POST',
    headers: { ...auth(), 'content-type': 'application/json' },
    body: JSON.stringify({ title: 'Orthophoto', kind: 'tool', producer: 'Valmont', upload }),
  });

test.runIf(process.env.TEST_LONG)(
  '[RS8] two gigabytes that are cut at 90 % go on from there, to the last byte and no further',
  async () => {
    expect(WHOLE).toBe(2 ** 31);
    expect((await openUpload(WHOLE + 1)).status).toBe(413);
    const opened = await openUpload(WHOLE);
    expect(opened.status).toBe(201);
    const { id } = (await opened.json()) as { id: string };
    // What came before: a file with holes, so that two gigabytes need no place on the disk of the test.
    const path = join(server.folder, server.groupId, id);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, '');
    await truncate(path, CUT);

    // The line is cut in the middle of a piece: what has come of it stays.
    const first = randomBytes(3 * MEGABYTE);
    await new Promise<void>((resolve) => {
      const sending = httpRequest(`${server.origin}/envois/${id}`, {
        method: 'PATCH',
        headers: { ...auth(), 'Upload-Offset': String(CUT), 'Content-Length': String(8 * MEGABYTE) },
      });
      sending.on('error', () => resolve());
      sending.write(first);
      const look = async (): Promise<void> => {
        if ((await offsetOf(id)) < CUT + first.length) return look();
        sending.destroy();
      };
      void look();
    });
    const there = CUT + first.length;
    await expect.poll(async () => (await piece(id, CUT, first)).status).toBe(409);
    expect(await offsetOf(id)).toBe(there);

    // From there to the last piece, which holds what is left and not a byte more.
    const last = randomBytes(MEGABYTE);
    await truncate(path, WHOLE - last.length);
    expect((await resource(id)).status).toBe(422);
    expect((await piece(id, there, last)).status).toBe(409);
    await truncate(path, WHOLE - 10);
    const more = await piece(id, WHOLE - 10, randomBytes(11));
    expect([more.status, await more.json()]).toEqual([413, { error: 'upload.tooLarge' }]);
    await truncate(path, WHOLE - last.length);
    const sent = await piece(id, WHOLE - last.length, last);
    expect([sent.status, Number(sent.headers.get('upload-offset'))]).toEqual([204, WHOLE]);

    expect((await resource(id)).status).toBe(201);
    const answer = await fetch(`${server.origin}/api/v1/groups/${server.groupId}/resources`, {
      headers: auth(),
    });
    const { items } = (await answer.json()) as { items: { file: { bytes: number } }[] };
    expect(items[0]?.file.bytes).toBe(WHOLE);
    expect((await stat(path)).size).toBe(WHOLE);
    const file = await open(path);
    const [kept, end] = [Buffer.alloc(first.length), Buffer.alloc(last.length)];
    await file.read(kept, 0, kept.length, CUT);
    await file.read(end, 0, end.length, WHOLE - end.length);
    await file.close();
    expect([kept.equals(first), end.equals(last)]).toEqual([true, true]);
  },
);
