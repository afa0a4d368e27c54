import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documents } from '#db/documents/schema.ts';
import { MESSAGE } from '#shared/realtime/realtime.ts';
import { ANYBODY } from '#tests/support/anybody.ts';
import { until } from '#tests/support/patience.ts';
import { HandSocket, typed } from '#tests/support/realtime/live-clients.ts';
import { startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test('[MR1] a text that is approved while somebody writes refuses what they send from then on, and says why', async () => {
  const { room } = await server.document();
  const person = await server.person({ role: 'facilitator' });
  const socket = await HandSocket.open(server, room, person, '?ack=1');
  socket.sendUpdate(typed('Avant l’approbation', 501));
  await until('it is stored', () => socket.acked === 1);
  const id = room.replace('document:', '');
  await server.site.db.update(documents).set({ frozenAt: new Date() }).where(eq(documents.id, id));
  server.rooms.recheck({ room });
  await socket.frame(
    'the reason',
    ({ type, value }) => type === MESSAGE.access && JSON.stringify(value).includes('frozen'),
  );
  const before = await server.rooms.read(room, 'blocks', ANYBODY);
  socket.sendUpdate(typed('Trop tard', 502));
  await socket.frame('the refusal', ({ value }) => JSON.stringify(value)?.includes('refused') ?? false);
  expect(await server.rooms.read(room, 'blocks', ANYBODY)).toEqual(before);
});
