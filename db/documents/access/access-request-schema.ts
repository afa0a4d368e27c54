import { index, pgTable, text, unique } from 'drizzle-orm/pg-core';
import type { DocumentRole } from '#shared/documents/document-access.ts';
import { instant } from '../../kernel/columns.ts';
import { users } from '../../people/person/schema.ts';
import { documents } from '../schema.ts';

/** Somebody asks for access to a document, and waits. An answered request is no more: what was given is a name. */
export const accessRequests = pgTable(
  'access_request',
  {
    id: text('id').primaryKey(),
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text('role').$type<DocumentRole>().notNull(),
    message: text('message').notNull(),
    askedAt: instant('asked_at').notNull(),
  },
  (table) => [
    unique('access_request_one').on(table.documentId, table.userId),
    index('access_request_user').on(table.userId),
  ],
);
