import { and, eq, gt, lt, sql } from 'drizzle-orm';
import type { Db, RunSql } from '../kernel/client.ts';
import { inTransaction } from '../kernel/transaction.ts';
import { bytesOf } from './doc-updates.ts';
import { docRooms, docUpdates } from './schema.ts';

/** One row of the log as packing sees it. */
export interface LogRow {
  readonly seq: number;
  /** How many numbers it covers, ending with `seq`. */
  readonly span: number;
  readonly firstAt: Date;
  readonly at: Date;
  readonly userId: string | null;
  /** Of a row that was packed before. */
  readonly writers: readonly string[];
  readonly data: Uint8Array;
}

/** Rows made one: it takes their place, under the number of the last. */
export interface Pack {
  readonly seq: number;
  readonly span: number;
  readonly firstAt: Date;
  readonly writers: readonly string[];
  readonly data: Uint8Array;
}

/** Rooms whose log has rows from before `before` that were never packed, in order of name, after `after`. */
export async function findRoomsToPack(
  run: RunSql,
  { before, after, limit }: { before: Date; after: string; limit: number },
): Promise<{ room: string; packedSeq: number }[]> {
  const { rows } = await run(
    `select r.room, r.packed_seq from doc_room r
     where r.room > $1 and r.seq > r.packed_seq and r.deleted_at is null and exists (
       select 1 from doc_update u where u.room = r.room and u.at < $2::timestamptz and u.seq = (
         select min(seq) from doc_update where room = r.room and seq > r.packed_seq))
     order by r.room limit $3`,
    [after, before.toISOString(), limit],
  );
  return rows.map(({ room, packed_seq }) => ({ room: String(room), packedSeq: Number(packed_seq) }));
}

const MOST_ROWS = 2_000;
const MOST_BYTES = 16 * 1024 * 1024;

/** The first of these rows, as many as one step may hold: up to 2,000, and up to 16 MiB unless the first alone is larger. */
export async function loadRowsToPack(
  run: RunSql,
  { room, after, before }: { room: string; after: number; before: Date },
): Promise<LogRow[]> {
  const { rows } = await run(
    `select seq, span, coalesce(first_at, at) as first_at, at, user_id, writers, data from (
       select *, sum(length(data)) over (order by seq) - length(data) as bytes_before from (
         select * from doc_update where room = $1 and seq > $2 order by seq limit $3) as next
     ) as sized
     where bytes_before <= $4 and seq < coalesce(
       (select min(seq) from doc_update where room = $1 and seq > $2 and at >= $5::timestamptz), seq + 1)
     order by seq`,
    [room, after, MOST_ROWS, MOST_BYTES, before.toISOString()],
  );
  return rows.map((row) => ({
    seq: Number(row.seq),
    span: Number(row.span),
    firstAt: new Date(String(row.first_at)),
    at: new Date(String(row.at)),
    userId: row.user_id === null ? null : String(row.user_id),
    writers: Array.isArray(row.writers) ? row.writers.map(String) : [],
    data: bytesOf(row.data),
  }));
}

/** The log is not what was read before: another process packed it meanwhile. */
class Overtaken extends Error {}

/**
 * Puts these packs in the place of their rows, and notes that the log is packed up to `packedSeq`: all of it or nothing.
 * Returns false, with nothing changed, when another process was faster.
 */
export async function storePacks(
  db: Db,
  { room, packs, packedSeq }: { room: string; packs: readonly Pack[]; packedSeq: number },
): Promise<boolean> {
  try {
    await inTransaction(db, async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`cordee.pack:${room}`}))`);
      for (const pack of packs) await storePack(tx, room, pack);
      const isBehind = and(eq(docRooms.room, room), lt(docRooms.packedSeq, packedSeq));
      await tx.update(docRooms).set({ packedSeq }).where(isBehind);
    });
    return true;
  } catch (error) {
    if (error instanceof Overtaken) return false;
    throw error;
  }
}

async function storePack(tx: Db, room: string, { seq, ...pack }: Pack): Promise<void> {
  const { span } = docUpdates;
  const isLast = and(eq(docUpdates.room, room), eq(docUpdates.seq, seq));
  const isBefore = and(
    eq(docUpdates.room, room),
    gt(docUpdates.seq, seq - pack.span),
    lt(docUpdates.seq, seq),
  );
  const gone = await tx.delete(docUpdates).where(isBefore).returning({ span });
  const last = await tx.select({ span }).from(docUpdates).where(isLast);
  const covered = [...gone, ...last].reduce((sum, row) => sum + row.span, 0);
  if (gone.length === 0 || last.length === 0 || covered !== pack.span) throw new Overtaken();
  const userId = pack.writers.length === 1 ? (pack.writers[0] ?? null) : null;
  await tx
    .update(docUpdates)
    .set({ ...pack, writers: [...pack.writers], userId })
    .where(isLast);
}
