import { and, asc, count, eq, inArray, lt, sql } from 'drizzle-orm';
import { OBLIGATION_DAYS } from '#shared/obligations.ts';
import { TERRITORY_KINDS } from '#shared/people/organisation/organisation.ts';
import { DUE_MAX, type DueAsking, due } from '../../people/due.ts';
import { groupMembers, groupOrganisations, groups } from '../../people/group/schema.ts';
import { organisations } from '../../people/organisation/schema.ts';

/** [CK2] Cities of the groups that they are named to facilitate, of which nobody wrote or did anything for weeks; a line a group. */
export function silentDue({ db, userId, now, groupsFor }: DueAsking) {
  const from = new Date(now.getTime() - OBLIGATION_DAYS.silent * 86_400_000);
  const since = sql`${from.toISOString()}::timestamptz`;
  const heard = sql`exists (select from "user" as person where person.organisation_id = ${organisations.id}
    and (exists (select from doc_client as wrote where wrote.user_id = person.id and wrote.at > ${since})
      or exists (select from activity as did where did.actor_id = person.id and did.at > ${since})))`;
  return db
    .select(
      due('silent', {
        id: groups.id,
        title: groups.name,
        count: count(),
        by: sql<string>`string_agg(${organisations.name}, ', ' order by ${organisations.name})`,
      }),
    )
    .from(groupOrganisations)
    .innerJoin(groups, eq(groups.id, groupOrganisations.groupId))
    .innerJoin(organisations, eq(organisations.id, groupOrganisations.organisationId))
    .innerJoin(
      groupMembers,
      and(
        eq(groupMembers.groupId, groups.id),
        eq(groupMembers.userId, userId),
        eq(groupMembers.role, 'facilitator'),
      ),
    )
    .where(
      and(
        inArray(groups.id, [...groupsFor('group.facilitate')]),
        inArray(organisations.kind, [...TERRITORY_KINDS]),
        inArray(groupOrganisations.role, ['facilitator', 'contributor']),
        lt(groupOrganisations.addedAt, from),
        sql`not ${heard}`,
      ),
    )
    .groupBy(groups.id)
    .orderBy(asc(groups.name))
    .limit(DUE_MAX);
}
