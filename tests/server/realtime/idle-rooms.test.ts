import { expect, onTestFinished, test, vi } from 'vitest';
import { until } from '#tests/support/patience.ts';
import { HandSocket, typed } from '#tests/support/realtime/live-clients.ts';
import { startTestServer } from '#tests/support/server.ts';

test('[R5] a room that everybody has left is forgotten after a while, one that somebody is in is not; whoever comes back finds its text', async () => {
  const server = await startTestServer();
  onTestFinished(server.close);
  const [left, kept] = [await server.document(), await server.document()];
  const anna = await server.person({ role: 'contributor' });
  const [first, second] = await Promise.all(
    [left, kept].map(({ room }) => HandSocket.open(server, room, anna, '?ack=1')),
  );
  await Promise.all([first?.settled(), second?.settled()]);
  first?.sendUpdate(typed('Un banc. ', 700));
  await until('it is stored', () => first?.acked === 1);
  expect(server.rooms.stats().rooms).toBe(2);
  first?.ws.close();
  await until('one has left', () => server.rooms.stats().sockets === 1);
  // Not the clock of the machine: half a minute later.
  const then = performance.now();
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => then + 30_000);
  onTestFinished(() => clock.mockRestore());
  await until('the room that was left is forgotten', () => server.rooms.stats().rooms === 1);
  const back = await HandSocket.open(server, left.room, anna);
  await back.settled();
  expect(server.rooms.stats().rooms).toBe(2);
});
