import { parseRoom } from '#shared/realtime/realtime.ts';

/** Store of y-indexeddb: updates in order. */
export const UPDATES = 'updates';
/** Store of our own few values in a copy, beside y-indexeddb's updates. */
export const CUSTOM = 'custom';
/** How the keys of counts begin: changes that the server had not acknowledged, one key a visit. */
export const PENDING = 'pending:';

const prefixOf = (userId: string) => `cordee:${userId}:`;

/** [L5] The database in which this browser keeps a room for an account. */
export function copyName(userId: string, room: string): string {
  return `${prefixOf(userId)}${room}`;
}

/** How the databases begin in which this browser put content of a room aside ([K4]). */
export function asidePrefix(userId: string, room: string): string {
  return `${copyName(userId, room)}~`;
}

/**
 * Changes of this account that only this device has, by room; rooms without any are absent.
 * `rooms` are looked at too where the browser does not list its databases (Firefox before 126).
 */
export async function unsentChanges(
  userId: string,
  rooms: readonly string[] = [],
): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  await Promise.all(
    (await copiesOf(userId, rooms)).map(async ({ name, room }) => {
      const count = await countIn(name).catch(() => 0);
      if (count > 0) found.set(room, (found.get(room) ?? 0) + count);
    }),
  );
  return found;
}

/** Removes the copies of this account from the device, all but those of the rooms to `spare`. Open pages let go of theirs. */
export async function clearCopies(userId: string, spare: ReadonlySet<string> = new Set()): Promise<void> {
  const copies = (await copiesOf(userId, [])).filter(({ room }) => !spare.has(room));
  for (const key of Object.keys(localStorage)) {
    if (copies.some(({ name }) => key.startsWith(name))) localStorage.removeItem(key);
  }
  await Promise.all(
    copies.map(
      ({ name }) =>
        new Promise<void>((resolve) => {
          const removal = indexedDB.deleteDatabase(name);
          // Blocked by a page that is slow to let go: it is removed as soon as that page does.
          removal.onsuccess = removal.onerror = removal.onblocked = () => resolve();
        }),
    ),
  );
}

/** Databases of this account: the copies of its rooms, and what was put aside of them. */
async function copiesOf(
  userId: string,
  known: readonly string[],
): Promise<readonly { readonly name: string; readonly room: string }[]> {
  const databases =
    (await indexedDB.databases?.()) ?? known.map((room) => ({ name: copyName(userId, room) }));
  return databases.flatMap(({ name = '' }) => {
    const room = name.startsWith(prefixOf(userId)) ? name.slice(prefixOf(userId).length).split('~')[0] : '';
    return room && parseRoom(room) ? [{ name, room }] : [];
  });
}

async function countIn(name: string): Promise<number> {
  const db = await openCopy(name);
  try {
    const range = IDBKeyRange.bound(PENDING, `${PENDING}\uffff`);
    const counts: unknown[] = await answerOf(db.transaction(CUSTOM).objectStore(CUSTOM).getAll(range));
    return counts.reduce<number>((sum, count) => sum + (typeof count === 'number' ? count : 0), 0);
  } finally {
    db.close();
  }
}

/** The copy of this name as a database. Where it does not exist this fails: to look must not make it. */
export function openCopy(name: string): Promise<IDBDatabase> {
  const opening = indexedDB.open(name);
  opening.onupgradeneeded = () => opening.transaction?.abort();
  return answerOf(opening);
}

/** One transaction over these stores, all of it or nothing. `work` waits for nothing but them. */
export async function transact<T>(
  db: IDBDatabase,
  stores: readonly string[],
  mode: IDBTransactionMode,
  work: (store: (name: string) => IDBObjectStore) => Promise<T>,
): Promise<T> {
  const transaction = db.transaction([...stores], mode);
  const isDone = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  const [result] = await Promise.all([work((name) => transaction.objectStore(name)), isDone]);
  return result;
}

/** The answer of IndexedDB as a promise. */
export function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
