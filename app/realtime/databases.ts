/** Names of the databases of this browser; empty where it does not list them (Firefox before 126) or refuses. */
export async function databaseNames(): Promise<readonly string[]> {
  try {
    return ((await indexedDB.databases?.()) ?? []).flatMap(({ name }) => name ?? []);
  } catch {
    return [];
  }
}

/** The database of this name. Where it does not exist this fails: to look must not make it. */
export function openExisting(name: string): Promise<IDBDatabase> {
  const opening = indexedDB.open(name);
  opening.onupgradeneeded = () => opening.transaction?.abort();
  return answerOf(opening);
}

/** Whether `openExisting` failed because there is no database of this name, and not because it could not be read. */
export const isAbsent = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'AbortError';

/** Whether this browser has a database of this name. */
export async function hasDatabase(name: string): Promise<boolean> {
  if ('databases' in indexedDB) return (await databaseNames()).includes(name);
  return openExisting(name).then(
    (db) => {
      db.close();
      return true;
    },
    () => false,
  );
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
