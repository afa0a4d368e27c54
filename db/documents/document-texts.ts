import { and, eq, inArray, ne } from 'drizzle-orm';
import type { Db } from '../kernel/client.ts';
import { documentTexts } from './schema.ts';

/** The first words of each of these documents that has any ([K2]). The caller has checked that they may be read. */
export async function listExcerpts(db: Db, documentIds: readonly string[]): Promise<Map<string, string>> {
  if (documentIds.length === 0) return new Map();
  const rows = await db
    .select({ id: documentTexts.documentId, excerpt: documentTexts.excerpt })
    .from(documentTexts)
    .where(and(inArray(documentTexts.documentId, [...documentIds]), ne(documentTexts.excerpt, '')));
  return new Map(rows.map(({ id, excerpt }) => [id, excerpt]));
}

/** How many characters of a document stand under which Yjs clientID ([K2]); empty when that is not known yet. The caller has checked it. */
export async function findCharacters(db: Db, documentId: string): Promise<ReadonlyMap<number, number>> {
  const [row] = await db
    .select({ characters: documentTexts.characters })
    .from(documentTexts)
    .where(eq(documentTexts.documentId, documentId));
  return new Map(Object.entries(row?.characters ?? {}).map(([client, count]) => [Number(client), count]));
}
