import type { Db } from '#db/kernel/client.ts';
import { inTransaction, type Tx } from '#db/kernel/transaction.ts';
import { ok, type Result } from '#shared/kernel/result.ts';

/** A write of which all is ready but its transaction, which whoever asks for it opens, to write what belongs with it beside it. */
export interface ReadyWrite<T, E extends string = never> {
  readonly make: (tx: Tx) => Promise<Result<T, E>>;
}

/** The same write, which gives what is made of what it gives. */
export function answering<T, A, E extends string>(
  write: ReadyWrite<T, E>,
  answer: (made: T) => A,
): ReadyWrite<A, E> {
  return followedBy(write, async (_tx, made) => ok(answer(made)));
}

/** The same write, which gives what is found in its transaction after it. */
export function followedBy<T, A, E extends string, F extends string>(
  { make }: ReadyWrite<T, E>,
  find: (tx: Tx, made: T) => Promise<Result<A, F>>,
): ReadyWrite<A, E | F> {
  return {
    async make(tx) {
      const made = await make(tx);
      return made.ok ? find(tx, made.value) : made;
    },
  };
}

/** Does it now, in a transaction of its own. A refusal writes nothing. */
export function writeNow<T, E extends string>(db: Db, { make }: ReadyWrite<T, E>): Promise<Result<T, E>> {
  return inTransaction(db, make);
}

/** The same of one that was refused already, or is ready. */
export async function writeReady<T, E extends string, F extends string>(
  db: Db,
  ready: Result<ReadyWrite<T, E>, F>,
): Promise<Result<T, E | F>> {
  return ready.ok ? writeNow(db, ready.value) : ready;
}

/** Several writes in one transaction, one after the other: all are done, or none. */
export function allWrites<E extends string>(writes: readonly ReadyWrite<unknown, E>[]): ReadyWrite<void, E> {
  return {
    async make(tx) {
      for (const { make } of writes) {
        const made = await make(tx);
        if (!made.ok) return made;
      }
      return ok();
    },
  };
}
