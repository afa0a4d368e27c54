import type { Result } from '#shared/kernel/result.ts';
import type { Db } from './client.ts';

declare const isInside: unique symbol;

/** The database inside a transaction. Whatever writes takes this, and only `inTransaction` gives one: no write stands half. */
export type Tx = Db & { readonly [isInside]: true };

class RolledBack extends Error {}

/** [WR1] Does this work in one transaction. A refusal takes everything back, as an error does. */
export async function inTransaction<R>(db: Db, work: (tx: Tx) => Promise<R>): Promise<R> {
  let refusal: { readonly refused: R } | undefined;
  try {
    return await db.transaction(async (transaction) => {
      const inside: Db = transaction;
      const done = await work(inside as Tx);
      if (!isRefusal(done)) return done;
      refusal = { refused: done };
      throw new RolledBack();
    });
  } catch (error) {
    if (refusal && error instanceof RolledBack) return refusal.refused;
    throw error;
  }
}

/** Reads what is of one moment, and writes nothing. */
export function atOneMoment<T>(db: Db, read: (tx: Db) => Promise<T>): Promise<T> {
  return db.transaction(read, { isolationLevel: 'repeatable read', accessMode: 'read only' });
}

/** Whether what was made is a refusal of the domain, which takes its transaction back. */
export function isRefusal(done: unknown): boolean {
  return (done as Result<unknown, string> | null | undefined)?.ok === false;
}
