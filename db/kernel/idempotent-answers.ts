import { and, eq } from 'drizzle-orm';
import type { Db } from './client.ts';
import { idempotentAnswers } from './idempotency-schema.ts';

/** The answer kept for this key of this account, or null. */
export async function findAnswer(db: Db, { userId, key }: { userId: string; key: string }) {
  const [found] = await db
    .select()
    .from(idempotentAnswers)
    .where(and(eq(idempotentAnswers.userId, userId), eq(idempotentAnswers.key, key)));
  return found ?? null;
}

/** Keeps an answer; the first one kept for a key stays. */
export async function keepAnswer(db: Db, row: typeof idempotentAnswers.$inferInsert): Promise<void> {
  await db.insert(idempotentAnswers).values(row).onConflictDoNothing();
}
