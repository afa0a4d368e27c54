import { bigint, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '../../kernel/columns.ts';
import { users } from '../../people/person/schema.ts';
import { documents } from '../schema.ts';

const seq = (name: string) => bigint(name, { mode: 'number' });

/**
 * States of a document that somebody named or went back to. The states themselves are the log of its room up to a number;
 * the night's packing leaves an end of a row at each of these numbers.
 */
export const documentVersions = pgTable(
  'document_version',
  {
    id: text('id').primaryKey(),
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
    /** The document up to this update. */
    seq: seq('seq').notNull(),
    /** Null for a restoration that nobody named. */
    name: text('name'),
    /** Restorations only: up to which update the state went that was restored, when that was, and the state just before. */
    restoredSeq: seq('restored_seq'),
    restoredAt: instant('restored_at'),
    beforeSeq: seq('before_seq'),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    /** Taken out of the list; it can be put back. */
    removedAt: instant('removed_at'),
  },
  (table) => [index('document_version_document').on(table.documentId, table.seq)],
);

/** Up to which update a person has read a document. It only moves forward. */
export const documentVisits = pgTable(
  'document_visit',
  {
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    seq: seq('seq').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.documentId, table.userId] }),
    index('document_visit_user').on(table.userId),
  ],
);
