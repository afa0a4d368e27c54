import { boolean, date, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant, orderedText } from '../kernel/columns.ts';
import { groups } from '../people/group/schema.ts';
import { users } from '../people/person/schema.ts';

/** A kanban board. Its columns and cards are not here: they are the log of room `board:<id>`. */
export const boards = pgTable(
  'board',
  {
    id: text('id').primaryKey(),
    groupId: text('group_id')
      .notNull()
      .references(() => groups.id),
    title: text('title').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    trashedAt: instant('trashed_at'),
    trashedBy: text('trashed_by').references(() => users.id),
  },
  (table) => [index('board_group').on(table.groupId)],
);

/** The cards of all boards, for lists, dashboards and searches: made from the boards' logs within two seconds, never written by hand. */
export const cards = pgTable(
  'card',
  {
    boardId: text('board_id')
      .notNull()
      .references(() => boards.id, { onDelete: 'cascade' }),
    cardId: text('card_id').notNull(),
    title: text('title').notNull(),
    description: text('description').notNull(),
    columnId: text('column_id').notNull(),
    columnName: text('column_name').notNull(),
    /** Its key among the cards of its column; ties break by `card_id`. */
    order: orderedText('order').notNull(),
    isDone: boolean('is_done').notNull(),
    isArchived: boolean('is_archived').notNull(),
    start: date('start', { mode: 'string' }),
    due: date('due', { mode: 'string' }),
    /** [B28] The day on which it comes back. */
    repeatOn: date('repeat_on', { mode: 'string' }),
    /** Ids of organisations, as a peer may have written them, like those of people. */
    organisationIds: text('organisation_ids').array().notNull().default([]),
    /** Ids of people. A peer may have written any: they point nowhere by force. */
    assigneeIds: text('assignee_ids').array().notNull(),
    /** Names of labels. */
    labels: text('labels').array().notNull(),
    /** Its checklists as text. */
    steps: text('steps').notNull().default(''),
    /** Keys of the objects that the card points to, for their pages. */
    links: text('links').array().notNull().default([]),
  },
  (table) => [
    primaryKey({ columns: [table.boardId, table.cardId] }),
    index('card_links').using('gin', table.links),
  ],
);
