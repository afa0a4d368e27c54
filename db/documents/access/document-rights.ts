import { and, eq, isNull, or } from 'drizzle-orm';
import { documentAccessOf, type Visibility } from '#shared/documents/document-access.ts';
import type { GroupRole, RoomAccess } from '#shared/kernel/access/access.ts';
import type { Db } from '../../kernel/client.ts';
import { findGroupRole } from '../../people/group/groups.ts';
import { users } from '../../people/person/schema.ts';
import type { Reader } from '../listed-documents.ts';
import { documentAccess } from './schema.ts';

/** [A6] What this person may do with this document, and their role in its group; null when it must look absent. */
export async function findDocumentRights(
  db: Db,
  document: {
    readonly id: string;
    readonly groupId: string;
    readonly visibility: Visibility;
    readonly frozenAt: Date | null;
  },
  { userId, now }: Reader,
): Promise<{ access: RoomAccess; groupRole: GroupRole | null } | null> {
  const [person] = await db
    .select({ organisationId: users.organisationId })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.suspendedAt)));
  if (!person) return null;
  const groupRole = await findGroupRole(db, { userId, groupId: document.groupId, now });
  const grants = await db
    .select({ role: documentAccess.role })
    .from(documentAccess)
    .where(
      and(
        eq(documentAccess.documentId, document.id),
        or(
          eq(documentAccess.userId, userId),
          person.organisationId ? eq(documentAccess.organisationId, person.organisationId) : undefined,
        ),
      ),
    );
  const { visibility, frozenAt } = document;
  const access = documentAccessOf({
    visibility,
    groupRole,
    grants: grants.map(({ role }) => role),
    isFrozen: frozenAt !== null,
  });
  return access && { access, groupRole };
}
