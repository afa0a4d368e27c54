import type { DraftUpdate } from '#shared/realtime/room-draft.ts';
import type { Db } from '../kernel/client.ts';
import { docClients, docRooms, docUpdates } from './schema.ts';

/**
 * Stores the first content of a room that nobody has opened, in the transaction that makes its document or board. Later
 * updates go through `doc-updates.ts`, which appends for all rooms at once.
 */
export async function createRoom(
  tx: Db,
  { room, updates, now }: { room: string; updates: readonly DraftUpdate[]; now: Date },
): Promise<void> {
  if (updates.length === 0) return;
  const bytes = updates.reduce((sum, { data }) => sum + data.length, 0);
  await tx.insert(docRooms).values({ room, seq: updates.length, bytes, createdAt: now });
  await tx
    .insert(docUpdates)
    .values(updates.map(({ userId, data }, index) => ({ room, seq: index + 1, userId, data, at: now })));
  await tx
    .insert(docClients)
    .values(updates.map(({ userId, clientId }) => ({ room, clientId, userId, at: now })));
}
