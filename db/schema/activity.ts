import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { groups } from './group.ts';

/** What people should hear about, written in the transaction that did it. */
export const activities = pgTable(
  'activity',
  {
    id: text('id').primaryKey(),
    groupId: text('group_id').references(() => groups.id, { onDelete: 'cascade' }),
    actorId: text('actor_id'),
    /** `document.created`, `member.added`… */
    verb: text('verb').notNull(),
    objectId: text('object_id').notNull(),
    data: jsonb('data').$type<Record<string, string>>().notNull().default({}),
    at: instant('at').notNull(),
  },
  (table) => [index('activity_group').on(table.groupId, table.at)],
);
