import { parseRoom } from '#shared/realtime.ts';

/** Store of our own few values in a copy, beside y-indexeddb's updates. */
export const CUSTOM = 'custom';
/** How the keys of counts begin: changes that the server had not acknowledged, one key a visit. */
export const PENDING = 'pending:';

const prefixOf = (userId: string) => `cordee:${userId}:`;

/** [L5] The database in which this browser keeps a room for an account. */
export function copyName(userId: string, room: string): string {
  return `${prefixOf(userId)}${room}`;
}

/**
 * Changes of this account that only this device has, by room; rooms without any are absent.
 * `rooms` are looked at too where the browser does not list its databases (Firefox before 126).
 */
export async function unsentChanges(
  userId: string,
  rooms: readonly string[] = [],
): Promise<ReadonlyMap<string, number>> {
  const found = await Promise.all(
    (await roomsWithCopy(userId, rooms)).map(
      async (room) => [room, await countIn(copyName(userId, room)).catch(() => 0)] as const,
    ),
  );
  return new Map(found.filter(([, count]) => count > 0));
}

/** Removes the copies of this account from the device, all but those of the rooms to `spare`. Open pages let go of theirs. */
export async function clearCopies(userId: string, spare: ReadonlySet<string> = new Set()): Promise<void> {
  const rooms = (await roomsWithCopy(userId, [])).filter((room) => !spare.has(room));
  await Promise.all(
    rooms.map(
      (room) =>
        new Promise<void>((resolve) => {
          const removal = indexedDB.deleteDatabase(copyName(userId, room));
          // Blocked by a page that is slow to let go: it is removed as soon as that page does.
          removal.onsuccess = removal.onerror = removal.onblocked = () => resolve();
        }),
    ),
  );
}

async function roomsWithCopy(userId: string, known: readonly string[]): Promise<readonly string[]> {
  const databases =
    (await indexedDB.databases?.()) ?? known.map((room) => ({ name: copyName(userId, room) }));
  return databases.flatMap(({ name }) => {
    const room = name?.startsWith(prefixOf(userId)) ? name.slice(prefixOf(userId).length) : '';
    return parseRoom(room) ? [room] : [];
  });
}

async function countIn(name: string): Promise<number> {
  const opening = indexedDB.open(name);
  // It did not exist: to look must not make it.
  opening.onupgradeneeded = () => opening.transaction?.abort();
  const db = await answerOf(opening);
  try {
    const range = IDBKeyRange.bound(PENDING, `${PENDING}\uffff`);
    const counts: unknown[] = await answerOf(db.transaction(CUSTOM).objectStore(CUSTOM).getAll(range));
    return counts.reduce<number>((sum, count) => sum + (typeof count === 'number' ? count : 0), 0);
  } finally {
    db.close();
  }
}

/** The answer of IndexedDB as a promise. */
export function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
