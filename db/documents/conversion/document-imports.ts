import { eq } from 'drizzle-orm';
import type { ImportReport } from '#shared/documents/conversion/conversion.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { users } from '../../people/person/schema.ts';
import { documentImports } from './schema.ts';

/** [X12] Keeps what became of the file that a new document came as. */
export async function recordImport(
  tx: Tx,
  {
    documentId,
    report: { fileName, losses },
    by: importedBy,
    now: importedAt,
  }: { documentId: string; report: ImportReport; by: string; now: Date },
): Promise<void> {
  await tx
    .insert(documentImports)
    .values({ documentId, fileName, losses: [...losses], importedBy, importedAt });
}

/** What became of the file that a document came as; null when it was written here. */
export async function findImport(
  db: Db,
  { documentId }: { documentId: Readable<'document'> },
): Promise<(ImportReport & { readonly by: string; readonly at: Date }) | null> {
  const [found] = await db
    .select({
      fileName: documentImports.fileName,
      losses: documentImports.losses,
      by: users.name,
      at: documentImports.importedAt,
    })
    .from(documentImports)
    .innerJoin(users, eq(users.id, documentImports.importedBy))
    .where(eq(documentImports.documentId, documentId));
  return found ?? null;
}
