import { and, eq } from 'drizzle-orm';
import type { Db } from './client.ts';
import { idempotentAnswers } from './idempotency-schema.ts';

type Answer = typeof idempotentAnswers.$inferInsert;

/** The answer kept for this key of this account, or null. */
export async function findAnswer(db: Db, { userId, key }: { userId: string; key: string }) {
  const [found] = await db
    .select()
    .from(idempotentAnswers)
    .where(and(eq(idempotentAnswers.userId, userId), eq(idempotentAnswers.key, key)));
  return found ?? null;
}

/**
 * [I1] Takes a key for the work of this transaction, whose answer follows (`keepAnswer`). False when another transaction has it: one
 * that is about to commit is waited for.
 */
export async function claimKey(tx: Db, row: Omit<Answer, 'body'>): Promise<boolean> {
  const claimed = await tx
    .insert(idempotentAnswers)
    .values({ ...row, body: {} })
    .onConflictDoNothing()
    .returning({ key: idempotentAnswers.key });
  return claimed.length > 0;
}

/** Keeps the answer of a request under its key; that of another request stays. */
export async function keepAnswer(tx: Db, row: Answer): Promise<void> {
  await tx
    .insert(idempotentAnswers)
    .values(row)
    .onConflictDoUpdate({
      target: [idempotentAnswers.userId, idempotentAnswers.key],
      set: { body: row.body },
      setWhere: eq(idempotentAnswers.requestHash, row.requestHash),
    });
}
