import { and, asc, desc, inArray, isNull } from 'drizzle-orm';
import { isReadableBy, type Reader } from '../../documents/listed-documents.ts';
import { documents } from '../../documents/schema.ts';
import type { Db } from '../../kernel/client.ts';
import { users } from '../../people/person/schema.ts';
import { acquaintancesOf, groupsAllowing } from '../../people/person/visible-people.ts';

/** A list to choose from that is longer is searched, not read. */
const LIST_MAX = 300;

/** The documents that this person may read, the last changed first. */
export async function listKnownDocuments(db: Db, reader: Reader): Promise<{ id: string; name: string }[]> {
  const groupIds = groupsAllowing(await acquaintancesOf(db, reader), 'document.read');
  if (groupIds.length === 0) return [];
  return db
    .select({ id: documents.id, name: documents.title })
    .from(documents)
    .where(
      and(
        inArray(documents.groupId, groupIds),
        isNull(documents.trashedAt),
        isReadableBy(db, { ...reader, groupIds }),
      ),
    )
    .orderBy(desc(documents.updatedAt), asc(documents.id))
    .limit(LIST_MAX);
}

/** The people that this person may know, by name. */
export async function listKnownPeople(db: Db, reader: Reader): Promise<{ id: string; name: string }[]> {
  const { people } = await acquaintancesOf(db, reader);
  return db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(isNull(users.suspendedAt), people))
    .orderBy(asc(users.name), asc(users.id))
    .limit(LIST_MAX);
}
