import type { RunSql } from '#db/kernel/client.ts';
import { DocWorkers } from '../doc/doc-workers.ts';
import type { Rooms } from '../rooms.ts';
import { SyncMetrics } from '../sync-metrics.ts';
import { createPastStates } from './past-states.ts';

/** Rooms as they are stored, for a program beside the server: read only, and nobody comes in. */
export interface StoredRooms extends Pick<Rooms, 'read' | 'readPast' | 'ask'> {
  close(): Promise<void>;
}

/** The figures of rooms in which nobody is. */
export const NOBODY = {
  rooms: 0,
  sockets: 0,
  httpSessions: 0,
  people: 0,
  uncommittedBytes: 0,
  bufferedBytes: 0,
  slowedFloods: 0,
};

/** Opens the rooms of this database. */
export function openStoredRooms(run: RunSql): StoredRooms {
  const workers = new DocWorkers(new SyncMetrics(() => NOBODY));
  const { readPast, ask } = createPastStates({ run, workers });
  return {
    readPast,
    ask,
    read: (room, reader, asking) => readPast(room, reader, { seq: Number.MAX_SAFE_INTEGER }, asking),
    close: () => workers.close(),
  };
}
