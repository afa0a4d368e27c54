import { index, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { instant } from '../../kernel/columns.ts';
import { groups } from '../group/schema.ts';
import { users } from '../person/schema.ts';

/** Somebody asks to join a group, and waits. An answered request is no more: what was given is a membership. */
export const joinRequests = pgTable(
  'join_request',
  {
    id: text('id').primaryKey(),
    groupId: text('group_id')
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    message: text('message').notNull(),
    askedAt: instant('asked_at').notNull(),
  },
  (table) => [
    unique('join_request_one').on(table.groupId, table.userId),
    index('join_request_user').on(table.userId),
  ],
);
