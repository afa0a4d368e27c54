import { and, asc, count, eq, isNull, sql } from 'drizzle-orm';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { DUE_MAX, type DueAsking, due } from '../due.ts';
import { organisations } from '../organisation/schema.ts';
import { users } from '../person/schema.ts';
import { owesEntry } from './entry-requests.ts';
import { entryRequests, organisationTies } from './schema.ts';
import { owesTie } from './ties.ts';

/** [EN5] People whose tie to an organisation waits for this person’s word: one line an organisation. */
export function tiesDue({ db, userId, platformRole }: DueAsking) {
  const isCoordinating = canOnPlatform(platformRole, 'people.invite');
  return db
    .select(
      due('tie', {
        id: organisations.id,
        title: organisations.name,
        count: count(),
        by: sql<string>`min(${users.name})`,
      }),
    )
    .from(organisationTies)
    .innerJoin(organisations, eq(organisations.id, organisationTies.organisationId))
    .innerJoin(users, and(eq(users.id, organisationTies.userId), isNull(users.suspendedAt)))
    .where(owesTie(db, { userId, isCoordinating }))
    .groupBy(organisations.id)
    .orderBy(asc(sql`min(${organisationTies.askedAt})`), asc(organisations.id))
    .limit(DUE_MAX);
}

/** [EN8] Requests for an access that wait for this person’s answer, in one line. */
export function entriesDue({ db, userId, platformRole }: DueAsking) {
  const isCoordinating = canOnPlatform(platformRole, 'people.invite');
  const administers = db.select({ id: users.administersId }).from(users).where(eq(users.id, userId));
  return db
    .select(
      due('entry', {
        id: sql<string>`min(${entryRequests.id})`,
        title: sql<string>`''::text`,
        count: count(),
        by: sql<string>`min(${entryRequests.name})`,
      }),
    )
    .from(entryRequests)
    .where(owesEntry(db, { isCoordinating, administersId: sql`(${administers})` }))
    .having(sql`count(*) > 0`)
    .limit(1);
}
