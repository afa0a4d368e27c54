import { sql } from 'drizzle-orm';
import { bigint, check, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { SuggestionState } from '#shared/documents/comment/comment.ts';
import { boards } from '../../boards/schema.ts';
import { bytes, instant } from '../../kernel/columns.ts';
import { users } from '../../people/person/schema.ts';
import { documents } from '../schema.ts';

/** What came in a file: who said it as the file tells it, and the name of the file. Its author here is whoever brought it. */
const told = { toldBy: text('told_by'), toldFrom: text('told_from') };

/**
 * A discussion of one passage of a document, known by Yjs relative positions, or of a card of a board. Nothing of it is in the
 * text or on the board.
 */
export const commentThreads = pgTable(
  'comment_thread',
  {
    id: text('id').primaryKey(),
    documentId: text('document_id').references(() => documents.id, { onDelete: 'cascade' }),
    boardId: text('board_id').references(() => boards.id, { onDelete: 'cascade' }),
    /** The board's own id of a card: it is in the log of the board's room, so that no key of this database leads there. */
    cardId: text('card_id'),
    /** Null for an account that is gone. */
    authorId: text('author_id').references(() => users.id, { onDelete: 'set null' }),
    /** Empty for a thread about the whole of its subject. */
    startAt: bytes('start_at').notNull(),
    endAt: bytes('end_at').notNull(),
    /** What the passage said, its first 300 characters, and the words around it. */
    quote: text('quote').notNull(),
    before: text('before').notNull(),
    after: text('after').notNull(),
    /** How far the room's log was. */
    seq: bigint('seq', { mode: 'number' }).notNull(),
    createdAt: instant('created_at').notNull(),
    ...told,
    resolvedAt: instant('resolved_at'),
    resolvedBy: text('resolved_by').references(() => users.id, { onDelete: 'set null' }),
  },
  (table) => [
    index('comment_thread_document').on(table.documentId, table.createdAt),
    index('comment_thread_card').on(table.boardId, table.cardId),
    check(
      'comment_thread_subject',
      sql`(${table.documentId} is null) = (${table.boardId} is not null) and (${table.boardId} is null) = (${table.cardId} is null)`,
    ),
  ],
);

/** A thread that proposes other words for its passage. */
export const suggestions = pgTable('suggestion', {
  threadId: text('thread_id')
    .primaryKey()
    .references(() => commentThreads.id, { onDelete: 'cascade' }),
  /** One line a paragraph. */
  original: text('original').notNull(),
  proposed: text('proposed').notNull(),
  state: text('state').$type<SuggestionState>().notNull().default('open'),
  decidedAt: instant('decided_at'),
  decidedBy: text('decided_by').references(() => users.id, { onDelete: 'set null' }),
  /** When the accepted words were in the text; null while they are on their way. */
  appliedAt: instant('applied_at'),
});

export const comments = pgTable(
  'comment',
  {
    id: text('id').primaryKey(),
    threadId: text('thread_id')
      .notNull()
      .references(() => commentThreads.id, { onDelete: 'cascade' }),
    authorId: text('author_id').references(() => users.id, { onDelete: 'set null' }),
    body: text('body').notNull(),
    createdAt: instant('created_at').notNull(),
    editedAt: instant('edited_at'),
    ...told,
    /** Deleted by its author, who may take it back. */
    deletedAt: instant('deleted_at'),
  },
  (table) => [index('comment_of_thread').on(table.threadId, table.createdAt)],
);

/** Who is named in a comment, for those whom it should reach. */
export const commentMentions = pgTable(
  'comment_mention',
  {
    commentId: text('comment_id')
      .notNull()
      .references(() => comments.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.commentId, table.userId] }),
    index('comment_mention_user').on(table.userId),
  ],
);

/** Until when somebody has read a thread. */
export const threadReads = pgTable(
  'comment_thread_read',
  {
    threadId: text('thread_id')
      .notNull()
      .references(() => commentThreads.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    readAt: instant('read_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.threadId, table.userId] })],
);
