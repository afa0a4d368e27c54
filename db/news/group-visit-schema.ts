import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '../kernel/columns.ts';
import { groups } from '../people/group/schema.ts';
import { users } from '../people/person/schema.ts';

/** When somebody was last in a group, and up to when its news are read for them. */
export const groupVisits = pgTable(
  'group_visit',
  {
    groupId: text('group_id')
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    seenAt: instant('seen_at').notNull(),
    /** News from here on are unread; null when they never said that they had read any. */
    readAt: instant('read_at'),
    /** What `read_at` was before, to take the last mark back. */
    readBefore: instant('read_before'),
  },
  (table) => [
    primaryKey({ columns: [table.groupId, table.userId] }),
    index('group_visit_user').on(table.userId),
  ],
);

/** Up to when the news of the programme, which are of no group, are read by somebody, and were told in the mail of the week. */
export const programmeMarks = pgTable('programme_mark', {
  userId: text('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  /** As in `group_visit`. */
  readAt: instant('read_at'),
  readBefore: instant('read_before'),
  /** News from here on are for the next mail. */
  toldUntil: instant('told_until'),
});
