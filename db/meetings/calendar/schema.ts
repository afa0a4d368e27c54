import { index, pgTable, text } from 'drizzle-orm/pg-core';
import { boards } from '../../boards/schema.ts';
import { instant } from '../../kernel/columns.ts';
import { groups } from '../../people/group/schema.ts';
import { users } from '../../people/person/schema.ts';

/** Secret addresses under which somebody's own calendar reads due days. Only the SHA-256 of the secret is kept. */
export const calendarFeeds = pgTable(
  'calendar_feed',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** A whole board; without one, and without a group: the cards that this person is assigned to, wherever they are. */
    boardId: text('board_id').references(() => boards.id, { onDelete: 'cascade' }),
    /** The meetings of a whole group. */
    groupId: text('group_id').references(() => groups.id, { onDelete: 'cascade' }),
    tokenHash: text('token_hash').notNull().unique(),
    createdAt: instant('created_at').notNull(),
    /** Null until a calendar has read it. */
    readAt: instant('read_at'),
  },
  (table) => [index('calendar_feed_user').on(table.userId)],
);
