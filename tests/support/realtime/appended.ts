import type { RunSql } from '#db/kernel/client.ts';
import { appendUpdates } from '#db/realtime/doc-updates.ts';

/** Appends something to the room, as whatever is kept of a room is kept of its log ([K5]); the number that it got. */
export async function appended(run: RunSql, room: string, now: Date): Promise<number> {
  const seqs = await appendUpdates(
    run,
    [{ room, data: Uint8Array.of(0, 0), userId: null, newClients: [] }],
    now,
  );
  return seqs.get(room) ?? 0;
}
