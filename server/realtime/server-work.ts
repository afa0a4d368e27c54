import { createHash } from 'node:crypto';
import type { RunSql } from '#db/kernel/client.ts';
import type { Asking } from '../kernel/lane/lane.ts';
import type { DocOperations, InputOf } from './doc/doc-operations.ts';
import type { DocReaders } from './doc/doc-readers.ts';
import type { DocWorkers, RunAsked } from './doc/doc-workers.ts';
import { loadParts } from './log/past-states.ts';
import { pickClientId } from './pick-client-id.ts';
import type { RoomRegistry } from './room-registry.ts';

type ValueOf<F> = F extends (...given: never[]) => infer R ? R : never;

/** [R12] What the server reads and writes in rooms for somebody, in their turn. */
export interface ServerWork {
  /** What a registered reader makes of the room's committed state, with the number of its last update. Kept until the room changes. */
  read<K extends keyof DocReaders>(
    room: string,
    reader: K,
    asking: Pick<Asking, 'by' | 'isPatient'>,
  ): Promise<{ seq: number; value: ValueOf<DocReaders[K]> }>;
  /**
   * Runs a registered operation in somebody's name; resolves once its update is stored and on its way to everybody. With
   * `since` it runs on the room as it was after that update: what came later is none of its business, and stays.
   */
  apply<K extends keyof DocOperations>(
    room: string,
    by: { readonly userId: string },
    operation: K,
    input: InputOf<K>,
    since?: number,
  ): Promise<ValueOf<DocOperations[K]>>;
  /**
   * [I1] The same, once for each `id` of this person (null: as often as it is asked), whichever process was asked the time before: then null, and nothing is written. What it
   * writes has a clientID that follows from `id`.
   */
  applyOnce<K extends keyof DocOperations>(
    room: string,
    by: { readonly userId: string; readonly id: string | null },
    operation: K,
    input: InputOf<K>,
    since?: number,
  ): Promise<ValueOf<DocOperations[K]> | null>;
}

/** A page waits that long for its text, then says that it cannot be shown. The longest document takes a second. */
const READ_MS = 5_000;

interface Options {
  readonly run: RunSql;
  readonly registry: RoomRegistry;
  readonly workers: DocWorkers;
}

/** Makes what the server itself does in the live rooms of this process. */
export function createServerWork({ run: runSql, registry, workers }: Options): ServerWork {
  const apply = <K extends keyof DocOperations>(
    name: string,
    by: { readonly userId: string; readonly id: string | null },
    operation: K,
    input: InputOf<K>,
    since?: number,
  ): Promise<ValueOf<DocOperations[K]> | null> =>
    registry.use(name, (room) =>
      // One's own turn first, then the room's: nobody waits in a room for what somebody else has asked elsewhere.
      workers.turn('asked', { by: { account: by.userId } }, (run) =>
        room.work.inTurn(async () => {
          await registry.others.toNewest(room);
          const ofId = by.id === null ? null : clientIdOf(by.id);
          const first = ofId === null ? [] : [ofId];
          const isDone = ofId !== null && room.state.structs.end(ofId) > 0;
          if (isDone && room.authors.mayHave(by.userId, ofId)) return null;
          const isPast = since !== undefined && since < room.state.seq;
          const clientId =
            ofId !== null || isPast
              ? room.authors.newClientId(() => first.pop() ?? pickClientId())
              : room.authors.clientIdFor(by.userId, pickClientId);
          const parts = isPast ? await loadParts(runSql, name, since) : room.state.parts();
          const { value, update } = await run({ kind: 'apply', operation, input, clientId, parts });
          if (update) await room.append(by.userId, update);
          return value as never;
        }),
      ),
    );

  return {
    read: (name, reader, { by, isPatient = false }) =>
      registry.use(name, async (room) => {
        await registry.others.toNewest(room);
        const read = (run: RunAsked) =>
          room.work.readOnce(reader, room.state.seq, async () => {
            const { value } = await run({ kind: 'read', reader, parts: room.state.parts() }, READ_MS);
            // The worker ran the reader registered under this name: its value has that reader's type.
            return value as never;
          });
        // What is known, or being found out, is nobody's work any more; so it does not end with the request of one of those who wait.
        return (
          room.work.kept<never>(reader, room.state.seq) ?? workers.turn('asked', { by, isPatient }, read)
        );
      }),

    apply: async (name, by, operation, input, since) => {
      const value = await apply(name, { ...by, id: null }, operation, input, since);
      // Without an id nothing was done before.
      return value as never;
    },
    applyOnce: apply,
  };
}

/** A clientID that follows from an id: a whole number below 2³². */
function clientIdOf(id: string): number {
  return createHash('sha256').update(id).digest().readUInt32BE();
}
