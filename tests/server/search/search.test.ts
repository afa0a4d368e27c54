import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { appendBlocks } from '#shared/documents/text/document-blocks.ts';
import { until } from '#tests/support/patience.ts';
import { HandSocket } from '#tests/support/realtime/live-clients.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let writer: SignedIn;
let outsider: SignedIn;

beforeAll(async () => {
  server = await startTestServer();
  writer = await server.person({ role: 'contributor' });
  outsider = await server.person();
});
afterAll(() => server.close());

async function found(who: SignedIn): Promise<string[]> {
  const response = await fetch(
    `http://127.0.0.1:${server.port}/api/v1/search?q=${encodeURIComponent('végétaliser')}`,
    { headers: { authorization: `Bearer ${who.token}` } },
  );
  const { items }: { items: { id: string }[] } = await response.json();
  return items.map(({ id }) => id);
}

test('[SE8] what is typed in an open document is found soon after, by those who may read it', async () => {
  const { id, room } = await server.document();
  const doc = new Y.Doc();
  appendBlocks(doc, {
    blocks: [{ type: 'paragraph', content: [{ type: 'text', text: 'La végétalisation des cours d’école' }] }],
  });
  expect(await found(writer)).toEqual([]);
  const socket = await HandSocket.open(server, room, writer);
  socket.sendUpdate(Y.encodeStateAsUpdate(doc));
  await until('the text is found', async () => (await found(writer)).includes(id));
  expect(await found(outsider)).toEqual([]);
});
