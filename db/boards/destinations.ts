import { and, asc, count, eq, gt, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import { union } from 'drizzle-orm/pg-core';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { inFrench } from '#shared/kernel/text/order.ts';
import type { Db } from '../kernel/client.ts';
import { listGroupsForMember } from '../people/group/groups.ts';
import { groupMembers, groupOrganisations } from '../people/group/schema.ts';
import { users } from '../people/person/schema.ts';
import { boards } from './schema.ts';

/** A group with boards that somebody may write on. */
export interface Destination {
  readonly group: { readonly id: string; readonly name: string };
  readonly boards: readonly { readonly id: string; readonly title: string }[];
}

/** Who would see a card in a group. */
export interface Audience {
  readonly count: number;
  /** Those of them who may be on the card today: people of the group of its board. */
  readonly peopleIds: readonly string[];
  readonly organisationIds: readonly string[];
}

interface Asked {
  readonly userId: string;
  /** The board that is no destination; null for none. */
  readonly boardId: string | null;
  readonly now: Date;
}

/** [B26] [PG3] The boards that this person may write on, by group, in the order of their names. */
export async function listDestinations(
  db: Db,
  { userId, boardId, now }: Asked,
): Promise<readonly Destination[]> {
  const groups = (await listGroupsForMember(db, { userId, now })).filter(({ role }) =>
    canInGroup(role, 'board.write'),
  );
  const groupIds = groups.map(({ id }) => id);
  const found = await db
    .select({ id: boards.id, title: boards.title, groupId: boards.groupId })
    .from(boards)
    .where(
      and(
        inArray(boards.groupId, groupIds),
        isNull(boards.trashedAt),
        boardId === null ? undefined : ne(boards.id, boardId),
      ),
    )
    .orderBy(asc(boards.id));
  return groups.flatMap(({ id, name }) => {
    const own = found.filter(({ groupId }) => groupId === id).sort((a, b) => inFrench(a.title, b.title));
    if (own.length === 0) return [];
    return [{ group: { id, name }, boards: own.map((board) => ({ id: board.id, title: board.title })) }];
  });
}

/** [B26] [PG3] Who would see a card of this board in each of these groups; a group without anybody is absent. */
export async function listAudiences(
  db: Db,
  { boardId, groupIds, now }: { boardId: string; groupIds: readonly string[]; now: Date },
): Promise<ReadonlyMap<string, Audience>> {
  const isNow = or(isNull(groupMembers.until), gt(groupMembers.until, now));
  const members = union(
    db.select({ groupId: groupMembers.groupId, userId: groupMembers.userId }).from(groupMembers).where(isNow),
    db
      .select({ groupId: groupOrganisations.groupId, userId: users.id })
      .from(groupOrganisations)
      .innerJoin(users, eq(users.organisationId, groupOrganisations.organisationId)),
  ).as('members');
  const isHere = sql`exists (select from ${boards} where ${boards.id} = ${boardId} and (
    exists (select from ${groupMembers} where ${groupMembers.groupId} = ${boards.groupId} and ${groupMembers.userId} = ${users.id} and ${isNow})
    or exists (select from ${groupOrganisations} where ${groupOrganisations.groupId} = ${boards.groupId}
      and ${groupOrganisations.organisationId} = ${users.organisationId})))`;
  const rows = await db
    .select({
      groupId: members.groupId,
      count: count(),
      peopleIds: sql<string[]>`coalesce(array_agg(${users.id}) filter (where ${isHere}), '{}')`,
      organisationIds: sql<
        string[]
      >`coalesce(array_agg(distinct ${users.organisationId}) filter (where ${users.organisationId} is not null), '{}')`,
    })
    .from(members)
    .innerJoin(users, and(eq(users.id, members.userId), isNull(users.suspendedAt)))
    .where(inArray(members.groupId, [...groupIds]))
    .groupBy(members.groupId);
  return new Map(rows.map(({ groupId, ...audience }) => [groupId, audience]));
}
