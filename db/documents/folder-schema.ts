import { type AnyPgColumn, index, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from '../kernel/columns.ts';
import { groups } from '../people/group/schema.ts';
import { users } from '../people/person/schema.ts';

/** A folder (classeur) of a group's documents. Folders nest; the tree is decided in shared/documents/folder.ts. */
export const folders = pgTable(
  'document_folder',
  {
    id: text('id').primaryKey(),
    groupId: text('group_id')
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    /** Null at the top of the group. */
    parentId: text('parent_id').references((): AnyPgColumn => folders.id),
    name: text('name').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    /** Removed: what it holds shows one level up, and is back in it when the removal is undone. */
    removedAt: instant('removed_at'),
  },
  (table) => [index('document_folder_group').on(table.groupId)],
);
