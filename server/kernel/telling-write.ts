import type { Logger } from 'pino';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction, isRefusal, type Tx } from '#db/kernel/transaction.ts';
import { Effects, flush, type Hearing } from './effects.ts';

/** [WR3] One transaction, and what live rooms hear of once it is committed: for what follows from a live text, which no operation asks for. */
export type TellingWrite = <T>(work: (tx: Tx, after: Effects) => Promise<T>) => Promise<T>;

export function createTellingWrite({
  db,
  rooms,
  log,
  now,
  newId,
}: {
  readonly db: Db;
  readonly rooms: Hearing;
  readonly log: Logger;
  readonly now: () => Date;
  readonly newId: () => string;
}): TellingWrite {
  return async (work) => {
    const after = new Effects();
    const { done, kept } = await inTransaction(db, async (tx) => {
      const done = await work(tx, after);
      return isRefusal(done)
        ? { ok: false, done, kept: null }
        : { done, kept: await after.keep(tx, { newId, now }) };
    });
    if (kept) await flush({ db, hearing: () => rooms, log }, kept, after);
    return done;
  };
}
