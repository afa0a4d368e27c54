import { and, asc, count, eq, inArray, isNull, sql } from 'drizzle-orm';
import { DUE_MAX, type DueAsking, due } from '../due.ts';
import { isInGroup } from '../group/groups.ts';
import { groups } from '../group/schema.ts';
import { users } from '../person/schema.ts';
import { joinRequests } from './join-request-schema.ts';

/** [MB3] People who ask to join: neither suspended ones nor those who came in another way. */
export function joinsDue({ db, now, groupsFor }: DueAsking) {
  const { groupId, askedAt } = joinRequests;
  const isIn = isInGroup(db, { groupId: sql`${groupId}`, now });
  return db
    .select(due('join', { id: groups.id, title: groups.name, count: count() }))
    .from(joinRequests)
    .innerJoin(groups, eq(groups.id, groupId))
    .innerJoin(users, and(eq(users.id, joinRequests.userId), isNull(users.suspendedAt)))
    .where(and(inArray(groupId, [...groupsFor('members.manage')]), sql`not ${isIn}`))
    .groupBy(groups.id)
    .orderBy(asc(sql`min(${askedAt})`), asc(groups.id))
    .limit(DUE_MAX);
}
