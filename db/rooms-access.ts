import { and, eq, inArray, isNull } from 'drizzle-orm';
import { groupRoleOf, type Membership, type RoomAccess, roomAccessOf } from '#shared/access.ts';
import { parseRoom, type RoomKind } from '#shared/realtime.ts';
import type { Db } from './client.ts';
import { sessions, users } from './schema/auth.ts';
import { boards } from './schema/board.ts';
import { documents } from './schema/document.ts';
import { groupMembers, groupOrganisations } from './schema/group.ts';
import { organisations } from './schema/organisation.ts';

/** What one person may do in one room, and as whom the others see them there. */
export interface RoomGrant {
  readonly access: RoomAccess;
  readonly groupId: string;
  readonly person: {
    readonly id: string;
    readonly name: string;
    /** Name of their organisation, empty when they have none. */
    readonly organisation: string;
    /** 1 to 6 for a city, 0 for everybody else. */
    readonly colour: number;
  };
}

export interface RoomVisit {
  readonly room: string;
  readonly userId: string;
}

/**
 * [A5] The right of a person in a room, or null when the room must look absent: unknown, trashed, of a group that is
 * not theirs, or the account is suspended.
 */
export async function findRoomAccess(db: Db, visit: RoomVisit & { now: Date }): Promise<RoomGrant | null> {
  const grants = await findRoomAccesses(db, [visit], visit.now);
  return grants.get(visitKey(visit)) ?? null;
}

/** The same for many visits in one statement a kind, by `visitKey`; those refused are left out. */
export async function findRoomAccesses(
  db: Db,
  visits: readonly RoomVisit[],
  now: Date,
): Promise<Map<string, RoomGrant>> {
  const wanted = new Set(visits.map(visitKey));
  const grants = new Map<string, RoomGrant>();
  for (const kind of ['document', 'board'] as const) {
    const ofKind = visits.filter(({ room }) => parseRoom(room)?.kind === kind);
    if (ofKind.length === 0) continue;
    for (const row of await readRights(db, kind, ofKind)) {
      const key = visitKey({ room: `${kind}:${row.id}`, userId: row.person.id });
      if (!wanted.has(key)) continue;
      const memberships: Membership[] = [];
      if (row.ownRole) memberships.push({ role: row.ownRole, until: row.until });
      if (row.organisationRole) memberships.push({ role: row.organisationRole, until: null });
      const access = roomAccessOf(groupRoleOf(row.platformRole, memberships, now), kind);
      if (!access) continue;
      const { person } = row;
      grants.set(key, {
        access,
        groupId: row.groupId,
        person: { ...person, organisation: person.organisation ?? '', colour: person.colour ?? 0 },
      });
    }
  }
  return grants;
}

/** The sessions of these that still live: neither ended, nor expired, nor of a suspended account. */
export async function findLiveSessions(db: Db, ids: readonly string[], now: Date): Promise<Set<string>> {
  const rows = await db
    .select({ id: sessions.id, expiresAt: sessions.expiresAt })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(inArray(sessions.id, [...ids]), isNull(users.suspendedAt)));
  return new Set(rows.filter(({ expiresAt }) => expiresAt > now).map(({ id }) => id));
}

/** Under which key `findRoomAccesses` answers for a visit. */
export function visitKey({ room, userId }: RoomVisit): string {
  return `${room} ${userId}`;
}

function readRights(db: Db, kind: RoomKind, visits: readonly RoomVisit[]) {
  const table = kind === 'document' ? documents : boards;
  const ids = visits.flatMap(({ room }) => parseRoom(room)?.id ?? []);
  return db
    .select({
      id: table.id,
      groupId: table.groupId,
      platformRole: users.platformRole,
      ownRole: groupMembers.role,
      until: groupMembers.until,
      organisationRole: groupOrganisations.role,
      person: {
        id: users.id,
        name: users.name,
        organisation: organisations.name,
        colour: organisations.colour,
      },
    })
    .from(table)
    .innerJoin(users, inArray(users.id, [...new Set(visits.map(({ userId }) => userId))]))
    .leftJoin(groupMembers, and(eq(groupMembers.groupId, table.groupId), eq(groupMembers.userId, users.id)))
    .leftJoin(
      groupOrganisations,
      and(
        eq(groupOrganisations.groupId, table.groupId),
        eq(groupOrganisations.organisationId, users.organisationId),
      ),
    )
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .where(and(inArray(table.id, [...new Set(ids)]), isNull(table.trashedAt), isNull(users.suspendedAt)));
}
