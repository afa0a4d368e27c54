import { documentTexts } from '#db/documents/schema.ts';
import type { Db } from '#db/kernel/client.ts';
import { type Found, type SearchFilter, searchEverything } from '#db/search/search.ts';
import { parseSearch } from '#shared/search/search-query.ts';

/** When the world of these tests is. */
export const now = new Date('2023-03-14T09:00:00Z');

/** What this person finds; a refusal is a fault of the test. */
export async function find(
  db: Db,
  userId: string,
  typed: string,
  { isTyping = false, ...filter }: SearchFilter & { isTyping?: boolean } = {},
): Promise<Found> {
  const query = parseSearch(typed, { isTyping });
  if (!query.ok) throw new Error(query.error);
  const found = await searchEverything(db, { query: query.value, userId, now, limit: 50, filter });
  if (!found.ok) throw new Error(found.error);
  return found.value;
}

/** Gives a document its text, as the projection does. */
export async function write(db: Db, documentId: string, text: string): Promise<void> {
  const values = { documentId, text, excerpt: '', outline: [], words: 0 };
  await db
    .insert(documentTexts)
    .values(values)
    .onConflictDoUpdate({ target: documentTexts.documentId, set: { text } });
}
