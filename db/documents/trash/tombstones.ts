import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { parseRoom } from '#shared/realtime/realtime.ts';
import { boards } from '../../boards/schema.ts';
import type { Db } from '../../kernel/client.ts';
import { effectsOf, type Tx } from '../../kernel/transaction.ts';
import { activities } from '../../people/activity/schema.ts';
import {
  docClients,
  docLineage,
  docProjections,
  docRooms,
  docSnapshots,
  docUpdates,
} from '../../realtime/schema.ts';
import { documents } from '../schema.ts';

/**
 * [K5] Deletes a document or board for good, with everything that was written in it. Its room leaves a tombstone: nothing is ever appended
 * to it again, whatever comes back from a device that was away, and whoever has it open is decided again [WR3].
 */
export async function deleteForGood(tx: Tx, room: string, now: Date): Promise<void> {
  const ref = parseRoom(room);
  if (!ref || ref.kind === 'application') return;
  effectsOf(tx).recheck({ room });
  // The tombstone first: from here on what another process would append or keep of it (`ALIVE`) waits for this transaction, and then is not.
  await tx.select({ room: docRooms.room }).from(docRooms).where(eq(docRooms.room, room)).for('update');
  const dead = { deletedAt: now, seq: 0, bytes: 0 };
  await tx
    .insert(docRooms)
    .values({ room, createdAt: now, ...dead })
    .onConflictDoUpdate({ target: docRooms.room, set: dead });
  for (const table of [docUpdates, docSnapshots, docClients, docLineage, docProjections]) {
    await tx.delete(table).where(eq(table.room, room));
  }
  // What the group could not see must not be named to it afterwards.
  await tx.delete(activities).where(
    inArray(
      activities.objectId,
      tx
        .select({ id: documents.id })
        .from(documents)
        .where(and(eq(documents.id, ref.id), eq(documents.visibility, 'restricted'))),
    ),
  );
  const object = ref.kind === 'board' ? boards : documents;
  await tx.delete(object).where(eq(object.id, ref.id));
}

/** [K5] Those of these rooms that were deleted for good. */
export async function findDeadRooms(db: Db, rooms: readonly string[]): Promise<ReadonlySet<string>> {
  if (rooms.length === 0) return new Set();
  const dead = await db
    .select({ room: docRooms.room })
    .from(docRooms)
    .where(and(inArray(docRooms.room, [...rooms]), isNotNull(docRooms.deletedAt)));
  return new Set(dead.map(({ room }) => room));
}
