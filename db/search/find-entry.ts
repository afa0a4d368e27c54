import { and, eq } from 'drizzle-orm';
import type { KindName } from '#shared/kinds.ts';
import type { Reader } from '../documents/listed-documents.ts';
import type { Db } from '../kernel/client.ts';
import { searchEntries } from './schema.ts';
import { searchRightsOf } from './search-rights.ts';

/** What the search knows of an object. */
export interface FoundEntry {
  readonly title: string;
  readonly labels: string;
  readonly body: string;
  readonly updatedAt: Date;
}

/** [SE4] What the search knows of an object of a kind, if this person may find it; null otherwise. */
export async function findEntry(
  db: Db,
  { kind, id, ...reader }: Reader & { kind: KindName; id: string },
): Promise<FoundEntry | null> {
  const rights = await searchRightsOf(db, reader);
  if (!rights) return null;
  const { title, labels, body, updatedAt, objectId, kind: kinds } = searchEntries;
  const [found] = await db
    .select({ title, labels, body, updatedAt })
    .from(searchEntries)
    .where(and(eq(kinds, kind), eq(objectId, id), rights.entries, rights.objects));
  return found ?? null;
}
