import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '#tests/support/patience.ts';
import { openStock } from '#tests/support/realtime/live-clients.ts';
import { startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test('[R1] [R16] two stock providers with a session cookie write in one document and both see all', async () => {
  const { room } = await server.document();
  const [anna, boris] = [
    await server.person({ role: 'contributor' }),
    await server.person({ role: 'facilitator' }),
  ];
  const one = openStock(server, room, anna);
  const other = openStock(server, room, boris);
  await Promise.all([one.synced, other.synced]);
  one.text.insert(0, 'Les tilleuls ');
  await until('the first text arrives', () => other.text.toString() === 'Les tilleuls ');
  other.text.insert(other.text.length, 'du boulevard');
  await until('the answer arrives', () => one.text.toString() === 'Les tilleuls du boulevard');
  const late = openStock(server, room, anna);
  await late.synced;
  expect(late.text.toString()).toBe('Les tilleuls du boulevard');
});

test('[R1] what was written is there after the server has stopped and started again', async () => {
  const { room } = await server.document();
  const anna = await server.person({ role: 'contributor' });
  const before = openStock(server, room, anna);
  await before.synced;
  before.text.insert(0, 'Relevé du 3 mars');
  await server.restart();
  const after = openStock(server, room, anna);
  await after.synced;
  expect(after.text.toString()).toBe('Relevé du 3 mars');
});
