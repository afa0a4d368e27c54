import { findStretch, type Stretch, tellStretch } from '#db/documents/document-edits.ts';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';

/** Whom the text names after the stretch and did not name before it. */
export type NewlyNamed = (documentId: string, stretch: Stretch) => Promise<readonly string[]>;

interface Telling {
  readonly documentId: string;
  readonly now: Date;
  readonly newId: () => string;
  readonly newlyNamed: NewlyNamed;
}

/** [NO10] Tells what was written in a document since the last time, once writing has paused. */
export async function tellEdits(db: Db, { documentId, now, newId, newlyNamed }: Telling): Promise<void> {
  const stretch = await findStretch(db, documentId, now);
  if (!stretch) return;
  // Before the transaction: the past is read through the database too, and an embedded one has one connection.
  const named = await newlyNamed(documentId, stretch);
  await inTransaction(db, (tx) => tellStretch(tx, { documentId, stretch, named, newId }));
}
