import { and, eq, exists, gt, inArray, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import type { DocumentRole } from '#shared/documents/document-access.ts';
import { FACILITATING_ROLES } from '#shared/kernel/access/access.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import type { Db } from '../kernel/client.ts';
import { groupMembers, groupOrganisations, groups } from '../people/group/schema.ts';
import { users } from '../people/person/schema.ts';
import { documentAccess } from './access/schema.ts';
import { documents } from './schema.ts';

/** Somebody who reads lists, at this moment. */
export interface Reader {
  readonly userId: string;
  readonly now: Date;
}

/** Everything that a person was given on the document of the row, by name or through their organisation. */
export const grantsOnRow: SQL<DocumentRole[] | null> = sql`(
  select array_agg(${documentAccess.role}) from ${documentAccess}
  where ${documentAccess.documentId} = ${documents.id}
    and (${documentAccess.userId} = ${users.id} or ${documentAccess.organisationId} = ${users.organisationId}))`;

/**
 * [A6] The same decision as a condition on the documents of groups that this person may see: those that are restricted
 * are listed to those who are named and to the group's facilitators.
 */
export function isListedTo(db: Db, { userId, now }: Reader): SQL | undefined {
  const me = (condition: SQL | undefined) =>
    exists(
      db
        .select({ one: sql`1` })
        .from(users)
        .where(and(eq(users.id, userId), condition)),
    );
  const own = db
    .select({ one: sql`1` })
    .from(groupMembers)
    .where(
      and(
        eq(groupMembers.groupId, documents.groupId),
        eq(groupMembers.userId, userId),
        eq(groupMembers.role, 'facilitator'),
        or(isNull(groupMembers.until), gt(groupMembers.until, now)),
      ),
    );
  const inherited = db
    .select({ one: sql`1` })
    .from(groupOrganisations)
    .where(
      and(
        eq(groupOrganisations.groupId, documents.groupId),
        eq(groupOrganisations.organisationId, users.organisationId),
        eq(groupOrganisations.role, 'facilitator'),
      ),
    );
  return or(
    ne(documents.visibility, 'restricted'),
    me(isNamedOnRow(db)),
    exists(own),
    me(
      or(and(isOfWorkingGroup(db), inArray(users.platformRole, [...FACILITATING_ROLES])), exists(inherited)),
    ),
  );
}

/** [MV2] In the space of an organisation a platform role brings nothing. */
function isOfWorkingGroup(db: Db): SQL {
  return exists(
    db
      .select({ one: sql`1` })
      .from(groups)
      .where(and(eq(groups.id, documents.groupId), isNull(groups.organisationId))),
  );
}

/** Is the person of the row named on the document of the row, or is their organisation? */
function isNamedOnRow(db: Db): SQL {
  return exists(
    db
      .select({ one: sql`1` })
      .from(documentAccess)
      .where(
        and(
          eq(documentAccess.documentId, documents.id),
          or(eq(documentAccess.userId, users.id), eq(documentAccess.organisationId, users.organisationId)),
        ),
      ),
  );
}

/**
 * [A6] The documents, trash included, that this person may read at all: those of their groups (`groupIds`), those of
 * the programme, and those where they are named, wherever they are.
 */
export function isReadableBy(
  db: Db,
  { groupIds, ...reader }: Reader & { groupIds: readonly Readable<'group'>[] },
): SQL | undefined {
  const isNamed = exists(
    db
      .select({ one: sql`1` })
      .from(users)
      .where(and(eq(users.id, reader.userId), isNull(users.suspendedAt), isNamedOnRow(db))),
  );
  const ofGroups =
    groupIds.length === 0
      ? undefined
      : and(inArray(documents.groupId, [...groupIds]), isListedTo(db, reader));
  return or(eq(documents.visibility, 'programme'), isNamed, ofGroups);
}
