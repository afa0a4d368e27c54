import { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';
import { answerOf } from './databases.ts';
import { CUSTOM, PENDING, SCHEMA, SYNCED, UPDATES } from './device-copies.ts';

/** What an earlier visit left on this device. */
export interface Found {
  /** Changes that no server had acknowledged. */
  readonly changes: number;
  /** The Yjs clientIDs under which they were made. */
  readonly clientIds: readonly number[];
  /** Highest document schema that wrote here; 0 when none did. */
  readonly schema: number;
  /** Whether the server's content was ever here: then nothing means that the room is empty, not that it is unknown. */
  readonly wasSynced: boolean;
}

/** The copy of a room in IndexedDB: what makes a change survive the tab. */
export interface DeviceCopy {
  /** The origin that its transactions carry in the document. */
  readonly origin: unknown;
  /** False when this browser keeps nothing (refused, full): changes live in this tab only. */
  readonly isUsable: boolean;
  /** Local changes of this page that are on the device. */
  readonly written: number;
  /** Resolves once the document holds what the device had; null when the device cannot be used. */
  readonly whenLoaded: Promise<Found | null>;
  /** Notes how many of the `made` changes wait for the server, and learns when they are on the device. */
  note(made: number, pending: number): void;
  /** Forgets the counts of earlier visits: the server has everything now. */
  forgetEarlier(): void;
  /** An older page must never bind an editor to what a newer one left here: it says which it is. */
  noteSchema(schema: number): void;
  /** The document holds what the server has, of this generation. */
  noteSynced(generation: number): void;
  /** Removes the copy from the device. */
  clear(): Promise<void>;
  close(): void;
}

/**
 * Opens the copy named `name` for this document. `onChange` is called when `isUsable` or `written` moved.
 * One IndexedDB may serve several tabs: each keeps its own count, under its own Yjs client id.
 */
export function openDeviceCopy(name: string, doc: Y.Doc, onChange: () => void): DeviceCopy {
  const persistence = new IndexeddbPersistence(name, doc);
  const ownKey = `${PENDING}${doc.clientID}`;
  let isUsable = true;
  let isClosed = false;
  let written = 0;
  let wanted: { made: number; pending: number } | null = null;
  let isWriting = false;
  let earlier: readonly (readonly [IDBValidKey, unknown])[] = [];

  const fail = () => {
    isUsable = false;
    onChange();
  };
  /** From here on nothing is written: y-indexeddb would throw into the document at each change. */
  const letGo = () => {
    persistence.db?.close();
    persistence.db = null;
    fail();
  };

  const whenLoaded = new Promise<Found | null>((resolve) => {
    persistence.get(SCHEMA).catch(() => {
      fail();
      resolve(null);
    });
    persistence.once('synced', async () => {
      const { db } = persistence;
      if (!db || isClosed) return resolve(null);
      // y-indexeddb looks at none of its writes: a full disk or quota ends them here, where they all arrive.
      db.addEventListener('abort', letGo);
      db.addEventListener('close', letGo);
      // The copies of this account are being removed, by the tab in which somebody signs out.
      db.addEventListener('versionchange', letGo);
      const store = db.transaction(CUSTOM, 'readonly').objectStore(CUSTOM);
      const [keys, values] = await Promise.all([answerOf(store.getAllKeys()), answerOf(store.getAll())]);
      const entries = keys.map((key, index) => [key, values[index]] as const);
      earlier = entries.filter(([key]) => String(key).startsWith(PENDING));
      resolve({
        changes: earlier.reduce((sum, [, value]) => sum + numberIn(value), 0),
        clientIds: earlier.map(([key]) => numberIn(Number(String(key).slice(PENDING.length)))),
        schema: numberIn(entries.find(([key]) => key === SCHEMA)?.[1]),
        wasSynced: keys.includes(SYNCED),
      });
    });
  });

  async function writeOn(): Promise<void> {
    if (isWriting || isClosed) return;
    isWriting = true;
    await whenLoaded;
    while (wanted && persistence.db && isUsable && !isClosed) {
      const { made, pending } = wanted;
      wanted = null;
      // It also names the store of updates: the browser runs it after the writes of y-indexeddb before it, so that
      // its end says that they are on the device.
      const isDone = await write(persistence.db, [UPDATES, CUSTOM], (store) => {
        if (pending > 0) store.put(pending, ownKey);
        else store.delete(ownKey);
      });
      if (!isDone) return fail();
      // Meanwhile a write before it has failed: the change that it counts may be the one that is missing.
      if (!isUsable) return;
      written = made;
      onChange();
    }
    isWriting = false;
  }

  return {
    origin: persistence,
    whenLoaded,
    get isUsable() {
      return isUsable;
    },
    get written() {
      return written;
    },
    note(made, pending) {
      wanted = { made, pending };
      void writeOn();
    },
    forgetEarlier() {
      if (!persistence.db || isClosed || earlier.length === 0) return;
      const counted = earlier;
      void write(persistence.db, [CUSTOM], (store) => {
        for (const [key, value] of counted) {
          const found = store.get(key);
          // Another tab that is still open may have counted on meanwhile: its count is its own.
          found.onsuccess = () => {
            if (found.result === value) store.delete(key);
          };
        }
      });
      earlier = [];
    },
    noteSchema(schema) {
      persistence.set(SCHEMA, schema).catch(fail);
    },
    noteSynced(generation) {
      persistence.set(SYNCED, String(generation)).catch(fail);
    },
    clear() {
      isClosed = true;
      return persistence.clearData().catch(() => undefined);
    },
    close() {
      isClosed = true;
      persistence.destroy().catch(() => undefined);
    },
  };
}

function numberIn(value: unknown): number {
  return Number.isInteger(value) ? Number(value) : 0;
}

/** One transaction over these stores; false when it failed, or when the browser has closed the database under us. */
function write(
  db: IDBDatabase,
  stores: string[],
  change: (custom: IDBObjectStore) => void,
): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const transaction = db.transaction(stores, 'readwrite');
      transaction.oncomplete = () => resolve(true);
      transaction.onabort = () => resolve(false);
      change(transaction.objectStore(CUSTOM));
    } catch {
      resolve(false);
    }
  });
}
