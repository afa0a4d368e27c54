import type { Database } from '#db/kernel/client.ts';
import { findRoomsHolding, loadLog, replaceRows } from '#db/operations/personal-data/forgotten-words.ts';
import { dropSnapshot } from '#db/realtime/doc-updates.ts';
import type { DocWorkers } from '../doc/doc-workers.ts';
import type { RoomRegistry } from '../room-registry.ts';
import type { Forgotten } from './forget-words.ts';

/** What live rooms can forget. */
export interface Forgetting {
  /**
   * [PD6] Takes these words out of the past and the present of every room that holds them, and gives those rooms a new generation, so
   * that devices take the server's content. Rooms of `kept` stay as they are. Answers the rooms that changed.
   */
  forget(forgotten: Forgotten, kept: ReadonlySet<string>): Promise<string[]>;
}

interface Options {
  readonly database: Pick<Database, 'db' | 'run'>;
  readonly workers: DocWorkers;
  readonly registry: RoomRegistry;
}

const LIMIT_MS = 120_000;
const TRIES = 5;

/** Makes what forgets. */
export function createForgetting({ database, workers, registry }: Options): Forgetting {
  async function forgetIn(room: string, forgotten: Forgotten): Promise<boolean> {
    for (let attempt = 1; ; attempt++) {
      const log = await loadLog(database.run, room);
      const { updates } = await workers.run(
        { kind: 'forget', updates: log.map(({ data }) => data), forgotten },
        LIMIT_MS,
      );
      const rows = log.flatMap(({ seq, span }, index) => {
        const data = updates[index];
        return data ? [{ seq, span, data }] : [];
      });
      if (rows.length === 0) return false;
      if (await replaceRows(database.db, { room, rows })) {
        registry.renew(room);
        // One that was being made from the former log is kept no longer.
        await registry.snapshots.settle();
        await dropSnapshot(database.run, room);
        return true;
      }
      if (attempt === TRIES) throw new Error(`${room} is packed again and again`);
    }
  }

  return {
    async forget(forgotten, kept) {
      const changed: string[] = [];
      for (const room of await findRoomsHolding(database.db, forgotten.words))
        if (!kept.has(room) && (await forgetIn(room, forgotten))) changed.push(room);
      return changed;
    },
  };
}
