import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { groupMembers } from '#db/people/group/schema.ts';
import { saveSnapshot } from '#db/realtime/doc-updates.ts';
import { CLOSE, MESSAGE } from '#shared/realtime/realtime.ts';
import { ANYBODY } from '#tests/support/anybody.ts';
import { until } from '#tests/support/patience.ts';
import { startTestCluster, type TestCluster, testRedis } from '#tests/support/realtime/cluster.ts';
import {
  awarenessMessage,
  HandSocket,
  isUpdate,
  openStock,
  statesIn,
  textOf,
  typed,
} from '#tests/support/realtime/live-clients.ts';

let cluster: TestCluster;
const start = (redis: string | null) => {
  beforeAll(async () => {
    cluster = await startTestCluster(redis);
  });
  afterAll(() => cluster.close());
};

/** The text of a room as the log has it. */
async function storedText(room: string): Promise<string> {
  const { rows } = await cluster.instances[0].database.run(
    'select data from doc_update where room = $1 order by seq',
    [room],
  );
  return textOf(Y.mergeUpdates(rows.map(({ data }) => new Uint8Array(data as Buffer))));
}

/** Both write at the same time, as often as told; then both, and the log, have all of it. */
async function writeOnBoth(room: string, times: number): Promise<void> {
  const [first, second] = cluster.instances;
  const pages = [
    openStock(first, room, await first.person({ role: 'contributor' })),
    openStock(second, room, await first.person({ role: 'contributor' })),
  ];
  await Promise.all(pages.map(({ synced }) => synced));
  const tokens: string[] = [];
  for (let turn = 0; turn < times; turn++) {
    for (const [at, { text }] of pages.entries()) {
      const token = `[${at}:${turn}]`;
      tokens.push(token);
      text.insert(at === 0 ? 0 : text.length, token);
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  const hasAll = (text: string) => tokens.every((token) => text.includes(token));
  await until('both have everything', () => pages.every(({ text }) => hasAll(text.toString())));
  expect(pages[0]?.text.toString()).toBe(pages[1]?.text.toString());
  await until('the log has everything', async () => hasAll(await storedText(room)));
  expect((await storedText(room)).length).toBe(tokens.join('').length);
}

describe('without a bus', () => {
  start(null);

  test('[N1] one room on two instances converges both ways', async () => {
    const { room } = await cluster.instances[0].document();
    await writeOnBoth(room, 100);
  });

  test('[N2] what one instance has stored, another reads and goes on from at once', async () => {
    const [first, second] = cluster.instances;
    const { id, name } = await first.person({ role: 'contributor' });
    const { room } = await first.board();
    await second.rooms.read(room, 'board', ANYBODY);
    await first.rooms.apply(room, { userId: id }, 'board.create', {
      columns: [{ id: 'one', name }],
      labels: [],
    } as never);
    expect(
      (await second.rooms.read(room, 'board', ANYBODY)).value.columns.map((column) => column.name),
    ).toEqual([name]);
  });

  test('[N6] while one instance makes a snapshot the other does not, and then takes it over', async () => {
    const [first, second] = cluster.instances;
    const { room } = await first.document();
    const page = openStock(first, room, await first.person({ role: 'contributor' }));
    const reader = openStock(second, room, await first.person({ role: 'observer' }));
    await Promise.all([page.synced, reader.synced]);
    const seqOf = async (table: 'doc_room' | 'doc_snapshot') => {
      const { rows } = await first.database.run(`select seq from ${table} where room = $1`, [room]);
      return Number(rows[0]?.seq ?? 0);
    };
    const writeRows = async (count: number) => {
      const last = (await seqOf('doc_room')) + count;
      while ((await seqOf('doc_room')) < last) page.text.insert(0, 'x');
    };
    const unlock = await second.database.locks.take(`snapshot ${room}`);
    await writeRows(80);
    await until('the reader has it', () => reader.text.length === page.text.length);
    expect(await seqOf('doc_snapshot')).toBe(0);
    const seq = await seqOf('doc_room');
    await saveSnapshot(first.database.run, { room, seq, data: Y.encodeStateAsUpdate(page.doc) }, new Date());
    await unlock?.();
    await writeRows(40);
    await until('the reader has it too', () => reader.text.length === page.text.length);
    expect(await seqOf('doc_snapshot')).toBe(seq);
  });

  test('[N5] of two accounts that use one clientID at the same time one owns it, the other is sent away', async () => {
    const [first, second] = cluster.instances;
    const { room } = await first.document();
    const people = [
      await first.person({ role: 'contributor' }),
      await first.person({ role: 'contributor' }),
    ] as const;
    const bystander = await first.person({ role: 'contributor' });
    const sockets = [
      await HandSocket.open(first, room, people[0], '?ack=1'),
      await HandSocket.open(second, room, people[1], '?ack=1'),
    ] as const;
    const third = await HandSocket.open(second, room, bystander, '?ack=1');
    await Promise.all([...sockets, third].map((socket) => socket.settled()));
    sockets[0].sendUpdate(typed('à la première', 7_001));
    await until('it is stored', () => sockets[0].acked === 1);
    sockets[1].sendUpdate(typed('à une autre', 7_001));
    third.sendUpdate(typed('au passage', 7_002));
    expect(await sockets[1].whenClosed()).toEqual({ code: CLOSE.forbidden, reason: 'author' });
    await until('the bystander is stored', () => third.acked === 1);
    expect(third.closed).toBeNull();
    const text = await storedText(room);
    expect(text).toContain('à la première');
    expect(text).toContain('au passage');
    expect(text).not.toContain('à une autre');
    const { rows } = await first.database.run(
      'select client_id, user_id from doc_client where room = $1 order by client_id',
      [room],
    );
    expect(rows.map(({ user_id }) => user_id)).toEqual([people[0].id, bystander.id]);
  });

  test('[N5] who is here with a clientID under which another account writes elsewhere is sent away before hearing of it', async () => {
    const [first, second] = cluster.instances;
    const { room } = await first.document();
    const own = await HandSocket.open(
      first,
      room,
      await first.person({ role: 'contributor' }),
      '?ack=1&client=7011',
    );
    const other = await HandSocket.open(second, room, await first.person({ role: 'contributor' }));
    await Promise.all([own.settled(), other.settled()]);
    other.sendUpdate(typed('à une autre', 7_011));
    expect(await own.whenClosed()).toEqual({ code: CLOSE.forbidden, reason: 'author' });
    expect(own.frames.find(({ type }) => type === MESSAGE.taken)?.value).toEqual([7_011]);
    expect(own.frames.filter(isUpdate)).toEqual([]);
  });
});

describe.skipIf(!testRedis)('over Redis', () => {
  start(testRedis);

  test('[N1] one room on two instances converges both ways', async () => {
    const { room } = await cluster.instances[0].document();
    await writeOnBoth(room, 100);
  });

  test('[N3] who is connected to one instance is seen on the other, as the first knows them, and goes at once', async () => {
    const [first, second] = cluster.instances;
    const { room } = await first.document();
    const anna = await first.person({ role: 'contributor', name: 'Anna Valmont' });
    const here = await HandSocket.open(first, room, anna);
    await here.settled();
    here.send(awarenessMessage([{ clientId: 31, clock: 1, state: { user: { name: 'Quelqu’un d’autre' } } }]));
    const there = await HandSocket.open(second, room, await first.person({ role: 'observer' }));
    const told = await there.frame(
      'her presence',
      (frame) => frame.type === MESSAGE.awareness && statesIn(frame).get(31)?.state != null,
    );
    expect(statesIn(told).get(31)?.state?.user).toMatchObject({ id: anna.id, name: 'Anna Valmont' });
    here.ws.terminate();
    await there.frame(
      'that she left',
      (frame) => frame.type === MESSAGE.awareness && statesIn(frame).get(31)?.state === null,
    );
  });

  test('[N3] somebody who moves to another instance is seen by all under the same clientID', async () => {
    const [first, second] = cluster.instances;
    const { room } = await first.document();
    const anna = await first.person({ role: 'contributor' });
    const watchers = [
      await HandSocket.open(first, room, await first.person({ role: 'observer' })),
      await HandSocket.open(second, room, await first.person({ role: 'observer' })),
    ];
    await Promise.all(watchers.map((watcher) => watcher.settled()));
    const before = await HandSocket.open(first, room, anna);
    before.send(awarenessMessage([{ clientId: 32, clock: 5, state: { at: 'before' } }]));
    const isAt = (place: string) => (frame: HandSocket['frames'][number]) =>
      frame.type === MESSAGE.awareness && statesIn(frame).get(32)?.state?.at === place;
    await Promise.all(watchers.map((watcher) => watcher.frame('her first place', isAt('before'))));
    before.ws.terminate();
    const after = await HandSocket.open(second, room, anna);
    after.send(awarenessMessage([{ clientId: 32, clock: 5, state: { at: 'after' } }]));
    for (const watcher of watchers) {
      const frame = await watcher.frame('her second place', isAt('after'));
      const last = Math.max(
        ...watcher.frames.filter(isAt('before')).map((earlier) => statesIn(earlier).get(32)?.clock ?? 0),
      );
      expect(statesIn(frame).get(32)?.clock).toBeGreaterThan(last);
    }
  });

  test('[N5] a clientID that is seen on one instance is its account’s on the other', async () => {
    const [first, second] = cluster.instances;
    const { room } = await first.document();
    const other = await HandSocket.open(second, room, await first.person({ role: 'contributor' }));
    await other.settled();
    const own = await HandSocket.open(first, room, await first.person({ role: 'contributor' }));
    own.send(awarenessMessage([{ clientId: 33, clock: 1, state: {} }]));
    await other.frame(
      'her presence',
      (frame) => frame.type === MESSAGE.awareness && statesIn(frame).get(33)?.state != null,
    );
    own.ws.terminate();
    other.sendUpdate(typed('à une autre', 33));
    expect(await other.whenClosed()).toEqual({ code: CLOSE.forbidden, reason: 'author' });
  });

  test('[N4] a removal that one instance is told of ends the connections on all', async () => {
    const [first, second] = cluster.instances;
    const { room } = await first.document();
    const gone = await first.person({ role: 'contributor' });
    const sockets = [await HandSocket.open(first, room, gone), await HandSocket.open(second, room, gone)];
    await Promise.all(sockets.map((socket) => socket.settled()));
    await first.site.db.delete(groupMembers).where(eq(groupMembers.userId, gone.id));
    first.rooms.recheck({ groupId: first.groupId, userId: gone.id });
    const codes = await Promise.all(sockets.map((socket) => socket.whenClosed().then(({ code }) => code)));
    expect(codes).toEqual([CLOSE.gone, CLOSE.gone]);
  });
});
