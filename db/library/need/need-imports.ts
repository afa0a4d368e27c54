import { ok } from '#shared/kernel/result.ts';
import type { NeedLine } from '#shared/library/need/need-table.ts';
import { inTransaction, type Tx } from '../../kernel/transaction.ts';
import { createDataNeed } from './data-needs.ts';

/** [DN11] Adds the needs of a file, all of them or none: how many, or the line of the first one that is in the table already. */
export async function importDataNeeds(
  tx: Tx,
  {
    experimentId,
    lines,
    newId,
    userId,
    now,
  }: {
    readonly experimentId: string;
    readonly lines: readonly NeedLine[];
    readonly newId: () => string;
    readonly userId: string;
    readonly now: Date;
  },
): Promise<{ readonly added: number } | { readonly twiceAt: number }> {
  let at = 0;
  // Within whatever transaction: what was added before that line goes back, and which one it was can be told.
  const done = await inTransaction(tx, async (inner) => {
    for (const { line, fields } of lines) {
      at = line;
      const written = { experimentId, needId: newId(), newWantedId: newId(), fields, userId, now };
      const made = await createDataNeed(inner, written);
      if (!made.ok) return made;
    }
    return ok();
  });
  return done.ok ? { added: lines.length } : { twiceAt: at };
}
