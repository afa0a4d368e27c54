import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { LIMITS } from '#shared/realtime/realtime.ts';
import { until } from '#tests/support/patience.ts';
import { HandSocket, isUpdate, openStock } from '#tests/support/realtime/live-clients.ts';
import { startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test('[R8] for a reader that does not read little is kept, and it catches up with one difference', async () => {
  const { room } = await server.document();
  const person = await server.person({ role: 'contributor' });
  const writer = openStock(server, room, person);
  await writer.synced;
  const slow = await HandSocket.open(server, room, person, '?ack=1');
  await slow.settled();
  slow.ws.pause();
  const page = 'Une page de relevés. '.repeat(12_000);
  const control = await HandSocket.open(server, room, person);
  // More than the kernel's buffers and the limit together, each part told before the next.
  for (let part = 0; part < 100 && server.rooms.stats().bufferedBytes <= LIMITS.bufferedLagging; part++) {
    writer.text.insert(writer.text.length, page);
    await until('the part is told', () => control.frames.filter(isUpdate).length > part);
  }
  const held = server.rooms.stats().bufferedBytes;
  expect(held).toBeGreaterThan(LIMITS.bufferedLagging);
  for (let more = 0; more < 5; more++) {
    const told = control.frames.filter(isUpdate).length;
    writer.text.insert(writer.text.length, page);
    await until('more is told', () => control.frames.filter(isUpdate).length > told);
  }
  // A ping of two bytes may have gone meanwhile.
  expect(server.rooms.stats().bufferedBytes).toBeLessThan(held + 64);
  slow.ws.resume();
  const doc = new Y.Doc();
  let applied = 0;
  await until('the reader has everything', () => {
    for (; applied < slow.frames.length; applied++) {
      const frame = slow.frames[applied];
      if (frame && frame.type === 0 && frame.step !== 0) Y.applyUpdate(doc, frame.body);
    }
    return doc.getText('default').length === writer.text.length;
  });
  expect(slow.closed).toBeNull();
  const updates = slow.frames.filter(isUpdate).length;
  expect(updates).toBeLessThan(control.frames.filter(isUpdate).length);
});
