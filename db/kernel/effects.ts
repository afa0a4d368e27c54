import { asc, eq, inArray, lt } from 'drizzle-orm';
import type { Db } from './client.ts';
import { effects } from './effect-schema.ts';
import { inTransaction, type Tx } from './transaction.ts';

/** [WR3] Keeps, with the work of this transaction, what is to be told once it is committed. `told` is of `server/kernel/effects.ts`. */
export async function keepEffects(tx: Tx, row: { id: string; told: unknown[]; at: Date }): Promise<void> {
  await tx.insert(effects).values(row);
}

/** Told: nobody need tell them again. */
export async function forgetEffects(db: Db, id: string): Promise<void> {
  await db.delete(effects).where(eq(effects.id, id));
}

const AT_ONCE = 100;

/** [WR3] Takes what was kept before this instant and told by nobody, the oldest first, and tells it: of several processes one gets each. */
export async function takeLeftEffects(
  db: Db,
  { before, tell }: { before: Date; tell: (told: unknown) => void },
): Promise<number> {
  return inTransaction(db, async (tx) => {
    const left = await tx
      .select({ id: effects.id, told: effects.told })
      .from(effects)
      .where(lt(effects.at, before))
      .orderBy(asc(effects.at), asc(effects.id))
      .limit(AT_ONCE)
      .for('update', { skipLocked: true });
    if (left.length === 0) return 0;
    for (const { told } of left) tell(told);
    const ids = left.map(({ id }) => id);
    await tx.delete(effects).where(inArray(effects.id, ids));
    return left.length;
  });
}
