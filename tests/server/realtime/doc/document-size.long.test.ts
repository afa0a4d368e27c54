import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { CLOSE, LIMITS } from '#shared/realtime/realtime.ts';
import { until } from '#tests/support/patience.ts';
import { HandSocket, isStep2 } from '#tests/support/realtime/live-clients.ts';
import { startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test('[R8] a document at its limit grows no more, is still read, and can be shortened', async () => {
  const { room } = await server.document();
  const anna = await server.person({ role: 'contributor' });
  const doc = new Y.Doc();
  const text = doc.getText('default');
  const part = LIMITS.frame - 1024;
  const next = (change: () => void) => {
    const before = Y.encodeStateVector(doc);
    change();
    return Y.encodeStateAsUpdate(doc, before);
  };
  const open = () => HandSocket.open(server, room, anna, '?ack=1');
  const socket = await open();
  let sent = 0;
  while ((sent + 1) * part < LIMITS.document) {
    socket.sendUpdate(next(() => text.insert(text.length, 'a'.repeat(part))));
    sent++;
    await until('it is stored', () => socket.acked === sent || socket.closed !== null);
  }
  expect(socket.closed).toBeNull();
  const grown = new Y.Doc();
  Y.applyUpdate(grown, Y.encodeStateAsUpdate(doc));
  const before = Y.encodeStateVector(grown);
  grown.getText('default').insert(0, 'b'.repeat(part));
  socket.sendUpdate(Y.encodeStateAsUpdate(grown, before));
  expect(await socket.whenClosed()).toEqual({ code: CLOSE.tooLarge, reason: 'document' });

  const shorter = await open();
  await shorter.settled();
  const content = await shorter.frame('the content', isStep2);
  expect(content.body.length).toBeGreaterThan(sent * part);
  shorter.sendUpdate(next(() => text.delete(0, part * 2)));
  await until('the deletion is stored', () => shorter.acked === 1);
  expect(shorter.closed).toBeNull();
});
