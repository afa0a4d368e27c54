import { boolean, date, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import type { ChangeKind } from '#shared/meetings/decision/decision.ts';
import { boards } from '../../boards/schema.ts';
import { documents } from '../../documents/schema.ts';
import { instant } from '../../kernel/columns.ts';
import { groups } from '../../people/group/schema.ts';
import { users } from '../../people/person/schema.ts';

/** The decisions of a group. Their words are in a document's text: made from its log, like `document_text`; the rest is written here. */
export const decisions = pgTable(
  'decision',
  {
    /** Of the block in the text. */
    id: text('id').primaryKey(),
    /** The group that decided, wherever the document goes afterwards. */
    groupId: text('group_id')
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
    text: text('text').notNull(),
    rank: integer('rank').notNull(),
    isInText: boolean('is_in_text').notNull(),
    /** When it was first found in the text. */
    seenAt: instant('seen_at').notNull(),
    /** Null until it has a number: nothing is written in it yet. */
    decidedOn: date('decided_on', { mode: 'string' }),
    year: integer('year'),
    number: integer('number'),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id),
  },
  (table) => [
    unique('decision_number').on(table.groupId, table.year, table.number),
    index('decision_document').on(table.documentId),
  ],
);

/** What a decision does to an earlier one, or to an object of ours. */
export const decisionChanges = pgTable(
  'decision_change',
  {
    id: text('id').primaryKey(),
    decisionId: text('decision_id')
      .notNull()
      .references(() => decisions.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<ChangeKind>().notNull(),
    /** The earlier decision; null for an object. */
    targetId: text('target_id').references(() => decisions.id, { onDelete: 'cascade' }),
    /** `objectKey` of the object; null for a decision. */
    targetKey: text('target_key'),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    unique('decision_change_once').on(table.decisionId, table.targetId, table.targetKey).nullsNotDistinct(),
    index('decision_change_target').on(table.targetId),
  ],
);

/** The actions written in texts, each with its card. Done, due and who are the card's: copied here when it changes. */
export const actions = pgTable(
  'action',
  {
    /** Of the block in the text, and of the card. */
    id: text('id').primaryKey(),
    groupId: text('group_id')
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
    text: text('text').notNull(),
    rank: integer('rank').notNull(),
    isInText: boolean('is_in_text').notNull(),
    seenAt: instant('seen_at').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id),
    /** The board that its card goes to, chosen before the card is made: two processes make it on the same one. */
    boardId: text('board_id'),
    /** Null until the card is made. Another than `id` once the card has moved to another board. */
    cardId: text('card_id'),
    /** The words that the card was last given. */
    cardText: text('card_text'),
    isDone: boolean('is_done').notNull().default(false),
    due: date('due', { mode: 'string' }),
    assigneeIds: text('assignee_ids').array().notNull().default([]),
  },
  (table) => [
    index('action_document').on(table.documentId),
    index('action_group').on(table.groupId),
    index('action_board').on(table.boardId),
  ],
);

/** The board on which a group wants the cards of its actions. */
export const groupActionBoards = pgTable('group_action_board', {
  groupId: text('group_id')
    .primaryKey()
    .references(() => groups.id, { onDelete: 'cascade' }),
  boardId: text('board_id')
    .notNull()
    .references(() => boards.id, { onDelete: 'cascade' }),
});
