import { expect, onTestFinished, test } from 'vitest';
import { CLOSE } from '#shared/realtime/realtime.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { until } from '#tests/support/patience.ts';
import { HandSocket, typed } from '#tests/support/realtime/live-clients.ts';
import { APPENDS, unsteady } from '#tests/support/realtime/unsteady-database.ts';
import { startTestServer } from '#tests/support/server.ts';

test('[R1] a stop stores everything received, acknowledges it, and only then says goodbye with 1012', async () => {
  const fresh = await openFreshDatabase();
  onTestFinished(fresh.close);
  const database = unsteady(fresh);
  const server = await startTestServer({ database });
  const { room } = await server.document();
  const anna = await server.person({ role: 'contributor' });
  const sockets = await Promise.all(
    Array.from({ length: 5 }, async (_, index) => {
      const socket = await HandSocket.open(server, room, anna, '?ack=1');
      await socket.settled();
      return { socket, clientId: 700 + index };
    }),
  );
  database.hold(APPENDS);
  for (const { socket, clientId } of sockets) socket.sendUpdate(typed(`Ligne ${clientId}. `, clientId));
  await until('an append is on its way', () => database.stopped > 0);
  await Promise.all(sockets.map(({ socket }) => socket.settled()));
  const stopped = server.close();
  database.release();
  for (const { socket } of sockets) {
    expect((await socket.whenClosed()).code).toBe(CLOSE.restart);
    expect(socket.acked).toBe(1);
  }
  await stopped;
  const { rows } = await database.run('select client_id from doc_client where room = $1 order by client_id', [
    room,
  ]);
  expect(rows.map(({ client_id }) => Number(client_id))).toEqual([700, 701, 702, 703, 704]);
});
