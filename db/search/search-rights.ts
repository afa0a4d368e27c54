import { and, eq, exists, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import { canInGroup } from '#shared/kernel/access/access.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { READING_RIGHTS } from '#shared/kinds.ts';
import { boards } from '../boards/schema.ts';
import { documentAccess } from '../documents/access/schema.ts';
import { isReadableBy, type Reader } from '../documents/listed-documents.ts';
import { documents } from '../documents/schema.ts';
import type { Db } from '../kernel/client.ts';
import { ownKindsReadBy } from '../kinds.ts';
import { organisations } from '../people/organisation/schema.ts';
import { users } from '../people/person/schema.ts';
import { acquaintancesOf } from '../people/person/visible-people.ts';
import { searchEntries } from './schema.ts';

/** What one person may find, as conditions on `search_entry`. */
export interface SearchRights {
  /** Groups of which they may read what stands in them. */
  readonly groupIds: readonly Readable<'group'>[];
  /** By what the entries say, which is quick: for counting, and for choosing the best few. */
  readonly entries: SQL | undefined;
  /** By the objects themselves, for what is shown: an entry may be behind them by the length of a transaction. */
  readonly objects: SQL | undefined;
}

/** [SE4] What this person may find; null for a suspended account. The same decision as `documentAccessOf` and `isReadableBy`. */
export async function searchRightsOf(db: Db, reader: Reader): Promise<SearchRights | null> {
  const [person] = await db
    .select({ organisationId: users.organisationId })
    .from(users)
    .where(and(eq(users.id, reader.userId), isNull(users.suspendedAt)));
  if (!person) return null;
  const known = await acquaintancesOf(db, reader);
  const groups = known.groups.filter(({ role }) => READING_RIGHTS.every((right) => canInGroup(role, right)));
  const groupIds = groups.map(({ id }) => id);
  const facilitated = groups.filter(({ role }) => role === 'facilitator').map(({ id }) => id);
  const named = db
    .select({ id: documentAccess.documentId })
    .from(documentAccess)
    .where(
      or(
        eq(documentAccess.userId, reader.userId),
        person.organisationId ? eq(documentAccess.organisationId, person.organisationId) : undefined,
      ),
    );
  const { kind, objectId, groupId, visibility, documentId, boardId } = searchEntries;
  const entries = or(
    inArray(visibility, ['everyone', 'programme']),
    ofGroups('group', groupIds),
    ofGroups('restricted', facilitated),
    inArray(documentId, named),
    (await ownKindsReadBy(db, reader)) ?? undefined,
    and(
      eq(kind, 'person'),
      exists(
        one(db)
          .from(users)
          .where(and(eq(users.id, objectId), isNull(users.suspendedAt), known.people)),
      ),
    ),
    and(
      eq(kind, 'organisation'),
      exists(
        one(db)
          .from(organisations)
          .where(and(eq(organisations.id, objectId), known.organisations)),
      ),
    ),
  );
  const readable = and(
    eq(documents.id, documentId),
    isNull(documents.trashedAt),
    isReadableBy(db, { ...reader, groupIds }),
  );
  const seen = and(eq(boards.id, boardId), isNull(boards.trashedAt), isOneOf(boards.groupId, groupIds));
  const objects = and(
    or(isNull(documentId), exists(one(db).from(documents).where(readable))),
    or(isNull(boardId), exists(one(db).from(boards).where(seen))),
  );
  return { groupIds, entries, objects };

  function ofGroups(given: string, ids: readonly string[]): SQL | undefined {
    return and(eq(visibility, given), isOneOf(groupId, ids));
  }
}

const one = (db: Db) => db.select({ one: sql`1` });

/** An array is one parameter, whatever its length: the statement stays the same. */
function isOneOf(column: typeof searchEntries.groupId | typeof boards.groupId, ids: readonly string[]): SQL {
  return sql`${column} = any(${sql.param([...ids])}::text[])`;
}
