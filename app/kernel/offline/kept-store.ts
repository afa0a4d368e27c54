import { KEPT_DATABASE } from '#shared/kernel/offline/kept-room.ts';
import { answerOf } from '../../realtime/databases.ts';
import type { KeptEntry } from './kept-pages.ts';

/** A page as the server sent it. The nonces of its text are those of its policy: both are kept, and given back together. */
export interface KeptPage {
  readonly headers: readonly (readonly [string, string])[];
  readonly body: ArrayBuffer;
}

/** Whose browser this is, as the server last said. */
export interface KnownSession {
  /** Null for a visitor, or when nobody has come yet. */
  readonly account: string | null;
  /** Milliseconds since 1970; null when it was not said. */
  readonly endsAt: number | null;
  /** [L11] Under which what the account has not sent is closed; null until a room was kept. */
  readonly seal: string | null;
}

/** The session that ended while the server could not be reached. */
export type EndedSession = KnownSession & { readonly account: string };

/**
 * What the worker keeps: the account that this browser last was, and the pages of that one account. The entries stand apart
 * from the pages, so that they can be listed without reading megabytes.
 */
export interface KeptStore {
  /** The server has said whose browser this is: the pages of anybody else leave. Answers who it was before. */
  become(account: string | null, endsAt: number | null): Promise<string | null>;
  /** Under which what this account has not sent is closed. */
  noteSeal(account: string, seal: string): Promise<void>;
  /** [L13] When the session of who was here is over by now, its pages leave; answers it, also later, until the server says whose browser this is. */
  endIfOver(now: number): Promise<EndedSession | null>;
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
const ENDS_AT = 'endsAt';
const SEAL = 'seal';

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

  return {
    async become(account, endsAt) {
      // Most answers say what is known: nothing is written then.
      const before = await transact('readonly', sessionIn);
      if (before.account === account && before.endsAt === endsAt) return account;
      return transact('readwrite', async (store) => {
        const former = await sessionIn(store);
        store(STATE).put(endsAt, ENDS_AT);
        if (former.account === account) return account;
        store(STATE).put(account, ACCOUNT);
        store(STATE).delete(SEAL);
        clearPages(store);
        return former.account;
      });
    },
    noteSeal: (account, seal) =>
      transact('readwrite', async (store) => {
        if ((await sessionIn(store)).account === account) store(STATE).put(seal, SEAL);
      }),
    async endIfOver(now) {
      const { account, ...session } = await transact('readonly', sessionIn);
      if (account === null || session.endsAt === null || session.endsAt > now) return null;
      await transact('readwrite', async (store) => clearPages(store));
      return { account, ...session };
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
        if ((await sessionIn(store)).account !== entry.account) return;
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

async function sessionIn(store: (name: string) => IDBObjectStore): Promise<KnownSession> {
  const ask = <T>(key: string) => answerOf<T | undefined>(store(STATE).get(key));
  const [account, endsAt, seal] = await Promise.all([
    ask<string>(ACCOUNT),
    ask<number>(ENDS_AT),
    ask<string>(SEAL),
  ]);
  return { account: account ?? null, endsAt: endsAt ?? null, seal: seal ?? null };
}

function clearPages(store: (name: string) => IDBObjectStore): void {
  store(ENTRIES).clear();
  store(PAGES).clear();
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
