import { expect, test } from 'vitest';
import type { RunSql } from '#db/kernel/client.ts';
import {
  appendUpdates,
  BrokenLog,
  ClientIdTaken,
  loadStoredRoom,
  loadUpdatesBetween,
  saveSnapshot,
} from '#db/realtime/doc-updates.ts';
import { openFreshDatabase } from '#tests/support/database.ts';

const now = new Date('2026-03-03T09:00:00Z');
const bytes = (...values: number[]) => Uint8Array.from(values);

function row(room: string, data: Uint8Array, newClients: { clientId: number; userId: string }[] = []) {
  return { room, data, userId: 'anna', newClients };
}

/** `run` sends statements past Drizzle's transaction, so these tests have a database of their own. */
async function withRun(work: (run: RunSql) => Promise<void>): Promise<void> {
  const database = await openFreshDatabase();
  await work(database.run).finally(() => database.close());
}

test('[R1] one statement appends for many rooms, numbered for each from 1 on', () =>
  withRun(async (run) => {
    const first = await appendUpdates(run, [row('board:b', bytes(1)), row('document:a', bytes(2, 3))], now);
    expect(first).toEqual(
      new Map([
        ['document:a', 1],
        ['board:b', 1],
      ]),
    );
    const second = await appendUpdates(run, [row('document:a', bytes(0, 255, 128))], now);
    expect(second.get('document:a')).toBe(2);
    const stored = await loadStoredRoom(run, 'document:a');
    expect(stored.seq).toBe(2);
    expect(stored.updates.map(({ seq, data }) => [seq, ...data])).toEqual([
      [1, 2, 3],
      [2, 0, 255, 128],
    ]);
    expect((await loadUpdatesBetween(run, 'document:a', 1, 3)).map(({ seq }) => seq)).toEqual([2]);
    const { rows } = await run('select bytes, epoch from doc_room where room = $1', ['document:a']);
    expect(rows.map(({ bytes: size, epoch }) => [Number(size), Number(epoch)])).toEqual([[5, 1]]);
  }));

test('[R3] the first account that uses a clientID keeps it', () =>
  withRun(async (run) => {
    const own = { clientId: 4_294_967_295, userId: 'anna' };
    await appendUpdates(run, [row('document:a', bytes(1), [own])], now);
    const taken = appendUpdates(run, [row('document:a', bytes(1), [{ ...own, userId: 'boris' }])], now);
    await expect(taken).rejects.toThrow(ClientIdTaken);
    expect((await loadStoredRoom(run, 'document:a')).clients).toEqual(new Map([[4_294_967_295, 'anna']]));
  }));

test('[R5] a room is its snapshot and what came after; an older snapshot never takes the place of a newer one', () =>
  withRun(async (run) => {
    for (let i = 1; i <= 4; i++) await appendUpdates(run, [row('document:a', bytes(i))], now);
    await saveSnapshot(run, { room: 'document:a', seq: 3, data: bytes(33) }, now);
    await saveSnapshot(run, { room: 'document:a', seq: 2, data: bytes(22) }, now);
    const stored = await loadStoredRoom(run, 'document:a');
    expect(stored.snapshot?.seq).toBe(3);
    expect([...(stored.snapshot?.data ?? [])]).toEqual([33]);
    expect(stored.updates.map(({ seq }) => seq)).toEqual([4]);
    const { rows } = await run('select count(*) as n from doc_update where room = $1', ['document:a']);
    expect(Number(rows[0]?.n)).toBe(4);
  }));

test('[R5] a room that was never written is empty; one whose rows are missing is broken', () =>
  withRun(async (run) => {
    expect(await loadStoredRoom(run, 'document:new')).toMatchObject({ seq: 0, snapshot: null, updates: [] });
    for (let i = 1; i <= 3; i++) await appendUpdates(run, [row('document:a', bytes(i))], now);
    await run('delete from doc_update where room = $1 and seq = $2', ['document:a', 3]);
    await expect(loadStoredRoom(run, 'document:a')).rejects.toThrow(BrokenLog);
    await run('delete from doc_update where room = $1', ['document:a']);
    await expect(loadStoredRoom(run, 'document:a')).rejects.toThrow(BrokenLog);
    await expect(loadUpdatesBetween(run, 'document:a', 0, 3)).rejects.toThrow(BrokenLog);
  }));
