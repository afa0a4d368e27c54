import { desc } from 'drizzle-orm';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import type { Db } from '../../kernel/client.ts';
import { findPerson } from '../../people/person/people.ts';
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

/** [OD2] Chooses it, with a line of the audit trail. Refused: 'access.forbidden'. */
export function chooseClosedNeeds(
  db: Db,
  { isIncluded, userId, now }: { isIncluded: boolean; userId: string; now: Date },
): Promise<Result<void, 'access.forbidden'>> {
  return db.transaction(async (tx) => {
    const person = await findPerson(tx, userId);
    if (!person || person.suspendedAt || !canOnPlatform(person.platformRole, 'site.manage'))
      return fail('access.forbidden');
    const rank = (await tx.$count(closedNeedsChoices)) + 1;
    await tx.insert(closedNeedsChoices).values({ rank, isIncluded, chosenBy: userId, chosenAt: now });
    await recordAudit(tx, {
      actorId: userId,
      action: 'site.closedNeedsChosen',
      subject: { kind: 'site', id: 'donnees-ouvertes', name: 'Données ouvertes' },
      payload: { isIncluded },
      now,
    });
    return ok();
  });
}
