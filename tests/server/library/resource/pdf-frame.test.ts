import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, test } from 'vitest';
import { everyAnswer } from '#server/kernel/http/security-headers.ts';
import { pdfFrame } from '#server/library/resource/pdf-frame.ts';

test('[RS14] only the preview of a version may stand in a frame, of ours, and runs nothing', async () => {
  const http = express();
  http.use(everyAnswer({ isHttps: false, hasSubdomains: true }), pdfFrame);
  http.use((_request, response) => void response.end('x'));
  const server = createServer(http).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const headersOf = async (path: string) => {
    const { headers } = await fetch(`http://127.0.0.1:${port}${path}`);
    return [headers.get('x-frame-options'), headers.get('content-security-policy') ?? ''] as const;
  };
  const [frame, policy] = await headersOf('/ressources/abc/versions/2?affichage=apercu');
  expect(frame).toBe('SAMEORIGIN');
  // One policy, not a second one beside that of pages, which forbids every frame.
  expect(policy).toBe(
    "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'",
  );
  for (const path of [
    '/ressources/abc/versions/2',
    '/ressources/abc?affichage=apercu',
    '/?affichage=apercu',
  ]) {
    const [other, itsPolicy] = await headersOf(path);
    expect([other, itsPolicy.includes("frame-ancestors 'none'")]).toEqual(['DENY', true]);
  }
  server.close();
});
