import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { ANYBODY } from '#tests/support/anybody.ts';
import { HandSocket, isUpdate, typed } from '#tests/support/realtime/live-clients.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

const WITHIN_MS = 60_000;

let server: TestServer;
let anna: SignedIn;
let boris: SignedIn;
beforeAll(async () => {
  server = await startTestServer();
  anna = await server.person({ role: 'contributor' });
  boris = await server.person({ role: 'contributor' });
});
afterAll(() => server.close());

interface Row {
  readonly seq: number;
  readonly span: number;
  readonly data: Uint8Array;
  readonly writers: unknown;
}

async function logOf(room: string): Promise<Row[]> {
  const { rows } = await server.database.run(
    'select seq, span, data, writers from doc_update where room = $1 order by seq',
    [room],
  );
  return rows.map(({ seq, span, data, writers }) => ({
    seq: Number(seq),
    span: Number(span),
    data: data instanceof Uint8Array ? data : new Uint8Array(),
    writers,
  }));
}

/** Makes the log of a room as old as if its updates had come days ago, `perMinute` in each minute. */
function age(room: string, perMinute: number) {
  return server.database.run(
    `update doc_update set at = date_trunc('minute', now()) - interval '3 days'
       + (seq / $2::int) * interval '1 minute' where room = $1`,
    [room, perMinute],
  );
}

/** A board with one card whose title was written again and again: twenty rows, nineteen titles of which are deleted. */
async function muchWritten(): Promise<string> {
  const { room } = await server.board();
  const by = { userId: anna.id };
  await server.rooms.apply(room, by, 'board.create', { columns: [{ id: 'todo', name: 'À faire' }] });
  const card = { cardId: 'c', columnId: 'todo', createdAt: new Date(0), createdBy: anna.id };
  await server.rooms.apply(room, by, 'board.addCard', { ...card, title: 'Titre 2' });
  for (let turn = 3; turn <= 20; turn++) {
    await server.rooms.apply(room, by, 'board.editCard', { cardId: 'c', title: `Titre ${turn}` });
  }
  return room;
}

async function titleAt(room: string, seq: number): Promise<string | undefined> {
  const { value } = await server.rooms.readPast(room, 'board', { seq }, ANYBODY);
  return value.columns[0]?.cards[0]?.title;
}

test('[K1] an old log is packed by the minute: nothing of it is lost, deleted text included, and each minute can be had again', async () => {
  const room = await muchWritten();
  const before = await logOf(room);
  expect(before).toHaveLength(20);
  await server.rooms.packLogs(WITHIN_MS);
  expect(await logOf(room)).toEqual(before);

  await age(room, 5);
  await server.rooms.packLogs(WITHIN_MS);
  const after = await logOf(room);
  expect(after.map(({ seq, span }) => [seq, span])).toEqual([
    [4, 4],
    [9, 5],
    [14, 5],
    [19, 5],
    [20, 1],
  ]);
  expect(after[0]?.writers).toEqual([anna.id]);
  expect(everythingIn(after)).toEqual(everythingIn(before));
  expect(JSON.stringify(everythingIn(after))).toContain('Titre 7');
  expect(await titleAt(room, 9)).toBe('Titre 9');
  expect(await titleAt(room, 19)).toBe('Titre 19');

  await server.rooms.packLogs(WITHIN_MS);
  expect(await logOf(room)).toEqual(after);
  await server.restart();
  expect((await server.rooms.read(room, 'board', ANYBODY)).value.columns[0]?.cards[0]?.title).toBe(
    'Titre 20',
  );
});

/** What each update holds, whoever deleted it later: a document that keeps everything, item by item. */
function everythingIn(rows: readonly Row[]): unknown {
  const doc = new Y.Doc({ gc: false });
  for (const { data } of rows) Y.applyUpdate(doc, data);
  return [...doc.store.clients].map(([client, structs]) => [
    client,
    structs.map((struct) => [
      struct.id.clock,
      struct.deleted,
      struct instanceof Y.Item && !(struct.content instanceof Y.ContentType)
        ? struct.content.getContent()
        : null,
    ]),
  ]);
}

test('[K1] a packed row names everybody who wrote in it', async () => {
  const { room } = await server.document();
  const [one, other] = [
    await HandSocket.open(server, room, anna),
    await HandSocket.open(server, room, boris),
  ];
  one.sendUpdate(typed('Anna', 11));
  await other.frame('what Anna wrote', isUpdate);
  other.sendUpdate(typed('Boris', 12));
  await one.frame('what Boris wrote', isUpdate);
  await age(room, 60);
  // As one flush that merges several leaves it.
  await server.database.run('update doc_update set user_id = null where room = $1', [room]);
  await server.rooms.packLogs(WITHIN_MS);
  const [row, ...others] = await logOf(room);
  expect(others).toEqual([]);
  expect(row?.writers).toEqual([anna.id, boris.id].sort());
});

test('[K1] updates that cannot be merged stay as they came, and cost the other rooms nothing', async () => {
  const [broken, whole] = [await muchWritten(), await muchWritten()].sort();
  await server.database.run('update doc_update set data = $2 where room = $1 and seq = 7', [
    broken,
    Buffer.from([1, 2, 3]),
  ]);
  await Promise.all([age(broken ?? '', 5), age(whole ?? '', 5)]);
  await server.rooms.packLogs(WITHIN_MS);
  expect((await logOf(broken ?? '')).map(({ seq }) => seq)).toEqual([4, 5, 6, 7, 8, 9, 14, 19, 20]);
  expect((await logOf(whole ?? '')).map(({ seq }) => seq)).toEqual([4, 9, 14, 19, 20]);
});

test('[K1] two that pack at once leave one log', async () => {
  const room = await muchWritten();
  const before = await logOf(room);
  await age(room, 10);
  await Promise.all([server.rooms.packLogs(WITHIN_MS), server.rooms.packLogs(WITHIN_MS)]);
  const after = await logOf(room);
  expect(after.reduce((sum, { span }) => sum + span, 0)).toBe(20);
  expect(everythingIn(after)).toEqual(everythingIn(before));
});
