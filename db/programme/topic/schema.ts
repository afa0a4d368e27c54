import { sql } from 'drizzle-orm';
import { check, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { documents } from '../../documents/schema.ts';
import { instant } from '../../kernel/columns.ts';
import { groups } from '../../people/group/schema.ts';
import { users } from '../../people/person/schema.ts';

/** A discussion: of a group, or of a published sheet, which is a document of that group and is discussed by the whole programme. */
export const topics = pgTable(
  'topic',
  {
    id: text('id').primaryKey(),
    groupId: text('group_id')
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    /** The text of the sheet; null for a discussion of the group alone. */
    documentId: text('document_id').references(() => documents.id, { onDelete: 'cascade' }),
    title: text('title').notNull(),
    createdBy: text('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: instant('created_at').notNull(),
    /** When its last message was written: lists go by it. */
    updatedAt: instant('updated_at').notNull(),
    closedAt: instant('closed_at'),
    closedBy: text('closed_by').references(() => users.id, { onDelete: 'set null' }),
  },
  (table) => [
    index('topic_group').on(table.groupId, table.updatedAt),
    index('topic_document').on(table.documentId, table.updatedAt),
  ],
);

/** A message of a discussion, in plain paragraphs. */
export const topicPosts = pgTable(
  'topic_post',
  {
    id: text('id').primaryKey(),
    topicId: text('topic_id')
      .notNull()
      .references(() => topics.id, { onDelete: 'cascade' }),
    /** Null for an account that is gone. */
    authorId: text('author_id').references(() => users.id, { onDelete: 'set null' }),
    body: text('body').notNull(),
    createdAt: instant('created_at').notNull(),
    editedAt: instant('edited_at'),
    /** Taken off by its author or a moderator, who may give it back. */
    deletedAt: instant('deleted_at'),
    deletedBy: text('deleted_by').references(() => users.id, { onDelete: 'set null' }),
  },
  (table) => [
    index('topic_post_topic').on(table.topicId, table.createdAt),
    index('topic_post_author').on(table.authorId),
    check('topic_post_said', sql`${table.body} <> ''`),
  ],
);

/** Who is named in a message, for those whom it should reach. */
export const topicMentions = pgTable(
  'topic_mention',
  {
    postId: text('post_id')
      .notNull()
      .references(() => topicPosts.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.postId, table.userId] }),
    index('topic_mention_user').on(table.userId),
  ],
);
