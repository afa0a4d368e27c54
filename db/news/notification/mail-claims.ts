import { eq, lt } from 'drizzle-orm';
import type { Db } from '../../kernel/client.ts';
import { mailClaims } from './schema.ts';

/** Longer than a mail waits in its queue. */
const KEPT_MS = 30 * 24 * 3_600_000;

/** [NO1] Takes a mail that leaves at most once; false when it was taken before. */
export async function takeMail(db: Db, { id, now }: { id: string; now: Date }): Promise<boolean> {
  await db.delete(mailClaims).where(lt(mailClaims.at, new Date(now.getTime() - KEPT_MS)));
  const taken = await db
    .insert(mailClaims)
    .values({ id, at: now })
    .onConflictDoNothing()
    .returning({ id: mailClaims.id });
  return taken.length > 0;
}

/** The mail did not leave: it may be taken again. */
export async function giveMailBack(db: Db, { id }: { id: string }): Promise<void> {
  await db.delete(mailClaims).where(eq(mailClaims.id, id));
}
