import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientFiles } from '#server/kernel/http/assets.ts';

const SCRIPT = 'console.log("une ligne de code");'.repeat(50);
let folder: string;
let server: Server;
let base: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordee-client-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'assets', 'page-1a2b.js'), SCRIPT);
  await writeFile(join(folder, 'assets', 'page-1a2b.js.br'), brotliCompressSync(SCRIPT));
  await writeFile(join(folder, 'assets', 'gone-3c4d.js'), SCRIPT);
  await writeFile(join(folder, 'favicon.svg'), '<svg/>');
  const http = express();
  http.use(clientFiles(folder));
  http.use((_request, response) => void response.status(404).send('absent'));
  server = createServer(http).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

describe('[S6] the built client', () => {
  test('the copy compressed ahead is sent to whoever takes it, as the type of the original', async () => {
    const answer = await fetch(`${base}/assets/page-1a2b.js`, { headers: { 'accept-encoding': 'gzip, br' } });
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(answer.headers.get('content-type')).toMatch(/javascript/);
    expect(Number(answer.headers.get('content-length'))).toBeLessThan(SCRIPT.length / 5);
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect(answer.headers.get('etag')).toBeNull();
    expect(await answer.text()).toBe(SCRIPT);
  });

  test('others get the file itself', async () => {
    const answer = await fetch(`${base}/assets/page-1a2b.js`, { headers: { 'accept-encoding': 'identity' } });
    expect(answer.headers.get('content-encoding')).toBeNull();
    expect(await answer.text()).toBe(SCRIPT);
  });

  test('a file without hash in its name is not immutable', async () => {
    const answer = await fetch(`${base}/favicon.svg`);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=3600');
    expect(answer.headers.get('etag')).not.toBeNull();
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
  });

  test('a file that a later build took away is absent, and the server lives', async () => {
    await rm(join(folder, 'assets', 'gone-3c4d.js'));
    expect((await fetch(`${base}/assets/gone-3c4d.js`)).status).toBe(404);
    expect((await fetch(`${base}/favicon.svg`)).status).toBe(200);
  });

  test('nothing outside the folder is served', async () => {
    for (const path of ['/../package.json', '/%2e%2e/package.json', '/assets/..%2f..%2fpackage.json']) {
      expect((await fetch(base + path)).status).toBe(404);
    }
  });
});
