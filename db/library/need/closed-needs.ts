import { desc } from 'drizzle-orm';
import { recordAudit } from '../../kernel/audit/audit.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { closedNeedsChoices } from '../../publication/public-site/schema.ts';

/** [OD2] Whether needs that are not open leave with the open data of the site: no, until somebody chose it. */
export async function includesClosedNeeds(db: Db): Promise<boolean> {
  const [last] = await db
    .select({ isIncluded: closedNeedsChoices.isIncluded })
    .from(closedNeedsChoices)
    .orderBy(desc(closedNeedsChoices.rank))
    .limit(1);
  return last?.isIncluded ?? false;
}

/** [OD2] Chooses it, with a line of the audit trail. */
export async function chooseClosedNeeds(
  tx: Tx,
  { isIncluded, userId, now }: { isIncluded: boolean; userId: string; now: Date },
): Promise<void> {
  const rank = (await tx.$count(closedNeedsChoices)) + 1;
  await tx.insert(closedNeedsChoices).values({ rank, isIncluded, chosenBy: userId, chosenAt: now });
  await recordAudit(tx, {
    actorId: userId,
    action: 'site.closedNeedsChosen',
    subject: { kind: 'site', id: 'donnees-ouvertes', name: 'Données ouvertes' },
    payload: { isIncluded },
    now,
  });
}
