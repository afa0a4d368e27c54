import { desc, eq } from 'drizzle-orm';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { users } from '../../people/person/schema.ts';
import type { Asker } from '../../programme/experiment/experiment-rights.ts';
import { helpDemands } from './schema.ts';

/** [AT6] Keeps a demand; false when this person asked today already. */
export async function keepDemand(
  tx: Tx,
  { userId, now, ...said }: Asker & { id: string; organisationId: string; message: string },
): Promise<boolean> {
  const kept = await tx
    .insert(helpDemands)
    .values({ ...said, askedBy: userId, askedOn: parisDay(now), askedAt: now })
    .onConflictDoNothing()
    .returning({ id: helpDemands.id });
  return kept.length > 0;
}

const LISTED = 20;

/** [AT6] What a city asked, for its own people, the last first. */
export function listDemands(db: Db, cityId: string) {
  const { id, message, askedAt, organisationId, askedBy } = helpDemands;
  return db
    .select({ id, message, at: askedAt, by: users.name })
    .from(helpDemands)
    .leftJoin(users, eq(users.id, askedBy))
    .where(eq(organisationId, cityId))
    .orderBy(desc(askedAt), id)
    .limit(LISTED);
}
