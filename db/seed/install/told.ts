import { isNotNull } from 'drizzle-orm';
import { findStretch, listEdited, tellStretch } from '../../documents/document-edits.ts';
import type { Db } from '../../kernel/client.ts';
import { inTransaction } from '../../kernel/transaction.ts';
import { tellNext } from '../../news/notification/notification-fan-out.ts';
import { notifications } from '../../news/notification/schema.ts';

/**
 * Tells what the demonstration’s people did, so that everyone finds it behind the bell at the first visit and no mail leaves of a past
 * that nobody lived: a mail waits for what happens from then on ([NO11]). Its texts name nobody.
 */
export async function tellInstalled(
  db: Db,
  { now, newId }: { now: Date; newId: () => string },
): Promise<void> {
  for (const documentId of await listEdited(db)) {
    const stretch = await findStretch(db, documentId, now);
    if (stretch) await inTransaction(db, (tx) => tellStretch(tx, { documentId, stretch, named: [], newId }));
  }
  while (await tellNext(db, { now, newId }));
  await db.update(notifications).set({ mailDueAt: null }).where(isNotNull(notifications.mailDueAt));
}
