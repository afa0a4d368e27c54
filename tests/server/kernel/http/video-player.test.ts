import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { videoPlayer } from '#server/kernel/http/video-player.ts';
import { paths } from '#shared/paths.ts';

let server: Server;
let base = '';

beforeAll(async () => {
  const http = express();
  http.get(paths.videoPlayer(), videoPlayer);
  server = createServer(http).listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const FRAMED = { 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'same-origin' };
const ask = (address: string, headers: Record<string, string> = FRAMED) =>
  fetch(base + paths.videoPlayer(address), { headers });

const PEERTUBE = 'https://video.exemple.fr/w/abcdefghijklmnopqrstuv';

describe('[D17] the frame around a video', () => {
  test.each([
    ['https://youtu.be/abcdefghijk', 'https://www.youtube-nocookie.com'],
    ['https://vimeo.com/123456789', 'https://player.vimeo.com'],
    [PEERTUBE, 'https://video.exemple.fr'],
  ])('lets in the host of %s and no other', async (address, host) => {
    const answer = await ask(address);
    expect(answer.status).toBe(200);
    const policy = answer.headers.get('content-security-policy')?.split('; ');
    expect(policy).toEqual(
      expect.arrayContaining(["default-src 'none'", `frame-src ${host}`, "frame-ancestors 'self'"]),
    );
    const page = await answer.text();
    expect(page).toContain(`<iframe src="${host}/`);
    expect(page).toContain('sandbox="allow-scripts allow-same-origin');
    expect(page).not.toContain('allow-top-navigation');
    expect(page).not.toContain('<script');
  });

  test('is no page: opened by itself, or by another site, it does not exist', async () => {
    for (const headers of [
      {},
      { 'sec-fetch-dest': 'document', 'sec-fetch-site': 'none' },
      { 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'cross-site' },
    ])
      expect((await ask(PEERTUBE, headers as Record<string, string>)).status).toBe(404);
  });

  test.each([
    '',
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'http://video.exemple.fr/w/abcdefghijklmnopqrstuv',
    'https://127.0.0.1/w/abcdefghijklmnopqrstuv',
    'https://video.exemple.fr/w/"><script>alert(1)</script>',
    "https://video.exemple.fr;script-src 'unsafe-inline'/w/abcdefghijklmnopqrstuv",
  ])('shows nothing for %s', async (address) => {
    const answer = await ask(address);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-security-policy')).toContain("frame-src 'none'");
  });
});
