import { KEPT_DATABASE } from '#shared/kernel/offline/kept-room.ts';
import { answerOf } from '../../realtime/device-copies.ts';
import type { KeptEntry } from './kept-pages.ts';

/** A page as the server sent it. The nonces of its text are those of its policy: both are kept, and given back together. */
export interface KeptPage {
  readonly headers: readonly (readonly [string, string])[];
  readonly body: ArrayBuffer;
}

/**
 * What the worker keeps: the account that this browser last was, and the pages of that one account. The entries stand apart
 * from the pages, so that they can be listed without reading megabytes.
 */
export interface KeptStore {
  /** Null for a visitor, or when nobody has come yet. */
  account(): Promise<string | null>;
  /** The server has said whose browser this is: the pages of anybody else leave. Answers who it was before. */
  become(account: string | null): Promise<string | null>;
  entries(): Promise<readonly KeptEntry[]>;
  entry(room: string): Promise<KeptEntry | null>;
  page(room: string): Promise<KeptPage | null>;
  /** Does nothing when the browser has become somebody else's meanwhile. */
  keep(entry: KeptEntry, page: KeptPage): Promise<void>;
  /** Changes what is known of a kept page. */
  note(room: string, change: Partial<Pick<KeptEntry, 'title' | 'group' | 'openedAt'>>): Promise<void>;
  remove(rooms: readonly string[]): Promise<void>;
}

const STATE = 'state';
const ENTRIES = 'entries';
const PAGES = 'pages';
const ALL = [STATE, ENTRIES, PAGES];
const ACCOUNT = 'account';

export function openKeptStore(): KeptStore {
  let opened: Promise<IDBDatabase> | null = null;
  const open = () => {
    opened ??= openDatabase(() => {
      opened = null;
    });
    return opened;
  };

  /** One transaction: all of it or nothing. `work` starts every request before it waits for anything else. */
  async function transact<T>(
    mode: IDBTransactionMode,
    work: (store: (name: string) => IDBObjectStore) => Promise<T>,
  ): Promise<T> {
    const transaction = (await open()).transaction(ALL, mode);
    const isDone = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    const [result] = await Promise.all([work((name) => transaction.objectStore(name)), isDone]);
    return result;
  }

  const accountIn = async (store: (name: string) => IDBObjectStore): Promise<string | null> =>
    (await answerOf<string | undefined>(store(STATE).get(ACCOUNT))) ?? null;

  return {
    account: () => transact('readonly', accountIn),
    async become(account) {
      // Most answers say what is known: nothing is written then.
      const before = await transact('readonly', accountIn);
      if (before === account) return before;
      return transact('readwrite', async (store) => {
        const former = await accountIn(store);
        store(STATE).put(account, ACCOUNT);
        store(ENTRIES).clear();
        store(PAGES).clear();
        return former;
      });
    },
    entries: () => transact('readonly', (store) => answerOf<KeptEntry[]>(store(ENTRIES).getAll())),
    entry: (room) =>
      transact(
        'readonly',
        async (store) => (await answerOf<KeptEntry | undefined>(store(ENTRIES).get(room))) ?? null,
      ),
    page: (room) =>
      transact(
        'readonly',
        async (store) => (await answerOf<KeptPage | undefined>(store(PAGES).get(room))) ?? null,
      ),
    keep: (entry, page) =>
      transact('readwrite', async (store) => {
        if ((await accountIn(store)) !== entry.account) return;
        store(ENTRIES).put(entry, entry.room);
        store(PAGES).put(page, entry.room);
      }),
    note: (room, change) =>
      transact('readwrite', async (store) => {
        const entry = await answerOf<KeptEntry | undefined>(store(ENTRIES).get(room));
        if (entry) store(ENTRIES).put({ ...entry, ...change }, room);
      }),
    remove: (rooms) =>
      transact('readwrite', async (store) => {
        for (const room of rooms) {
          store(ENTRIES).delete(room);
          store(PAGES).delete(room);
        }
      }),
  };
}

async function openDatabase(onClosed: () => void): Promise<IDBDatabase> {
  const opening = indexedDB.open(KEPT_DATABASE, 1);
  opening.onupgradeneeded = () => {
    for (const name of ALL) opening.result.createObjectStore(name);
  };
  const db = await answerOf(opening);
  db.onclose = onClosed;
  db.onversionchange = () => {
    db.close();
    onClosed();
  };
  return db;
}
