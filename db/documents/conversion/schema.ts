import { jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { ImportReport } from '#shared/documents/conversion/conversion.ts';
import { instant } from '../../kernel/columns.ts';
import { users } from '../../people/person/schema.ts';
import { documents } from '../schema.ts';

/** Where a document came from, when it came as a file, and what of it could not be kept. */
export const documentImports = pgTable('document_import', {
  documentId: text('document_id')
    .primaryKey()
    .references(() => documents.id, { onDelete: 'cascade' }),
  fileName: text('file_name').notNull(),
  losses: jsonb('losses').$type<ImportReport['losses']>().notNull(),
  importedBy: text('imported_by')
    .notNull()
    .references(() => users.id),
  importedAt: instant('imported_at').notNull(),
});
