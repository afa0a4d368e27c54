import { tellAssignments } from '../../boards/card/card-assignments.ts';
import { findStretch, listEdited, tellStretch } from '../../documents/document-edits.ts';
import type { Db } from '../../kernel/client.ts';
import { inTransaction } from '../../kernel/transaction.ts';
import { tellNext } from '../../news/notification/notification-fan-out.ts';
import { notifications } from '../../news/notification/schema.ts';
import { numberChanges } from '../../operations/change/changes.ts';

/**
 * Tells what the demonstration’s people did, so that everyone finds it behind the bell at the first visit, programs in the change feed,
 * and no mail leaves of a past that nobody lived, at once or of a week: it is in the centre only ([NO4]). Its texts name nobody.
 */
export async function tellInstalled(
  db: Db,
  { now, newId }: { now: Date; newId: () => string },
): Promise<void> {
  for (const documentId of await listEdited(db)) {
    const stretch = await findStretch(db, documentId, now);
    if (stretch) await inTransaction(db, (tx) => tellStretch(tx, { documentId, stretch, named: [], newId }));
  }
  await tellAssignments(db, { now, newId });
  while (await tellNext(db, { now, newId }));
  await db.update(notifications).set({ delivery: 'app', mailDueAt: null });
  while ((await numberChanges(db)) > 0);
}
