import { answerOf, hasDatabase, transact } from '../databases.ts';
import { sealedName } from '../device-copies.ts';
import { removeDatabase } from './remove-database.ts';
import type { SealedBox } from './seal.ts';

/** Something of an account that is kept closed: what can be known of it without opening it. */
export interface SealedRecord {
  /** Empty when it is a draft. */
  readonly room: string;
  /** Changes in it that no server has. */
  readonly changes: number;
  readonly box: SealedBox;
}

const STORE = 'sealed';

/** Keeps a record; in the place of that one, when its number is given. Answers its number once it is on the device. */
export async function putSealed(account: string, record: SealedRecord, id?: number): Promise<number> {
  return inStore(account, 'readwrite', async (store) => Number(await answerOf(store.put(record, id))));
}

/** What is kept closed of this account, by number. A look makes nothing. */
export async function sealedOf(
  account: string,
): Promise<readonly (SealedRecord & { readonly id: number })[]> {
  if (!(await hasDatabase(sealedName(account)))) return [];
  return inStore(account, 'readonly', async (store) => {
    const [ids, records] = await Promise.all([
      answerOf(store.getAllKeys()),
      answerOf<SealedRecord[]>(store.getAll()),
    ]);
    return records.map((record, index) => ({ ...record, id: Number(ids[index]) }));
  });
}

/** It was opened, and is back where it was. With the last one the database leaves too. */
export async function removeSealed(account: string, id: number): Promise<void> {
  const left = await inStore(account, 'readwrite', async (store) => {
    store.delete(id);
    return answerOf(store.count());
  });
  if (left === 0) await removeDatabase(sealedName(account));
}

async function inStore<T>(
  account: string,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const opening = indexedDB.open(sealedName(account), 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { autoIncrement: true });
  const db = await answerOf(opening);
  db.onversionchange = () => db.close();
  try {
    return await transact(db, [STORE], mode, (store) => work(store(STORE)));
  } finally {
    db.close();
  }
}
