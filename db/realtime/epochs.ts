import { eq, sql } from 'drizzle-orm';
import type { Db } from '../kernel/client.ts';
import { docRooms } from './schema.ts';

/** Epochs count seconds from here: they fit a 32-bit column until 2088. */
const START = Date.UTC(2020, 0, 1);

/**
 * [K4] Gives every room, and the change feed, a generation that it never had, those of objects that nobody has written in included. To be called
 * by whoever puts an older state of the database back, while no process serves it: what devices hold of the newer one is
 * then kept apart from it. Counted by the clock, since two restorations of one backup must not give the same number.
 */
export async function raiseEpochs(db: Db, now: Date): Promise<void> {
  const next = Math.floor((now.getTime() - START) / 1000);
  await db.execute(sql`
    insert into doc_room as r (room, seq, bytes, epoch, created_at)
    select room, 0, 0, ${next}::int, ${now.toISOString()}::timestamptz from (
      select 'document:' || id as room from document
      union all select 'board:' || id from board
      union all select room from doc_room
    ) as every
    group by room
    on conflict (room) do update set epoch = greatest(r.epoch + 1, excluded.epoch)`);
  // [CF4] Places of the change feed that were given since are given again, to other lines.
  await db.execute(sql`
    insert into change_head as h (id, position, generation) values (1, 0, ${next}::int)
    on conflict (id) do update set generation = greatest(h.generation + 1, excluded.generation)`);
}

/** [K4] The generation of a room; that of the first when nothing was ever written in it. */
export async function findEpoch(db: Db, room: string): Promise<number> {
  const [found] = await db.select({ epoch: docRooms.epoch }).from(docRooms).where(eq(docRooms.room, room));
  return found?.epoch ?? 1;
}
