import { bigint, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { ExcerptMode } from '#shared/documents/excerpt/excerpt.ts';
import type { ExcerptPassage } from '#shared/documents/excerpt/excerpt-source.ts';
import { instant } from '../../kernel/columns.ts';
import { users } from '../../people/person/schema.ts';
import { documents } from '../schema.ts';

/** A passage of a document that another one quotes. Its words are in the text that quotes; neither document need outlive it. */
export const excerpts = pgTable(
  'excerpt',
  {
    /** Of the block in the text. */
    id: text('id').primaryKey(),
    /** For which it was made; a copy of the block stands elsewhere too. */
    documentId: text('document_id').notNull(),
    sourceId: text('source_id').notNull(),
    mode: text('mode').$type<ExcerptMode>().notNull(),
    passage: jsonb('passage').$type<ExcerptPassage>().notNull(),
    /** SHA-256 of the words that the source says now; null when the passage is no longer there. */
    latestWords: text('latest_words'),
    /** Other words of the source, which were seen and not taken. */
    keptWords: text('kept_words'),
    /** Up to which update of the source this is known. */
    seenSeq: bigint('seen_seq', { mode: 'number' }).notNull(),
    /** In whose name, and by whose rights, it follows its source. */
    followedBy: text('followed_by').references(() => users.id, { onDelete: 'set null' }),
    createdBy: text('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('excerpt_source').on(table.sourceId), index('excerpt_document').on(table.documentId)],
);

/** What an excerpt was given to say: whatever says something else under its id was written by somebody. */
export const excerptStates = pgTable(
  'excerpt_state',
  {
    excerptId: text('excerpt_id')
      .notNull()
      .references(() => excerpts.id, { onDelete: 'cascade' }),
    /** SHA-256 of its line and its words. */
    sha: text('sha').notNull(),
    /** SHA-256 of its words. */
    words: text('words').notNull(),
    /** The update of the source after which it said so. */
    seq: bigint('seq', { mode: 'number' }).notNull(),
    /** The heading under which it stood. */
    anchor: text('anchor'),
    /** The number of the colour of the organisation that wrote most of it. */
    colour: integer('colour').notNull(),
    takenBy: text('taken_by').references(() => users.id, { onDelete: 'set null' }),
    takenAt: instant('taken_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.excerptId, table.sha] })],
);

/** Where excerpts stand today: made from the logs of the documents, like `document_text`. */
export const excerptPlaces = pgTable(
  'excerpt_place',
  {
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
    excerptId: text('excerpt_id')
      .notNull()
      .references(() => excerpts.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.documentId, table.excerptId] }),
    index('excerpt_place_excerpt').on(table.excerptId),
  ],
);
