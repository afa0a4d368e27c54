import { and, asc, eq, exists, gt, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import { alias, union } from 'drizzle-orm/pg-core';
import { type GroupRole, groupRoleOf } from '#shared/kernel/access/access.ts';
import { asReadable, type Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { inFrench } from '#shared/kernel/text/order.ts';
import type { GroupTexts } from '#shared/people/group/group.ts';
import type { ThemeKey } from '#shared/people/group/theme.ts';
import type { Joining } from '#shared/people/member/joining.ts';
import type { PersonBadge } from '#shared/people/organisation/organisation.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { recordActivity } from '../activity/activities.ts';
import { recordMembership } from '../member/member-audit.ts';
import { organisationBadge } from '../organisation/organisations.ts';
import { organisations } from '../organisation/schema.ts';
import { users } from '../person/schema.ts';
import { membershipsOf, roleIn } from './memberships.ts';
import { groupMembers, groupOrganisations, groups, seasons, themes } from './schema.ts';

/** What a group says of itself. */
export interface GroupFacts {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  /** [MV1] The organisation whose space it is; null for a working group, which alone has a season and a theme. */
  readonly organisationId: string | null;
  readonly season: string | null;
  readonly theme: { readonly key: ThemeKey; readonly name: string } | null;
}

/** A group as somebody who may see it sees it, with the role that counts there. */
export interface GroupForMember extends GroupFacts {
  readonly id: Readable<'group'>;
  readonly role: GroupRole;
}

interface Asking {
  readonly userId: string;
  readonly now: Date;
}

const columns = {
  id: groups.id,
  name: groups.name,
  purpose: groups.purpose,
  organisationId: groups.organisationId,
  season: seasons.name,
  theme: { key: themes.key, name: themes.name },
};

function selectGroups(db: Db) {
  return db
    .select(columns)
    .from(groups)
    .leftJoin(themes, eq(themes.id, groups.themeId))
    .leftJoin(seasons, eq(seasons.id, themes.seasonId));
}

/** The role that counts for this person in a group of this id, if there is one. */
async function roleClaimed(db: Db, { userId, groupId, now }: Asking & { groupId: string }) {
  const held = await membershipsOf(db, userId, groupId);
  return { role: held && roleIn(held, groupId, now), isOfGroup: held ? held.memberships.length > 0 : false };
}

/**
 * The role that counts for this person in this group at this moment; null for an outsider, and in a group that does not exist ([SC19]), where
 * whoever has a role in every group has none.
 */
export async function findGroupRole(db: Db, asking: Asking & { groupId: string }): Promise<GroupRole | null> {
  const { role, isOfGroup } = await roleClaimed(db, asking);
  if (!role || isOfGroup) return role;
  const [group] = await db
    .select({ id: groups.id })
    .from(groups)
    .where(and(eq(groups.id, asking.groupId), isNull(groups.organisationId)));
  return group ? role : null;
}

const readable = (group: GroupFacts, role: GroupRole): GroupForMember => ({
  ...group,
  id: asReadable(group.id),
  role,
});

/** The group, if this person may see it; null for an outsider as for a group that does not exist. */
export async function findGroupForMember(
  db: Db,
  { groupId, userId, now }: Asking & { groupId: string },
): Promise<GroupForMember | null> {
  const { role, isOfGroup } = await roleClaimed(db, { userId, groupId, now });
  if (!role) return null;
  const [group] = await selectGroups(db).where(eq(groups.id, groupId));
  return group && (isOfGroup || group.organisationId === null) ? readable(group, role) : null;
}

/** What a group says of itself to whoever reads anything that stands in it, of the group or not; null when there is none. */
export async function findGroup(db: Db, groupId: string): Promise<GroupFacts | null> {
  const [group] = await selectGroups(db).where(eq(groups.id, groupId));
  return group ?? null;
}

/** The name of a group, for a mail to somebody who is in it; null when there is none. */
export async function findGroupName(db: Db, groupId: string): Promise<string | null> {
  const [group] = await db.select({ name: groups.name }).from(groups).where(eq(groups.id, groupId));
  return group?.name ?? null;
}

/** The groups that this person may see, season by season, in the order of their creation. */
export async function listGroupsForMember(db: Db, { userId, now }: Asking): Promise<GroupForMember[]> {
  const held = await membershipsOf(db, userId);
  if (!held) return [];
  const seesAll = groupRoleOf(held.platformRole, [], now) !== null;
  const ids = held.memberships.map(({ groupId }) => groupId);
  if (!seesAll && ids.length === 0) return [];
  const found = await selectGroups(db)
    .where(or(seesAll ? isNull(groups.organisationId) : undefined, inArray(groups.id, ids)))
    .orderBy(asc(seasons.number), asc(groups.createdAt), asc(groups.id));
  return found.flatMap((group) => {
    const role = roleIn(held, group.id, now);
    return role ? [readable(group, role)] : [];
  });
}

/** The people of a group, by own membership or through their organisation, by name. */
export function listGroupPeople(
  db: Db,
  group: { groupId: Readable<'group'>; now: Date },
): Promise<PersonBadge[]> {
  return readPeople(db, group);
}

/** The same, for what is written in the group. */
export function peopleIn(tx: Tx, group: { groupId: string; now: Date }): Promise<PersonBadge[]> {
  return readPeople(tx, group);
}

async function readPeople(db: Db, group: { groupId: string; now: Date }): Promise<PersonBadge[]> {
  const rows = await db
    .select({ id: users.id, name: users.name, organisation: organisationBadge })
    .from(users)
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .where(isInGroup(db, group));
  return rows.sort((a, b) => inFrench(a.name, b.name));
}

/**
 * [G6] [G7] Makes a group of a theme; whoever makes it is its first facilitator. `groupId` and `activityId` are new.
 * Refused: 'group.themeNotFound'.
 */
export async function createGroup(
  tx: Tx,
  input: GroupTexts & { groupId: string; themeId: string; by: string; activityId: string; now: Date },
): Promise<Result<void, 'group.themeNotFound'>> {
  const { groupId: id, themeId, name, purpose, by, activityId, now } = input;
  const [theme] = await tx.select({ id: themes.id }).from(themes).where(eq(themes.id, themeId));
  if (!theme) return fail('group.themeNotFound');
  await tx.insert(groups).values({ id, themeId, name, purpose, createdAt: now });
  await tx
    .insert(groupMembers)
    .values({ groupId: id, userId: by, role: 'facilitator', until: null, addedBy: by, addedAt: now });
  await recordActivity(tx, {
    id: activityId,
    groupId: id,
    actorId: by,
    verb: 'group.created',
    objectId: id,
    title: name,
    now,
  });
  const first = { of: { person: by }, role: 'facilitator' } as const;
  await recordMembership(tx, { groupId: id, by, now, action: 'group.memberAdded', ...first });
  return ok();
}

/** [G6] [MB1] Changes what a group says of itself, and who may ask to join it. */
export async function editGroup(
  tx: Tx,
  { groupId, ...said }: GroupTexts & { groupId: string; joining: Joining },
): Promise<void> {
  await tx.update(groups).set(said).where(eq(groups.id, groupId));
}

/**
 * Of a row of `users`: somebody who is not suspended and is in this group now, by own membership or through their
 * organisation; with `role`, in that role.
 */
export function isInGroup(
  db: Db,
  { groupId, role, now }: { groupId: string | SQL; role?: GroupRole; now: Date },
): SQL | undefined {
  const isOwn = and(
    eq(groupMembers.groupId, groupId),
    role && eq(groupMembers.role, role),
    or(isNull(groupMembers.until), gt(groupMembers.until, now)),
  );
  const isOrganisations = and(
    eq(groupOrganisations.groupId, groupId),
    role && eq(groupOrganisations.role, role),
  );
  if (typeof groupId === 'string') {
    // Of one group: from its members to their accounts, not through all the accounts of the country.
    const colleagues = alias(users, 'colleagues');
    const people = union(
      db.select({ id: groupMembers.userId }).from(groupMembers).where(isOwn),
      db
        .select({ id: colleagues.id })
        .from(groupOrganisations)
        .innerJoin(colleagues, eq(colleagues.organisationId, groupOrganisations.organisationId))
        .where(isOrganisations),
    );
    return and(isNull(users.suspendedAt), inArray(users.id, people));
  }
  const own = db
    .select({ one: sql`1` })
    .from(groupMembers)
    .where(and(isOwn, eq(groupMembers.userId, users.id)));
  const inherited = db
    .select({ one: sql`1` })
    .from(groupOrganisations)
    .where(and(isOrganisations, eq(groupOrganisations.organisationId, users.organisationId)));
  return and(isNull(users.suspendedAt), or(exists(own), exists(inherited)));
}

/** [MV1] Whether this group is the space of an organisation. */
export async function isSpace(db: Db, groupId: string): Promise<boolean> {
  const isIt = and(eq(groups.id, groupId), isNotNull(groups.organisationId));
  return (await db.select({ id: groups.id }).from(groups).where(isIt)).length > 0;
}

/** [MV1] The space of an organisation; null while nobody is of it. */
export async function findSpaceId(db: Db, organisationId: string): Promise<string | null> {
  const [found] = await db
    .select({ id: groups.id })
    .from(groups)
    .where(eq(groups.organisationId, organisationId));
  return found?.id ?? null;
}
