import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#db/kernel/client.ts';
import {
  appendUpdates,
  loadPast,
  loadStoredRoom,
  loadUpdatesBetween,
  saveSnapshot,
} from '#db/realtime/doc-updates.ts';
import { findRoomsToPack, loadRowsToPack, storePacks } from '#db/realtime/log-packing.ts';
import { openFreshDatabase } from '#tests/support/database.ts';

const room = 'document:a';
const start = Date.parse('2026-03-03T09:00:00Z');
const bytes = (...values: number[]) => Uint8Array.from(values);
const at = (seconds: number) => new Date(start + seconds * 1000);

let database: Database;
beforeAll(async () => {
  database = await openFreshDatabase();
});
afterAll(() => database.close());

/** Six updates, twenty seconds apart, that nobody has packed. */
async function withLog(work: (database: Database) => Promise<void>): Promise<void> {
  await database.run('truncate doc_room, doc_update, doc_snapshot', []);
  for (let seq = 1; seq <= 6; seq++) {
    const row = { room, data: bytes(seq), userId: seq === 2 ? 'boris' : 'anna', newClients: [] };
    await appendUpdates(database.run, [row], at(seq * 20));
  }
  await work(database);
}

const pack = { seq: 4, span: 3, firstAt: at(40), writers: ['anna', 'boris'], data: bytes(2, 3, 4) };

test('[K1] a pack takes the place of its rows under the last number, and everything that reads the log finds it there', () =>
  withLog(async ({ db, run }) => {
    expect(await storePacks(db, { room, packs: [pack], packedSeq: 4 })).toBe(true);
    const { updates, seq } = await loadStoredRoom(run, room);
    expect(seq).toBe(6);
    expect(updates.map((update) => [update.seq, ...update.data])).toEqual([
      [1, 1],
      [4, 2, 3, 4],
      [5, 5],
      [6, 6],
    ]);
    const { rows } = await run(
      'select span, writers, user_id, first_at from doc_update where room = $1 and seq = 4',
      [room],
    );
    expect(rows[0]).toMatchObject({ span: 3, writers: ['anna', 'boris'], user_id: null });
    expect(new Date(String(rows[0]?.first_at))).toEqual(at(40));
  }));

test('[K1] whoever missed updates of a packed minute, or has a snapshot from the middle of it, reads it whole', () =>
  withLog(async ({ db, run }) => {
    await storePacks(db, { room, packs: [pack], packedSeq: 4 });
    const gap = async (after: number, before: number) =>
      (await loadUpdatesBetween(run, room, after, before)).map((update) => [update.seq, ...update.data]);
    expect(await gap(2, 4)).toEqual([[3, 2, 3, 4]]);
    expect(await gap(0, 3)).toEqual([
      [1, 1],
      [2, 2, 3, 4],
    ]);
    expect(await gap(0, 6)).toEqual([
      [1, 1],
      [2, 0, 0],
      [3, 0, 0],
      [4, 2, 3, 4],
      [5, 5],
    ]);
    expect(await gap(3, 6)).toEqual([
      [4, 2, 3, 4],
      [5, 5],
    ]);
    await saveSnapshot(run, { room, seq: 3, data: bytes(33) }, at(200));
    const { updates } = await loadStoredRoom(run, room);
    expect(updates.map(({ seq }) => seq)).toEqual([4, 5, 6]);
  }));

test('[K1] a pack that is not what the log holds any more changes nothing', () =>
  withLog(async ({ db, run }) => {
    await storePacks(db, { room, packs: [pack], packedSeq: 4 });
    const late = { ...pack, seq: 3, span: 2 };
    expect(await storePacks(db, { room, packs: [late], packedSeq: 5 })).toBe(false);
    const wide = { ...pack, seq: 6, span: 4 };
    expect(await storePacks(db, { room, packs: [wide], packedSeq: 6 })).toBe(false);
    expect((await loadStoredRoom(run, room)).updates).toHaveLength(4);
    const { rows } = await run('select packed_seq from doc_room where room = $1', [room]);
    expect(Number(rows[0]?.packed_seq)).toBe(4);
  }));

test('[K1] what is to be packed: rooms with old rows that were not gone through, and of them the old rows only', () =>
  withLog(async ({ db, run }) => {
    await appendUpdates(run, [{ room: 'board:b', data: bytes(1), userId: 'anna', newClients: [] }], at(500));
    const rooms = (before: Date, after = '') => findRoomsToPack(run, { before, after, limit: 10 });
    expect(await rooms(at(20))).toEqual([]);
    expect(await rooms(at(100))).toEqual([{ room, packedSeq: 0 }]);
    expect(await rooms(at(600))).toEqual([
      { room: 'board:b', packedSeq: 0 },
      { room, packedSeq: 0 },
    ]);
    expect(await rooms(at(600), 'board:b')).toEqual([{ room, packedSeq: 0 }]);
    const rows = await loadRowsToPack(run, { room, after: 1, before: at(100) });
    expect(rows.map(({ seq, span, userId, at: came }) => [seq, span, userId, came])).toEqual([
      [2, 1, 'boris', at(40)],
      [3, 1, 'anna', at(60)],
      [4, 1, 'anna', at(80)],
    ]);
    await storePacks(db, { room, packs: [pack], packedSeq: 6 });
    expect(await rooms(at(400))).toEqual([]);
  }));

test('[K1] the log up to a number or to an instant; packed, minutes are whole', () =>
  withLog(async ({ db, run }) => {
    const seqAt = async (seconds: number) => (await loadPast(run, room, { at: at(seconds) })).seq;
    expect(await seqAt(19)).toBe(0);
    expect(await seqAt(60)).toBe(3);
    expect(await seqAt(10_000)).toBe(6);
    expect((await loadPast(run, room, { seq: 5 })).updates.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    await storePacks(db, { room, packs: [pack], packedSeq: 4 });
    expect(await seqAt(60)).toBe(1);
    expect(await seqAt(80)).toBe(4);
    expect((await loadPast(run, room, { seq: 3 })).seq).toBe(1);
  }));
