import * as Y from 'yjs';
import type { ClockSet } from './clock-set.ts';
import type { Connection } from './connection.ts';
import type { Settle } from './inflow.ts';
import type { Cut } from './log/update-log.ts';
import { Refusal } from './refusal.ts';
import type { NewAuthor, RoomAuthors } from './room-authors.ts';
import type { UpdateMeta } from './update-meta.ts';

/** An update of a connection that can be read, to be settled once. */
export interface CheckedUpdate {
  readonly data: Uint8Array;
  readonly meta: UpdateMeta;
  readonly settle: Settle;
}

/** An update that a room took and that is not stored yet. */
export interface Received {
  /** Null for what the server wrote in somebody's name. */
  readonly from: Connection | null;
  readonly userId: string;
  readonly data: Uint8Array;
  readonly meta: UpdateMeta;
  /** `performance.now()`. */
  readonly receivedAt: number;
  /** Called once, without an error when it is stored. */
  readonly onSettled: ((error: Error | null) => void) | null;
}

/** Everything that a room received since the last flush, as one row of the log. */
export interface RoomCut extends Cut {
  readonly received: readonly Received[];
  /** How many sync messages each writer has counted once this cut is stored. */
  readonly counts: ReadonlyMap<Connection, number>;
}

/**
 * Makes one row of these, of which there is at least one.
 * @throws whatever Yjs throws when they cannot be merged.
 */
export function cutOf(received: readonly Received[], newClients: readonly NewAuthor[]): RoomCut {
  const counts = new Map<Connection, number>();
  for (const { from } of received) if (from) counts.set(from, from.counted);
  const userId = received[0]?.userId ?? null;
  return {
    received,
    counts,
    newClients,
    data: Y.mergeUpdates(received.map(({ data }) => data)),
    userId: received.every((one) => one.userId === userId) ? userId : null,
    receivedBytes: bytesIn(received),
    receivedAt: received.map(({ receivedAt }) => receivedAt),
  };
}

export function bytesIn(received: readonly Received[]): number {
  return received.reduce((sum, { data }) => sum + data.length, 0);
}

/**
 * Which of these may be stored, now that the log has said who owns some of their clientIDs [N5]; the clientIDs that are
 * still free are claimed for them.
 */
export function claimAnew(
  received: readonly Received[],
  authors: RoomAuthors,
  known: ClockSet,
): { kept: Received[]; refused: { one: Received; refusal: Refusal }[] } {
  const kept: Received[] = [];
  const refused: { one: Received; refusal: Refusal }[] = [];
  for (const one of received) {
    try {
      authors.claim(authors.check(one.meta.structs, one.userId, known), one.userId);
      kept.push(one);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push({ one, refusal: error });
    }
  }
  return { kept, refused };
}

/** Tells whoever brought this that it is not stored. */
export function refuse(room: string, { from, onSettled }: Received, { code, message }: Refusal): void {
  onSettled?.(new Error(`an update of ${room} could not be stored: ${message}`));
  if (!from) return;
  from.uncommitted--;
  from.close(code, message);
}
