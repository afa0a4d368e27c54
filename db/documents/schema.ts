import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { Visibility } from '#shared/documents/document-access.ts';
import type { OutlineEntry } from '#shared/documents/text/document-outline.ts';
import { instant, orderedText } from '../kernel/columns.ts';
import { groups } from '../people/group/schema.ts';
import { users } from '../people/person/schema.ts';
import { folders } from './folder-schema.ts';

/** A co-written document. Its text is not here: it is the log of room `document:<id>`. */
export const documents = pgTable(
  'document',
  {
    id: text('id').primaryKey(),
    groupId: text('group_id')
      .notNull()
      .references(() => groups.id),
    title: text('title').notNull(),
    visibility: text('visibility').$type<Visibility>().notNull().default('group'),
    /** Null at the top of the group. One whose folder was removed stands in the nearest that is left. */
    folderId: text('folder_id').references(() => folders.id, { onDelete: 'set null' }),
    /** Its key in the order by hand; null until somebody orders its folder. Ties break by id. */
    order: orderedText('order'),
    pinnedAt: instant('pinned_at'),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    /** Its text was approved as it is: whoever sees it reads it, and nobody changes it. */
    frozenAt: instant('frozen_at'),
    trashedAt: instant('trashed_at'),
    trashedBy: text('trashed_by').references(() => users.id),
  },
  (table) => [index('document_group').on(table.groupId)],
);

/** What lists, dashboards and searches need of a document's text: made from its log within two seconds, never written by hand. */
export const documentTexts = pgTable('document_text', {
  documentId: text('document_id')
    .primaryKey()
    .references(() => documents.id, { onDelete: 'cascade' }),
  /** One line a block. */
  text: text('text').notNull(),
  /** The first words of its prose, headings left out; empty when there are none. */
  excerpt: text('excerpt').notNull(),
  outline: jsonb('outline').$type<readonly OutlineEntry[]>().notNull(),
  words: integer('words').notNull(),
  /** How many of its characters are whose, by account; under '' of nobody known. */
  characters: jsonb('characters').$type<Readonly<Record<string, number>>>().notNull().default({}),
});
