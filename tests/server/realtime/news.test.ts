import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MESSAGE } from '#shared/realtime/realtime.ts';
import { startTestCluster, type TestCluster, testRedis } from '#tests/support/realtime/cluster.ts';
import { HandSocket, type ServerFrame } from '#tests/support/realtime/live-clients.ts';
import { startTestServer, type TestServer } from '#tests/support/server.ts';

const isNews = ({ type }: ServerFrame) => type === MESSAGE.news;

describe('news of a room', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  test('[CM8] reaches whoever understands it, in that room only', async () => {
    const [{ room }, elsewhere] = [await server.document(), await server.document()];
    const reader = await server.person({ role: 'observer' });
    const page = await HandSocket.open(server, room, reader, '?ack=1');
    const stock = await HandSocket.open(server, room, reader);
    const other = await HandSocket.open(server, elsewhere.room, reader, '?ack=1');
    await Promise.all([page, stock, other].map((socket) => socket.settled()));
    server.rooms.tellNews(room, 'comments');
    server.rooms.tellNews(`document:${server.site.newId()}`, 'comments');
    expect((await page.frame('the news', isNews)).value).toBe('comments');
    await Promise.all([stock, other].map((socket) => socket.settled()));
    expect([...stock.frames, ...other.frames].filter(isNews)).toEqual([]);
  });
});

describe.skipIf(!testRedis)('news over Redis', () => {
  let cluster: TestCluster;
  beforeAll(async () => {
    cluster = await startTestCluster(testRedis);
  });
  afterAll(() => cluster.close());

  test('[CM8] reaches the pages of another instance', async () => {
    const [first, second] = cluster.instances;
    const { room } = await first.document();
    const page = await HandSocket.open(second, room, await first.person({ role: 'observer' }), '?ack=1');
    await page.settled();
    first.rooms.tellNews(room, 'comments');
    expect((await page.frame('the news', isNews)).value).toBe('comments');
  });
});
