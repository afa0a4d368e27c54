import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { listen } from '#server/kernel/listen.ts';

test('[S18] a connection between two requests is kept for longer than the 60 seconds of a proxy', async () => {
  const server = createServer((_request, response) => response.end());
  const port = await listen(server, 0, '127.0.0.1');
  onTestFinished(() => void server.close());
  const { headers } = await fetch(`http://127.0.0.1:${port}`);
  expect(headers.get('keep-alive')).toBe('timeout=75');
});
