import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { instant } from '../kernel/columns.ts';
import { groups } from '../people/group/schema.ts';
import { users } from '../people/person/schema.ts';

/** A template that a group keeps for its documents. */
export const documentTemplates = pgTable(
  'document_template',
  {
    id: text('id').primaryKey(),
    groupId: text('group_id')
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** The text of the document that it was made from, as it was then. */
    blocks: jsonb('blocks').$type<readonly BlockJson[]>().notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    removedAt: instant('removed_at'),
  },
  (table) => [index('document_template_group').on(table.groupId)],
);
