import * as Y from 'yjs';
import { withClients } from '#shared/realtime/update-structs.ts';
import { answerOf, openExisting, transact } from './databases.ts';
import { CUSTOM, PENDING, UPDATES } from './device-copies.ts';

/** What a page holds, under clientIDs that are nobody else's: it goes on in another document. */
export interface Renewed {
  readonly content: Uint8Array;
  /** Changes in it that no server has. */
  readonly changes: number;
}

/** How the keys begin under which a copy remembers which clientID stands for a former one. */
const RENEWED = 'renewed:';

/**
 * [R3] Writes again under new clientIDs what this device wrote under these, which are somebody else's in the room: in the copy
 * named `name`, if there is one, and in what `doc` holds, which is returned. The server has nothing of it.
 */
export async function renewClients(name: string, doc: Y.Doc, taken: readonly number[]): Promise<Uint8Array> {
  // A device that keeps nothing has no other tab that could take another clientID for the same text.
  const names = await renewCopy(name, doc, taken).catch(
    () => new Map(taken.map((clientId) => [clientId, newClientId()])),
  );
  return withClients(Y.encodeStateAsUpdate(doc), names);
}

/** One transaction: the copy is renewed as a whole or stays what it was. */
async function renewCopy(
  name: string,
  doc: Y.Doc,
  taken: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const db = await openExisting(name);
  try {
    return await transact(db, [UPDATES, CUSTOM], 'readwrite', async (store) => {
      const names = new Map<number, number>();
      for (const clientId of taken) names.set(clientId, await renewedIn(store(CUSTOM), clientId));
      const rows: Uint8Array[] = await answerOf(store(UPDATES).getAll());
      store(UPDATES).clear();
      store(UPDATES).add(withClients(Y.mergeUpdates([...rows, Y.encodeStateAsUpdate(doc)]), names));
      return names;
    });
  } finally {
    db.close();
  }
}

/** The clientID that stands for a former one: every tab that holds the same text takes the same, or it would come twice. */
async function renewedIn(custom: IDBObjectStore, clientId: number): Promise<number> {
  const known: unknown = await answerOf(custom.get(`${RENEWED}${clientId}`));
  const renewed = typeof known === 'number' ? known : newClientId();
  custom.put(renewed, `${RENEWED}${clientId}`);
  const count: unknown = await answerOf(custom.get(`${PENDING}${clientId}`));
  if (count !== undefined) {
    custom.put(count, `${PENDING}${renewed}`);
    custom.delete(`${PENDING}${clientId}`);
  }
  return renewed;
}

/** By chance, as Yjs picks its own. */
function newClientId(): number {
  return new Y.Doc().clientID;
}
