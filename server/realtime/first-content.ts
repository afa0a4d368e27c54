import type { DraftUpdate } from '#shared/realtime/room-draft.ts';
import { inNameOf } from '../kernel/lane/lane.ts';
import type { DocOperations, InputOf } from './doc/doc-operations.ts';
import type { DocWorkers } from './doc/doc-workers.ts';

/** What rooms begin with. */
export interface FirstContent {
  /**
   * What a registered operation writes, in somebody's name, into a room that nobody has opened; `createRoom` stores it in the transaction
   * that makes its document. In a worker: a long text must hold nobody up.
   */
  draft<K extends keyof DocOperations>(
    by: string,
    operation: K,
    input: InputOf<K>,
  ): Promise<readonly DraftUpdate[]>;
}

/** Nobody has written in a new room, so any clientID is free. */
const FIRST_CLIENT = 1;

export function createFirstContent({ workers }: { workers: DocWorkers }): FirstContent {
  return {
    async draft(userId, operation, input) {
      const clientId = FIRST_CLIENT;
      const { update } = await workers.turn('asked', { ...inNameOf(userId), isPatient: true }, (run) =>
        run({ kind: 'apply', operation, input, clientId, parts: [] }),
      );
      return update ? [{ userId, clientId, data: update }] : [];
    },
  };
}
