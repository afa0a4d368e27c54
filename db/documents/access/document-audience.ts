import { and, eq, gt, isNotNull, isNull, ne, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Candidate } from '#shared/documents/access/audience.ts';
import { groupRoleOf } from '#shared/kernel/access/access.ts';
import type { Db } from '../../kernel/client.ts';
import { groupMembers, groupOrganisations } from '../../people/group/schema.ts';
import { organisationBadge } from '../../people/organisation/organisations.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { documentAccess } from './schema.ts';

/**
 * Everybody who has something to do with this document or this group, by name: `audienceOf` says who of them sees it. The
 * group may be another than the document's, to know what a move would change. The caller may see the document's access.
 */
export async function listCandidates(
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
      ownRole: groupMembers.role,
      organisationRole: groupOrganisations.role,
      named: documentAccess.role,
      organisationNamed: ofOrganisation.role,
    })
    .from(users)
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
          ne(users.platformRole, 'member'),
          isNotNull(groupMembers.role),
          isNotNull(groupOrganisations.role),
          isNotNull(documentAccess.role),
          isNotNull(ofOrganisation.role),
        ),
      ),
    );
  const { compare } = new Intl.Collator('fr');
  return rows
    .map((row) => ({ ...row, platformRole: groupRoleOf(row.platformRole, [], now) }))
    .sort((a, b) => compare(a.name, b.name));
}
