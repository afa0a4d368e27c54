import { and, eq, isNull, notInArray, or, sql } from 'drizzle-orm';
import { documentAccessOf } from '#shared/documents/document-access.ts';
import {
  groupRoleOf,
  type Membership,
  type PlatformRole,
  type RoomAccess,
  roomAccessOf,
} from '#shared/kernel/access/access.ts';
import { isAccessToken, roomAccessByToken } from '#shared/operations/token/access-token.ts';
import { applicationAccessOf } from '#shared/programme/application/application-access.ts';
import { parseRoom, type RoomKind } from '#shared/realtime/realtime.ts';
import { boards } from '../boards/schema.ts';
import { grantsOnRow } from '../documents/listed-documents.ts';
import { documents } from '../documents/schema.ts';
import type { Db } from '../kernel/client.ts';
import { hashOf } from '../kernel/token-hash.ts';
import { groupMembers, groupOrganisations, groups } from '../people/group/schema.ts';
import { organisations } from '../people/organisation/schema.ts';
import { users } from '../people/person/schema.ts';
import { isCompletingOnRow, sideOnRow } from '../programme/application/application-rights.ts';
import { applications } from '../programme/application/schema.ts';

/** What one person may do in one room, and as whom the others see them there. */
export interface RoomGrant {
  readonly access: RoomAccess;
  /** Null for an application, which is of no group. */
  readonly groupId: string | null;
  /** [MR1] The document's text was approved: nobody changes it. */
  readonly isFrozen?: true;
  /** [AP6] The application was submitted: its authors read it. */
  readonly isSubmitted?: true;
  readonly person: {
    readonly id: string;
    readonly name: string;
    /** Name of their organisation, empty when they have none. */
    readonly organisation: string;
    /** 1 to 6 for a city, 0 for everybody else. */
    readonly colour: number;
  };
}

/** Somebody at the door of a room, known by a session or an access token: by its secret or its id, as `prepareVisits` was told. */
export interface RoomVisit {
  readonly room: string;
  readonly session: string;
}

/** A session or token that lives: neither ended, nor expired, nor of a suspended account. */
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
export function prepareVisits(
  db: Db,
  known: 'token' | 'id',
  /** [ID3] A session of these roles lives only once its person has a second factor. */
  secondFactorRoles: readonly PlatformRole[] = [],
): FindVisits {
  const column = known === 'id' ? 'id' : 'token_hash';
  const bySession = rightsOfVisits(db, { table: 'session', column }, secondFactorRoles);
  const byToken = rightsOfVisits(db, { table: 'access_token', column }, secondFactorRoles);
  return async (visits, now) => {
    const rooms = visits.map(({ room }) => parseRoom(room));
    const tokens = visits.map(({ session }) => tokenKey(session, known));
    const found: (LiveVisit | null)[] = visits.map(() => null);
    const ask = async (statement: typeof bySession, keys: readonly (string | null)[]) => {
      if (keys.every((key) => key === null)) return;
      const rows = await statement.execute({
        kinds: rooms.map((room) => room?.kind ?? ''),
        ids: rooms.map((room) => room?.id ?? ''),
        // No session and no token has an empty one.
        sessions: keys.map((key) => key ?? ''),
        now: now.toISOString(),
      });
      for (const { place, sessionId, scopes, ...rights } of rows) {
        const kind = rooms[place - 1]?.kind;
        const grant = kind ? grantOf(kind, rights, now) : null;
        found[place - 1] = scopes
          ? { sessionId: TOKEN_KEY + sessionId, grant: kind && grant ? byScopes(kind, grant, scopes) : null }
          : { sessionId, grant };
      }
    };
    await ask(
      bySession,
      visits.map(({ session }, index) => (tokens[index] === null ? sessionKey(session, known) : null)),
    );
    await ask(byToken, tokens);
    return found;
  };
}

/** Before the id of an access token, where those of sessions are by themselves. */
const TOKEN_KEY = 'access-token:';

/** What an access token is found by; null for a session. */
function tokenKey(session: string, known: 'token' | 'id'): string | null {
  if (known === 'token') return isAccessToken(session) ? hashOf(session) : null;
  return session.startsWith(TOKEN_KEY) ? session.slice(TOKEN_KEY.length) : null;
}

/** [SC17] What a session is found by. */
const sessionKey = (session: string, known: 'token' | 'id') =>
  known === 'token' ? hashOf(session) : session;

/** [TK7] What the scopes of a token leave of what its person may do; null: the room looks absent. */
function byScopes(kind: RoomKind, grant: RoomGrant, scopes: readonly string[]): RoomGrant | null {
  const access = roomAccessByToken(kind, grant.access, scopes);
  return access && { ...grant, access };
}

type Rights = Omit<
  Awaited<ReturnType<ReturnType<typeof rightsOfVisits>['execute']>>[number],
  'place' | 'sessionId' | 'scopes'
>;

function grantOf(kind: RoomKind, rights: Rights, now: Date): RoomGrant | null {
  if (kind === 'application') return applicationGrant(rights);
  const { groupId } = rights;
  if (groupId === null) return null;
  const memberships: Membership[] = [];
  if (rights.ownRole) memberships.push({ role: rights.ownRole, until: rights.until });
  if (rights.organisationRole) memberships.push({ role: rights.organisationRole, until: null });
  const groupRole = groupRoleOf(rights.platformRole, memberships, now, rights.isSpace);
  const { visibility } = rights;
  const isFrozen = kind === 'document' && rights.frozenAt !== null;
  const access =
    kind === 'document' && visibility
      ? documentAccessOf({ visibility, groupRole, grants: rights.grants ?? [], isFrozen })
      : roomAccessOf(groupRole, kind);
  if (!access) return null;
  return { access, groupId, ...(isFrozen && { isFrozen }), person: personOf(rights) };
}

/** [AP1] Its authors enter the room of an application, nobody else: assessors read what was submitted, which is in SQL. */
function applicationGrant({ status, side, platformRole, isCompleting, ...rights }: Rights): RoomGrant | null {
  const access =
    status && applicationAccessOf({ platformRole, side, status, isCompleting, wasSubmitted: false });
  if (!access?.room) return null;
  const isSubmitted = access.room === 'read';
  return {
    access: access.room,
    groupId: null,
    ...(isSubmitted && { isSubmitted }),
    person: personOf(rights),
  };
}

function personOf({ person }: Pick<Rights, 'person'>): RoomGrant['person'] {
  return { ...person, organisation: person.organisation ?? '', colour: person.colour ?? 0 };
}

function rightsOfVisits(
  db: Db,
  { table, column }: { table: 'session' | 'access_token'; column: 'token_hash' | 'id' },
  secondFactorRoles: readonly PlatformRole[],
) {
  const isToken = table === 'access_token';
  const key = (name: string) => sql`${sql.identifier('key')}.${sql.identifier(name)}`;
  const groupId = sql<string | null>`coalesce(${documents.groupId}, ${boards.groupId})`;
  const visits = sql`unnest(${sql.placeholder('kinds')}::text[], ${sql.placeholder('ids')}::text[],
    ${sql.placeholder('sessions')}::text[]) with ordinality as visit(kind, id, session, place)`;
  return db
    .select({
      place: sql`visit.place`.mapWith(Number),
      sessionId: sql<string>`${key('id')}`,
      scopes: isToken ? sql<string[] | null>`${key('scopes')}` : sql<string[] | null>`null::text[]`,
      groupId,
      platformRole: users.platformRole,
      isSpace: sql<boolean>`${groups.organisationId} is not null`,
      ownRole: groupMembers.role,
      until: groupMembers.until,
      organisationRole: groupOrganisations.role,
      visibility: documents.visibility,
      frozenAt: documents.frozenAt,
      grants: grantsOnRow,
      status: applications.status,
      side: sideOnRow,
      isCompleting: isCompletingOnRow,
      person: {
        id: users.id,
        name: users.name,
        organisation: organisations.name,
        colour: organisations.colour,
      },
    })
    .from(visits)
    .innerJoin(sql`${sql.identifier(table)} as key`, sql`${key(column)} = visit.session`)
    .innerJoin(
      users,
      and(
        eq(users.id, key('user_id')),
        isNull(users.suspendedAt),
        secondFactorRoles.length > 0
          ? or(
              users.twoFactorEnabled,
              and(
                notInArray(users.platformRole, [...secondFactorRoles]),
                secondFactorRoles.includes('admin') ? isNull(users.administersId) : undefined,
              ),
            )
          : undefined,
      ),
    )
    .leftJoin(
      documents,
      and(sql`visit.kind = 'document'`, eq(documents.id, sql`visit.id`), isNull(documents.trashedAt)),
    )
    .leftJoin(boards, and(sql`visit.kind = 'board'`, eq(boards.id, sql`visit.id`), isNull(boards.trashedAt)))
    .leftJoin(applications, and(sql`visit.kind = 'application'`, eq(applications.id, sql`visit.id`)))
    .leftJoin(groups, eq(groups.id, groupId))
    .leftJoin(groupMembers, and(eq(groupMembers.groupId, groupId), eq(groupMembers.userId, users.id)))
    .leftJoin(
      groupOrganisations,
      and(
        eq(groupOrganisations.groupId, groupId),
        eq(groupOrganisations.organisationId, users.organisationId),
      ),
    )
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .where(
      and(
        sql`${key('expires_at')} > ${sql.placeholder('now')}::timestamptz`,
        // [TK5] In the name of an organisation: while its person is of it.
        isToken
          ? sql`(${key('organisation_id')} is null or ${key('organisation_id')} = ${users.organisationId})`
          : undefined,
      ),
    )
    .prepare(`visits_by_${table}_${column}${secondFactorRoles.length > 0 ? '_with_second_factor' : ''}`);
}
