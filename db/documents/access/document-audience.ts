import { and, eq, gt, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Candidate } from '#shared/documents/access/audience.ts';
import { groupRoleOf } from '#shared/kernel/access/access.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { inFrench } from '#shared/kernel/text/order.ts';
import type { Db } from '../../kernel/client.ts';
import { groupMembers, groupOrganisations, groups } from '../../people/group/schema.ts';
import { organisationBadge } from '../../people/organisation/organisations.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { documentAccess } from './schema.ts';

/**
 * Everybody who has something to do with this document or this group, by name: `audienceOf` says who of them sees it. The
 * group may be another than the document's, to know what a move would change.
 */
export function listCandidates(
  db: Db,
  asked: { documentId: Readable<'document'>; groupId: string; now: Date },
): Promise<Candidate[]> {
  return candidatesOf(db, asked);
}

/** The same, of which it is decided who may be named, and who may sign. */
export async function candidatesOf(
  db: Db,
  { documentId, groupId, now }: { documentId: string; groupId: string; now: Date },
): Promise<Candidate[]> {
  const ofOrganisation = alias(documentAccess, 'of_organisation');
  const rows = await db
    .select({
      id: users.id,
      name: users.name,
      organisation: organisationBadge,
      platformRole: users.platformRole,
      isSpace: sql<boolean>`${groups.organisationId} is not null`,
      ownRole: groupMembers.role,
      organisationRole: groupOrganisations.role,
      named: documentAccess.role,
      organisationNamed: ofOrganisation.role,
    })
    .from(users)
    .leftJoin(groups, eq(groups.id, groupId))
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .leftJoin(
      groupMembers,
      and(
        eq(groupMembers.groupId, groupId),
        eq(groupMembers.userId, users.id),
        or(isNull(groupMembers.until), gt(groupMembers.until, now)),
      ),
    )
    .leftJoin(
      groupOrganisations,
      and(
        eq(groupOrganisations.groupId, groupId),
        eq(groupOrganisations.organisationId, users.organisationId),
      ),
    )
    .leftJoin(
      documentAccess,
      and(eq(documentAccess.documentId, documentId), eq(documentAccess.userId, users.id)),
    )
    .leftJoin(
      ofOrganisation,
      and(eq(ofOrganisation.documentId, documentId), eq(ofOrganisation.organisationId, users.organisationId)),
    )
    .where(
      and(
        isNull(users.suspendedAt),
        or(
          and(ne(users.platformRole, 'member'), isNull(groups.organisationId)),
          isNotNull(groupMembers.role),
          isNotNull(groupOrganisations.role),
          isNotNull(documentAccess.role),
          isNotNull(ofOrganisation.role),
        ),
      ),
    );
  return rows
    .map(({ isSpace, ...row }) => ({ ...row, platformRole: groupRoleOf(row.platformRole, [], now, isSpace) }))
    .sort((a, b) => inFrench(a.name, b.name));
}
