import type { Result } from '#shared/kernel/result.ts';
import type { Db } from './client.ts';
import { type Effect, Effects, keepEffects } from './effects.ts';

declare const isInside: unique symbol;

/** The database inside a transaction. Whatever writes takes this, and only `inTransaction` gives one: no write stands half. */
export type Tx = Db & { readonly [isInside]: true };

/** Tells what a transaction kept under this id, once it is committed. Never throws: what is not told now is told by the rounds. */
export type Tell = (id: string, effects: readonly Effect[]) => Promise<void>;

const effectsByTx = new WeakMap<Db, Effects>();
const tellers = new WeakMap<Db, Tell>();

/** The same database, whose transactions tell at once what they have to tell: on any other it waits for the rounds of a server. */
export function telling(db: Db, tell: Tell): Db {
  const own: Db = Object.create(db);
  tellers.set(own, tell);
  return own;
}

/** [WR3] What live rooms hear of once this transaction is committed, whoever commits it; rolled back with it. */
export function effectsOf(tx: Tx): Effects {
  const found = effectsByTx.get(tx);
  if (!found) throw new Error('no transaction of ours');
  return found;
}

class RolledBack extends Error {}

/**
 * [WR1] Does this work in one transaction, then tells what it has to tell [WR3]. A refusal takes everything back, as an error does. Inside of
 * another it is a part of that one: what it has to tell is told with the whole.
 */
export async function inTransaction<R>(db: Db, work: (tx: Tx) => Promise<R>): Promise<R> {
  const outer = effectsByTx.get(db);
  const effects = new Effects();
  let refusal: { readonly refused: R } | undefined;
  let kept: string | null = null;
  try {
    const done = await db.transaction(async (transaction) => {
      const inside: Db = transaction;
      effectsByTx.set(inside, effects);
      const done = await work(inside as Tx);
      if (isRefusal(done)) {
        refusal = { refused: done };
        throw new RolledBack();
      }
      if (!outer && effects.queued.length > 0) kept = await keepEffects(inside, effects.queued);
      return done;
    });
    if (outer) outer.join(effects);
    else {
      effects.wake();
      if (kept !== null) await tellers.get(db)?.(kept, effects.queued);
    }
    return done;
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
