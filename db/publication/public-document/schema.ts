import { bigint, boolean, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { OutlineEntry } from '#shared/documents/text/document-outline.ts';
import { documents } from '../../documents/schema.ts';
import { instant } from '../../kernel/columns.ts';
import { users } from '../../people/person/schema.ts';

/** The state of a document that the public sees: frozen, and apart from what its writers do meanwhile. */
export const publications = pgTable('document_publication', {
  documentId: text('document_id')
    .primaryKey()
    .references(() => documents.id, { onDelete: 'cascade' }),
  /** Last part of its public address; it stays the document's for good. */
  address: text('address').notNull().unique(),
  title: text('title').notNull(),
  excerpt: text('excerpt').notNull(),
  /** Safe HTML, one element each, without anything of ours inside. */
  blocks: jsonb('blocks').$type<readonly string[]>().notNull(),
  outline: jsonb('outline').$type<readonly OutlineEntry[]>().notNull(),
  /** Names of the organisations whose people wrote. */
  writers: text('writers').array().notNull(),
  /** What it shows: a file is known to the public by its rank here. */
  fileIds: text('file_ids').array().notNull(),
  /** The number of the log's last update in it. */
  seq: bigint('seq', { mode: 'number' }).notNull(),
  isIndexed: boolean('is_indexed').notNull().default(false),
  firstAt: instant('first_at').notNull(),
  publishedAt: instant('published_at').notNull(),
  publishedBy: text('published_by').references(() => users.id, { onDelete: 'set null' }),
  withdrawnAt: instant('withdrawn_at'),
});
