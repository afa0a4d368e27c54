import { sql } from 'drizzle-orm';
import { check, index, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import type { DocumentRole } from '#shared/documents/document-access.ts';
import { instant } from '../../kernel/columns.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { files } from '../file/schema.ts';
import { documents } from '../schema.ts';

/** What a person or an organisation was given by name on one document. */
export const documentAccess = pgTable(
  'document_access',
  {
    id: text('id').primaryKey(),
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
    userId: text('user_id').references(() => users.id, { onDelete: 'cascade' }),
    organisationId: text('organisation_id').references(() => organisations.id, { onDelete: 'cascade' }),
    role: text('role').$type<DocumentRole>().notNull(),
    addedBy: text('added_by').references(() => users.id, { onDelete: 'set null' }),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [
    unique('document_access_user').on(table.documentId, table.userId),
    unique('document_access_organisation').on(table.documentId, table.organisationId),
    index('document_access_of_user').on(table.userId),
    index('document_access_of_organisation').on(table.organisationId),
    check('document_access_one', sql`(${table.userId} is null) <> (${table.organisationId} is null)`),
  ],
);

/** Which documents show, or once showed, which files: who may read one of them may read the file. */
export const documentFiles = pgTable(
  'document_file',
  {
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
    fileId: text('file_id')
      .notNull()
      .references(() => files.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.documentId, table.fileId] }),
    index('document_file_file').on(table.fileId),
  ],
);
