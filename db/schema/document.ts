import { index, pgTable, text } from 'drizzle-orm/pg-core';
import { users } from './auth.ts';
import { instant } from './columns.ts';
import { groups } from './group.ts';

/** A co-written document. Its text is not here: it is the log of room `document:<id>`. */
export const documents = pgTable(
  'document',
  {
    id: text('id').primaryKey(),
    groupId: text('group_id')
      .notNull()
      .references(() => groups.id),
    title: text('title').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    trashedAt: instant('trashed_at'),
    trashedBy: text('trashed_by').references(() => users.id),
  },
  (table) => [index('document_group').on(table.groupId)],
);
