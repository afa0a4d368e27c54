import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import { removeDatabase } from './closing/remove-database.ts';
import { databaseNames } from './databases.ts';
import { asidePrefix, PENDING } from './device-copies.ts';

/** A text that this device put aside when its room began again from another state ([K4]). */
export interface Aside {
  /** Of its database. */
  readonly name: string;
  readonly at: Date;
}

/** Puts what `doc` holds aside, on this device; `changes`: how many of its changes no server had. False when it cannot. */
export async function putAside(
  doc: Y.Doc,
  { userId, room, changes, at }: { userId: string; room: string; changes: number; at: Date },
): Promise<boolean> {
  const persistence = new IndexeddbPersistence(`${asidePrefix(userId, room)}${at.getTime()}`, doc);
  try {
    await persistence.get('readable');
    await persistence.whenSynced;
    // Counted among what signing out would remove: it exists nowhere else.
    await persistence.set(`${PENDING}aside`, Math.max(1, changes));
    return true;
  } catch {
    return false;
  } finally {
    await persistence.destroy().catch(() => undefined);
  }
}

/** What was put aside of this room for this account, the last first. */
export async function asidesOf(userId: string, room: string): Promise<readonly Aside[]> {
  const prefix = asidePrefix(userId, room);
  const names = await databaseNames();
  return names
    .flatMap((name) =>
      name.startsWith(prefix) ? [{ name, at: new Date(Number(name.slice(prefix.length))) }] : [],
    )
    .sort((a, b) => b.at.getTime() - a.at.getTime());
}

/** The content of what was put aside. */
export async function readAside({ name }: Aside): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const persistence = new IndexeddbPersistence(name, doc);
  await persistence.whenSynced;
  await persistence.destroy();
  return doc;
}

export function removeAside({ name }: Aside): Promise<void> {
  return removeDatabase(name);
}
