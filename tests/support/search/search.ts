import { sql } from 'drizzle-orm';
import { documentTexts } from '#db/documents/schema.ts';
import type { Db } from '#db/kernel/client.ts';
import { type Found, type SearchFilter, searchEverything } from '#db/search/search.ts';
import { KIND_NAMES } from '#shared/kinds.ts';
import { parseSearch } from '#shared/search/search-query.ts';

/** It stands in everything of the world of the search. */
export const WORD = 'zéphyr';

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

/** Rows in which the entries and the views that they are made from differ; none, as long as no trigger was forgotten. */
export async function differences(db: Db): Promise<unknown[]> {
  const columns = sql.raw(
    'object_id, group_id, visibility, document_id, board_id, parent_id, author_id, organisation_ids, title, labels, body, updated_at',
  );
  const found = [];
  for (const kind of KIND_NAMES) {
    const kept = sql`select ${columns} from search_entry where kind = ${kind}`;
    const made = sql`select ${columns} from ${sql.identifier(`search_source_${kind}`)}`;
    const answer = await db.execute(sql`(${kept} except ${made}) union all (${made} except ${kept})`);
    found.push(...(answer as unknown as { rows: unknown[] }).rows);
  }
  return found;
}
