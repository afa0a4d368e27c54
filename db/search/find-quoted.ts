import { and, desc, eq, gt, ne, sql } from 'drizzle-orm';
import type { Reader } from '../documents/listed-documents.ts';
import type { Db } from '../kernel/client.ts';
import { docProjections } from '../realtime/schema.ts';
import { searchEntries } from './schema.ts';
import { searchRightsOf } from './search-rights.ts';

/** Of each kind so many are looked into: whoever pastes has just been there. */
const MOST = 3;
/** What was cut a moment ago is no longer read where it stood. */
const JUST_CHANGED_MS = 15 * 60_000;

/**
 * [LG4] The documents that this person may read in which these words stand, or may have stood a moment ago, the last changed first; not the one
 * in which they stand now. The last word may have been cut.
 */
export async function findQuoted(
  db: Db,
  { words, documentId, ...reader }: Reader & { words: string; documentId: string },
): Promise<string[]> {
  const rights = await searchRightsOf(db, reader);
  if (!rights) return [];
  const { kind, objectId, updatedAt } = searchEntries;
  const phrase = words.replace(/\S*$/u, '');
  const changed = new Date(reader.now.getTime() - JUST_CHANGED_MS);
  const among = (condition: ReturnType<typeof sql>) =>
    db
      .select({ id: objectId })
      .from(searchEntries)
      .leftJoin(docProjections, eq(docProjections.room, sql`'document:' || ${objectId}`))
      .where(and(eq(kind, 'document'), ne(objectId, documentId), condition, rights.entries, rights.objects))
      .orderBy(desc(updatedAt))
      .limit(MOST);
  const [standing, left] = await Promise.all([
    among(sql`${searchEntries.words} @@ phraseto_tsquery('public.fr', ${phrase})`),
    among(sql`${gt(docProjections.at, changed)}`),
  ]);
  return [...new Set([...standing, ...left].map(({ id }) => id))];
}
