import { afterAll, beforeAll, expect, test } from 'vitest';
import { deleteForGood } from '#db/documents/trash/tombstones.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { raiseEpochs } from '#db/realtime/epochs.ts';
import { CLOSE, MESSAGE } from '#shared/realtime/realtime.ts';
import { until } from '#tests/support/patience.ts';
import { HandSocket, isStep2, openStock, textOf, typed } from '#tests/support/realtime/live-clients.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let anna: SignedIn;
beforeAll(async () => {
  server = await startTestServer();
  anna = await server.person({ role: 'contributor' });
});
afterAll(() => server.close());

async function epochTold(room: string, query = '?epoch=0'): Promise<number> {
  const socket = await HandSocket.open(server, room, anna, query);
  return Number((await socket.frame('its generation', ({ type }) => type === MESSAGE.epoch)).value);
}

/** What a restoration does: the server is stopped meanwhile. */
async function restore(): Promise<void> {
  await raiseEpochs(server.database.db, new Date());
  await server.restart();
}

test('[K4] who holds content of another generation is told which one this is and sent away; nothing of theirs is stored', async () => {
  const { room } = await server.document();
  const first = await epochTold(room);
  const socket = await HandSocket.open(server, room, anna, `?ack=1&epoch=${first}`);
  socket.sendUpdate(typed('Avant', 41));
  await until('it is stored', () => socket.acked === 1);

  await restore();
  const late = await HandSocket.open(server, room, anna, `?ack=1&epoch=${first}`);
  late.sendUpdate(typed('D’un autre temps', 42));
  expect(await late.whenClosed()).toEqual({ code: CLOSE.restored, reason: 'epoch' });
  const told = late.frames.find(({ type }) => type === MESSAGE.epoch)?.value;
  expect(told).toBeGreaterThan(first);
  expect(late.frames.some(isStep2)).toBe(false);
  const { rows } = await server.database.run('select count(*) as n from doc_update where room = $1', [room]);
  expect(Number(rows[0]?.n)).toBe(1);

  const fresh = await HandSocket.open(server, room, anna, `?ack=1&epoch=${told}`);
  await fresh.settled();
  expect(textOf((await fresh.frame('the content', isStep2)).body)).toBe('Avant');
});

test('[K4] two restorations of one backup give two generations, also to what nobody has written in; stock clients see none of it', async () => {
  const { room } = await server.document();
  const first = await epochTold(room);
  await restore();
  const second = await epochTold(room);
  // The same backup again, some time later.
  await server.database.run('update doc_room set epoch = $2 where room = $1', [room, first]);
  await raiseEpochs(server.database.db, new Date(Date.now() + 60_000));
  await server.restart();
  const third = await epochTold(room);
  expect(new Set([first, second, third]).size).toBe(3);
  const stock = openStock(server, room, anna);
  await stock.synced;
  const silent = await HandSocket.open(server, room, anna);
  await silent.settled();
  expect(silent.frames.some(({ type }) => type >= MESSAGE.ack)).toBe(false);
});

test('[K5] what was deleted for good stays deleted: nothing that comes back later, or was on its way, recreates it', async () => {
  const { room } = await server.document();
  const online = await HandSocket.open(server, room, anna, '?ack=1');
  online.sendUpdate(typed('Un texte', 51));
  await until('it is stored', () => online.acked === 1);
  await server.database.db.transaction((tx) =>
    inTransaction(tx, (tx) => deleteForGood(tx, room, new Date())),
  );
  online.sendUpdate(typed('Encore', 52));
  await online.whenClosed();
  expect(online.acked).toBe(1);
  const back = await HandSocket.open(server, room, anna, '?ack=1');
  back.sendUpdate(typed('Un texte, puis hors ligne', 51));
  expect((await back.whenClosed()).code).toBe(CLOSE.gone);
  await server.restart();
  for (const table of ['doc_update', 'doc_snapshot', 'doc_client', 'doc_projection', 'document']) {
    const { rows } = await server.database.run(
      table === 'document'
        ? "select id from document where $1 = 'document:' || id"
        : `select room from ${table} where room = $1`,
      [room],
    );
    expect([table, rows]).toEqual([table, []]);
  }
  const { rows } = await server.database.run('select seq, deleted_at from doc_room where room = $1', [room]);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.deleted_at).not.toBeNull();
});
