import { and, eq, inArray } from 'drizzle-orm';
import { audienceOf } from '#shared/documents/access/audience.ts';
import type { PersonBadge } from '#shared/people/organisation/organisation.ts';
import type { Db } from '../../kernel/client.ts';
import { organisationBadge } from '../../people/organisation/organisations.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { documents } from '../schema.ts';
import { candidatesOf } from './document-audience.ts';

/** These people as screens show them, by id; null ids and unknown ones are passed over. */
export async function findPeople(
  db: Db,
  ids: readonly (string | null | undefined)[],
): Promise<Map<string, PersonBadge>> {
  const wanted = [...new Set(ids.filter((id) => typeof id === 'string'))];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .select({ id: users.id, name: users.name, organisation: organisationBadge })
    .from(users)
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .where(inArray(users.id, wanted));
  return new Map(rows.map((row) => [row.id, row]));
}

/** [CM6] [A9] Who sees this document for a reason of their own, by name; nobody for a document that is not of this group. */
export async function listDocumentPeople(
  db: Db,
  { documentId, groupId, now }: { documentId: string; groupId: string; now: Date },
): Promise<PersonBadge[]> {
  const [document] = await db
    .select({ visibility: documents.visibility })
    .from(documents)
    .where(and(eq(documents.id, documentId), eq(documents.groupId, groupId)));
  if (!document) return [];
  const candidates = await candidatesOf(db, { documentId, groupId, now });
  return audienceOf(candidates, document.visibility).map(({ id, name, organisation }) => ({
    id,
    name,
    organisation,
  }));
}
