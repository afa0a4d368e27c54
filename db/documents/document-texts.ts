import { and, eq, inArray, ne } from 'drizzle-orm';
import type { Characters } from '#shared/documents/history/document-authors.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import type { Db } from '../kernel/client.ts';
import { documentTexts } from './schema.ts';

/** The first words of each of these documents that has any ([K2]). */
export async function listExcerpts(
  db: Db,
  documentIds: readonly Readable<'document'>[],
): Promise<Map<string, string>> {
  if (documentIds.length === 0) return new Map();
  const rows = await db
    .select({ id: documentTexts.documentId, excerpt: documentTexts.excerpt })
    .from(documentTexts)
    .where(and(inArray(documentTexts.documentId, [...documentIds]), ne(documentTexts.excerpt, '')));
  return new Map(rows.map(({ id, excerpt }) => [id, excerpt]));
}

/** How many characters of a document are whose, by account ([K2]); empty when that is not known yet. */
export async function findCharacters(db: Db, documentId: Readable<'document'>): Promise<Characters> {
  const [row] = await db
    .select({ characters: documentTexts.characters })
    .from(documentTexts)
    .where(eq(documentTexts.documentId, documentId));
  return new Map(Object.entries(row?.characters ?? {}));
}
