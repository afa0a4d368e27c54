import { asc, inArray, lt } from 'drizzle-orm';
import type { Db } from './client.ts';
import { effects } from './effect-schema.ts';
import { inTransaction } from './transaction.ts';

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
