import type { Unsent } from '#shared/kernel/offline/unsent.ts';
import { parseRoom } from '#shared/realtime/realtime.ts';
import { answerOf, databaseNames, isAbsent, openExisting, transact } from '../databases.ts';
import { CUSTOM, copyName, PENDING, sealedName, UPDATES } from '../device-copies.ts';
import { removeDatabase } from './remove-database.ts';
import type { CopyContent } from './sealed-content.ts';
import { sealedOf } from './sealed-store.ts';

/** A database of this browser in which an account has a copy of a room, or what was put aside of it ([K4]). */
export interface HeldCopy {
  readonly name: string;
  readonly account: string;
  /** Empty when the name is none of today's. */
  readonly room: string;
}

const COPY = /^cordee:([^:]+):([^~]*)/;

/** All of them, whoever they are of. `known` are looked at too where the browser does not list its databases. */
export async function heldCopies(known: readonly string[] = []): Promise<readonly HeldCopy[]> {
  const listed = await databaseNames();
  return (listed.length > 0 ? listed : known).flatMap((name) => {
    const [, account, room = ''] = COPY.exec(name) ?? [];
    return account ? [{ name, account, room: parseRoom(room) ? room : '' }] : [];
  });
}

/**
 * Changes of this account that only this device has, those that are closed included.
 * `rooms` are looked at too where the browser does not list its databases (Firefox before 126).
 */
export async function unsentChanges(userId: string, rooms: readonly string[] = []): Promise<Unsent> {
  const changes = new Map<string, number>();
  const unread = new Set<string>();
  const add = (room: string, count: number) =>
    count > 0 && changes.set(room, (changes.get(room) ?? 0) + count);
  const copies = await heldCopies(rooms.map((room) => copyName(userId, room)));
  await Promise.all(
    copies.map(async ({ name, account, room }) => {
      if (account !== userId || !room) return;
      await countIn(name).then(
        (count) => add(room, count),
        () => unread.add(room),
      );
    }),
  );
  try {
    for (const sealed of await sealedOf(userId)) add(sealed.room, sealed.changes);
  } catch {
    unread.add('');
  }
  return { changes, unread };
}

/** Changes in the copy of this name; none where there is no such copy. @throws where it is there and cannot be read. */
async function countIn(name: string): Promise<number> {
  const db = await openExisting(name).catch((error: unknown) => {
    if (isAbsent(error)) return null;
    throw error;
  });
  if (!db) return 0;
  try {
    return unsentIn(await readCopy(db));
  } finally {
    db.close();
  }
}

/** Changes of a copy that no server had acknowledged. */
export function unsentIn({ custom }: CopyContent): number {
  return custom.reduce(
    (sum, [key, value]) => (key.startsWith(PENDING) && typeof value === 'number' ? sum + value : sum),
    0,
  );
}

/** What a copy holds at one moment. */
export function readCopy(db: IDBDatabase): Promise<CopyContent> {
  return transact(db, [UPDATES, CUSTOM], 'readonly', contentIn);
}

/** Empties a copy when it still holds exactly this; else it stays as it is, and the answer is false. */
export function emptyCopy(db: IDBDatabase, held: CopyContent): Promise<boolean> {
  return transact(db, [UPDATES, CUSTOM], 'readwrite', async (store) => {
    if (!isSame(await contentIn(store), held)) return false;
    store(UPDATES).clear();
    store(CUSTOM).clear();
    return true;
  });
}

async function contentIn(store: (name: string) => IDBObjectStore): Promise<CopyContent> {
  const [updates, keys, values] = await Promise.all([
    answerOf<Uint8Array[]>(store(UPDATES).getAll()),
    answerOf(store(CUSTOM).getAllKeys()),
    answerOf<unknown[]>(store(CUSTOM).getAll()),
  ]);
  return { updates, custom: keys.map((key, index) => [String(key), values[index]] as const) };
}

function isSame(one: CopyContent, other: CopyContent): boolean {
  return (
    JSON.stringify(one.custom) === JSON.stringify(other.custom) &&
    one.updates.length === other.updates.length &&
    one.updates.every((update, index) => isEqual(update, other.updates[index]))
  );
}

function isEqual(one: Uint8Array, other: Uint8Array | undefined): boolean {
  return one.length === other?.length && one.every((byte, index) => byte === other[index]);
}

/** Removes what this account has in databases of this device, closed or not. Open pages let go of theirs. */
export async function clearCopies(userId: string): Promise<void> {
  const copies = (await heldCopies()).filter(({ account }) => account === userId);
  await Promise.all([...copies.map(({ name }) => name), sealedName(userId)].map(removeDatabase));
}
