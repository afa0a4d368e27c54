import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import {
  documentAccessOf,
  groupRoleOf,
  type Membership,
  type RoomAccess,
  roomAccessOf,
} from '#shared/access.ts';
import { parseRoom } from '#shared/realtime.ts';
import type { Db } from './client.ts';
import { grantsOnRow } from './listed-documents.ts';
import { sessions, users } from './schema/auth.ts';
import { boards } from './schema/board.ts';
import { documents } from './schema/document.ts';
import { groupMembers, groupOrganisations } from './schema/group.ts';
import { organisations } from './schema/organisation.ts';

/** What one person may do in one room, and as whom the others see them there. */
export interface RoomGrant {
  readonly access: RoomAccess;
  readonly groupId: string;
  /** [MR1] The document's text was approved: nobody changes it. */
  readonly isFrozen?: true;
  readonly person: {
    readonly id: string;
    readonly name: string;
    /** Name of their organisation, empty when they have none. */
    readonly organisation: string;
    /** 1 to 6 for a city, 0 for everybody else. */
    readonly colour: number;
  };
}

/** Somebody at the door of a room, known by a session: its token or its id, as `prepareVisits` was told. */
export interface RoomVisit {
  readonly room: string;
  readonly session: string;
}

/** A session that lives: neither ended, nor expired, nor of a suspended account. */
export interface LiveVisit {
  readonly sessionId: string;
  /** Null when the room must look absent: unknown, trashed, or not theirs to see. */
  readonly grant: RoomGrant | null;
}

/** Decides on many visits at once, in their order; null for those without a session that lives. */
export type FindVisits = (visits: readonly RoomVisit[], now: Date) => Promise<(LiveVisit | null)[]>;

/**
 * [A5] Who may do what in which room: one prepared statement from session to right, however many ask. Every pair of
 * session and room is looked up by itself: rows grow with the visits, not with people times rooms.
 */
export function prepareVisits(db: Db, known: 'token' | 'id'): FindVisits {
  const statement = rightsOfVisits(db, known);
  return async (visits, now) => {
    const rooms = visits.map(({ room }) => parseRoom(room));
    const rows = await statement.execute({
      kinds: rooms.map((room) => room?.kind ?? ''),
      ids: rooms.map((room) => room?.id ?? ''),
      sessions: visits.map(({ session }) => session),
      now: now.toISOString(),
    });
    const found: (LiveVisit | null)[] = visits.map(() => null);
    for (const { place, sessionId, ...rights } of rows) {
      const kind = rooms[place - 1]?.kind;
      found[place - 1] = { sessionId, grant: kind ? grantOf(kind, rights, now) : null };
    }
    return found;
  };
}

type Rights = Omit<
  Awaited<ReturnType<ReturnType<typeof rightsOfVisits>['execute']>>[number],
  'place' | 'sessionId'
>;

function grantOf(kind: 'document' | 'board', rights: Rights, now: Date): RoomGrant | null {
  const { groupId, person } = rights;
  if (groupId === null) return null;
  const memberships: Membership[] = [];
  if (rights.ownRole) memberships.push({ role: rights.ownRole, until: rights.until });
  if (rights.organisationRole) memberships.push({ role: rights.organisationRole, until: null });
  const groupRole = groupRoleOf(rights.platformRole, memberships, now);
  const { visibility } = rights;
  const isFrozen = kind === 'document' && rights.frozenAt !== null;
  const access =
    kind === 'document' && visibility
      ? documentAccessOf({ visibility, groupRole, grants: rights.grants ?? [], isFrozen })
      : roomAccessOf(groupRole, kind);
  if (!access) return null;
  const { organisation, colour } = person;
  return {
    access,
    groupId,
    ...(isFrozen && { isFrozen }),
    person: { ...person, organisation: organisation ?? '', colour: colour ?? 0 },
  };
}

function rightsOfVisits(db: Db, known: 'token' | 'id') {
  const groupId = sql<string | null>`coalesce(${documents.groupId}, ${boards.groupId})`;
  const visits = sql`unnest(${sql.placeholder('kinds')}::text[], ${sql.placeholder('ids')}::text[],
    ${sql.placeholder('sessions')}::text[]) with ordinality as visit(kind, id, session, place)`;
  return db
    .select({
      place: sql`visit.place`.mapWith(Number),
      sessionId: sessions.id,
      groupId,
      platformRole: users.platformRole,
      ownRole: groupMembers.role,
      until: groupMembers.until,
      organisationRole: groupOrganisations.role,
      visibility: documents.visibility,
      frozenAt: documents.frozenAt,
      grants: grantsOnRow,
      person: {
        id: users.id,
        name: users.name,
        organisation: organisations.name,
        colour: organisations.colour,
      },
    })
    .from(visits)
    .innerJoin(sessions, eq(sessions[known], sql`visit.session`))
    .innerJoin(users, and(eq(users.id, sessions.userId), isNull(users.suspendedAt)))
    .leftJoin(
      documents,
      and(sql`visit.kind = 'document'`, eq(documents.id, sql`visit.id`), isNull(documents.trashedAt)),
    )
    .leftJoin(boards, and(sql`visit.kind = 'board'`, eq(boards.id, sql`visit.id`), isNull(boards.trashedAt)))
    .leftJoin(groupMembers, and(eq(groupMembers.groupId, groupId), eq(groupMembers.userId, users.id)))
    .leftJoin(
      groupOrganisations,
      and(
        eq(groupOrganisations.groupId, groupId),
        eq(groupOrganisations.organisationId, users.organisationId),
      ),
    )
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .where(gt(sessions.expiresAt, sql`${sql.placeholder('now')}::timestamptz`))
    .prepare(`visits_by_${known}`);
}
