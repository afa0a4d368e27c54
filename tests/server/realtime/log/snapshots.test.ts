import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { until } from '#tests/support/patience.ts';
import { HandSocket, isStep2, openStock } from '#tests/support/realtime/live-clients.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let anna: SignedIn;
beforeAll(async () => {
  server = await startTestServer();
  anna = await server.person({ role: 'contributor' });
});
afterAll(() => server.close());

async function storedIn(room: string) {
  const { rows } = await server.database.run(
    `select (select count(*) from doc_update where room = $1) as rows, s.seq, s.data
     from (select 1) as one left join doc_snapshot s on s.room = $1`,
    [room],
  );
  const { rows: count, seq, data } = rows[0] ?? {};
  return { rows: Number(count), seq: Number(seq ?? 0), data: data instanceof Uint8Array ? data : null };
}

/** Writes a page that is mostly deleted again, in more rows than a snapshot waits for. */
async function writeMuch(room: string): Promise<{ doc: Y.Doc; leave: () => void }> {
  const { doc, text, synced, provider } = openStock(server, room, anna);
  await synced;
  const before = await storedIn(room);
  for (let line = 0; line < 80; line++) {
    const { rows } = await storedIn(room);
    text.insert(text.length, `Ligne ${line} du relevé. `);
    if (line % 3 > 0) text.delete(0, 18);
    await until('a row more', async () => (await storedIn(room)).rows > rows);
  }
  expect((await storedIn(room)).rows).toBeGreaterThan(before.rows + 64);
  return { doc, leave: () => provider.destroy() };
}

test('[R5] a long log gets a snapshot that says the same, and the log is kept whole', async () => {
  const { room } = await server.document();
  const { doc } = await writeMuch(room);
  await until('a snapshot', async () => (await storedIn(room)).seq > 64);
  const { rows, seq, data } = await storedIn(room);
  const log = await server.database.run(
    'select data from doc_update where room = $1 and seq <= $2 order by seq',
    [room, seq],
  );
  const whole = new Y.Doc();
  for (const row of log.rows) if (row.data instanceof Uint8Array) Y.applyUpdate(whole, row.data);
  const fromSnapshot = new Y.Doc();
  Y.applyUpdate(fromSnapshot, data ?? new Uint8Array());
  expect(fromSnapshot.getText('default').toString()).toBe(whole.getText('default').toString());
  expect(Y.encodeStateVector(fromSnapshot)).toEqual(Y.encodeStateVector(whole));
  expect(rows).toBeGreaterThan(seq - 1);
  await server.restart();
  const socket = await HandSocket.open(server, room, anna);
  await socket.settled();
  const opened = new Y.Doc();
  Y.applyUpdate(opened, (await socket.frame('the content', isStep2)).body);
  expect(opened.getText('default').toString()).toBe(doc.getText('default').toString());
});

test('[R5] a long log without a snapshot is opened through one', async () => {
  const { room } = await server.document();
  const { doc } = await writeMuch(room);
  await server.restart();
  await server.database.run('delete from doc_snapshot where room = $1', [room]);
  const reader = openStock(server, room, anna);
  await reader.synced;
  expect(reader.text.toString()).toBe(doc.getText('default').toString());
  expect((await storedIn(room)).seq).toBeGreaterThan(64);
});

test('[R5] a heavy log of few rows is opened at once, and gets its snapshot without another key', async () => {
  const { room } = await server.document();
  const { text, synced, provider } = openStock(server, room, anna);
  await synced;
  for (let page = 1; page <= 3; page++) {
    text.insert(text.length, 'Un relevé de température. '.repeat(2_000));
    text.delete(0, 40_000);
    await until('it is stored', async () => (await storedIn(room)).rows >= page);
  }
  provider.destroy();
  await server.restart();
  await server.database.run('delete from doc_snapshot where room = $1', [room]);
  const reader = openStock(server, room, anna);
  await reader.synced;
  expect(reader.text.toString()).toBe(text.toString());
  const { rows } = await storedIn(room);
  await until('a snapshot', async () => (await storedIn(room)).seq > 0);
  const { data } = await storedIn(room);
  expect(data?.length).toBeLessThan(100_000);
  expect((await storedIn(room)).rows).toBe(rows);
});

test('[R5] a snapshot that cannot be made does not keep the document from being opened and written', async () => {
  const { room } = await server.document();
  const { doc, leave } = await writeMuch(room);
  // A stock client that came back would apply what follows, and say so on the console.
  leave();
  await server.restart();
  // An item whose parent is text: Yjs throws when a document applies it. The door refuses such a thing today.
  const poison = Uint8Array.of(1, 1, 9, 0, 132, 9, 5, 1, 120, 0);
  await server.database.run(
    `with head as (update doc_room set seq = seq + 1 where room = $1 returning seq)
     insert into doc_update (room, seq, data, at) select $1, seq, $2, now() from head`,
    [room, Buffer.from(poison)],
  );
  await server.database.run('delete from doc_snapshot where room = $1', [room]);
  const socket = await HandSocket.open(server, room, anna, '?ack=1');
  await socket.settled();
  const { body } = await socket.frame('the content', isStep2);
  expect(body.length).toBeGreaterThan(doc.getText('default').length);
});
