import type { FindVisits } from '#db/realtime/rooms-access.ts';
import { CLOSE, SYNC } from '#shared/realtime/realtime.ts';
import type { Connection } from './connection.ts';
import type { Room } from './room.ts';
import { syncFrame } from './wire.ts';

/** Whose rights may have changed; empty for everybody. Given together, all must match. */
export interface RecheckScope {
  readonly userId?: string | undefined;
  readonly groupId?: string | undefined;
  readonly room?: string | undefined;
}

const AT_ONCE = 500;

/**
 * [R2] Decides again, from the database, what these connections may do: ends them (signed out, or the room is absent
 * for them now), changes what they may do, or leaves them alone. `findVisits` knows sessions by id.
 */
export async function recheckConnections(
  options: { findVisits: FindVisits; now: () => Date },
  rooms: Iterable<Room>,
  scope: RecheckScope,
): Promise<void> {
  const concerned: { room: Room; connection: Connection }[] = [];
  for (const room of rooms) {
    if (scope.room && scope.room !== room.name) continue;
    for (const connection of room.connections) {
      if (scope.userId && scope.userId !== connection.userId) continue;
      if (scope.groupId && scope.groupId !== connection.grant.groupId) continue;
      concerned.push({ room, connection });
    }
  }
  for (let start = 0; start < concerned.length; start += AT_ONCE) {
    await decide(options, concerned.slice(start, start + AT_ONCE));
  }
}

async function decide(
  { findVisits, now }: { findVisits: FindVisits; now: () => Date },
  concerned: readonly { room: Room; connection: Connection }[],
): Promise<void> {
  const visits = concerned.map(({ room, connection }) => ({
    room: room.name,
    session: connection.sessionId,
  }));
  const found = await findVisits(visits, now());
  for (const [index, { room, connection }] of concerned.entries()) {
    if (!connection.isOpen) continue;
    const visit = found[index];
    if (!visit) connection.close(CLOSE.signIn, 'session');
    else if (!visit.grant) connection.close(CLOSE.gone, 'room');
    else if (connection.regrant(visit.grant)) tell(room, connection);
  }
}

function tell(room: Room, connection: Connection): void {
  if (connection.access !== 'write') {
    connection.sendAccess();
    return;
  }
  // After a refusal its count of stored messages can never be whole again: a fresh connection counts from nothing.
  if (connection.refused) {
    connection.close(CLOSE.restart, 'access');
    return;
  }
  connection.sendAccess();
  // What was written while it could not is asked for now.
  connection.send(syncFrame(SYNC.step1, room.state.vector()));
}
