import { boolean, customType, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '../kernel/columns.ts';

const words = customType<{ data: string }>({ dataType: () => 'tsvector' });

/**
 * One row an object that a search may find, kept by triggers on the objects' own tables from the views `search_source_…`
 * (docs/decisions/0017): nothing in TypeScript writes it. No foreign keys: a row goes when its view no longer gives it.
 */
export const searchEntries = pgTable(
  'search_entry',
  {
    kind: text('kind').notNull(),
    /** A card's is `<board>/<card>`. */
    objectId: text('object_id').notNull(),
    groupId: text('group_id'),
    /** Of a document's visibilities, or `everyone` (signed in), or `known`: people and organisations that one may know. */
    visibility: text('visibility').notNull(),
    /** The document or board whose readers read it. */
    documentId: text('document_id'),
    boardId: text('board_id'),
    /** The thread of a comment. */
    parentId: text('parent_id'),
    authorId: text('author_id'),
    organisationIds: text('organisation_ids').array().notNull(),
    title: text('title').notNull(),
    /** Labels and other short words that count for more than the text. */
    labels: text('labels').notNull(),
    body: text('body').notNull(),
    updatedAt: instant('updated_at').notNull(),
    titleWords: words('title_words').notNull(),
    words: words('words').notNull(),
    /** Its words are in `search_word`. */
    isLearned: boolean('is_learned').notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.objectId] }),
    index('search_entry_title_words').using('gin', table.titleWords),
    index('search_entry_words').using('gin', table.words),
    index('search_entry_document').on(table.documentId),
    index('search_entry_updated_at').on(table.updatedAt),
    index('search_entry_unlearned').on(table.isLearned),
  ],
);

/** Stems seen in any entry, for slips of the keyboard. A suggestion is only told once it finds something for its reader. */
export const searchWords = pgTable('search_word', { word: text('word').primaryKey() }, (table) => [
  index('search_word_trigrams').using('gin', table.word.op('gin_trgm_ops')),
]);
