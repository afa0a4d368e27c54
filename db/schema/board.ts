import { index, pgTable, text } from 'drizzle-orm/pg-core';
import { users } from './auth.ts';
import { instant } from './columns.ts';
import { groups } from './group.ts';

/** A kanban board. Its columns and cards are not here: they are the log of room `board:<id>`. */
export const boards = pgTable(
  'board',
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
  (table) => [index('board_group').on(table.groupId)],
);
