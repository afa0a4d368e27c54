import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, test } from 'vitest';
import { readEnv } from '#server/kernel/env.ts';
import { SECURITY_TXT, securityTxt } from '#server/publication/public-site/security-txt.ts';

async function served(variables: Record<string, string>, now: Date): Promise<{ type: string; text: string }> {
  const http = express();
  const origin = 'https://cordee.example';
  http.get(SECURITY_TXT, securityTxt({ env: readEnv(variables), origin, now: () => now }));
  const server = createServer(http).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/.well-known/security.txt`);
  const said = { type: answer.headers.get('content-type') ?? '', text: await answer.text() };
  server.close();
  return said;
}

test('[SC9] security.txt says whom to tell, and is never out of date', async () => {
  const now = new Date('2023-11-27T22:00:00Z');
  const { type, text } = await served({ SECURITY_CONTACT: 'mailto:securite@ville.example' }, now);
  expect(type).toBe('text/plain; charset=utf-8');
  expect(text).toBe(
    [
      'Contact: mailto:securite@ville.example',
      'Expires: 2024-05-25T00:00:00.000Z',
      'Preferred-Languages: fr, en',
      'Canonical: https://cordee.example/.well-known/security.txt',
      '',
    ].join('\n'),
  );
  const later = new Date('2033-01-01T00:00:00Z');
  const again = await served({}, later);
  expect(again.text).toContain('Contact: https://cordee.example/mentions-legales\n');
  const expires = new Date(/^Expires: (.+)$/m.exec(again.text)?.[1] ?? '');
  expect(expires.getTime()).toBeGreaterThan(later.getTime());
  // RFC 9116 asks for less than a year.
  expect(expires.getTime() - later.getTime()).toBeLessThan(365 * 86_400_000);
});
