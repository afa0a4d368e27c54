import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { ReminderCause } from '#shared/people/reminder/reminder.ts';
import { instant } from '../../kernel/columns.ts';
import { groups } from '../group/schema.ts';
import { users } from '../person/schema.ts';

/** When a facilitator last reminded somebody of something: nobody is reminded of the same twice in a week. */
export const reminders = pgTable(
  'reminder',
  {
    groupId: text('group_id')
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    cause: text('cause').$type<ReminderCause>().notNull(),
    sentAt: instant('sent_at').notNull(),
    sentBy: text('sent_by').references(() => users.id, { onDelete: 'set null' }),
  },
  (table) => [primaryKey({ columns: [table.groupId, table.userId, table.cause] })],
);
