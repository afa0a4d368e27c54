import { sql } from 'drizzle-orm';
import { check, date, index, pgTable, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import type { SlotAnswer } from '#shared/meetings/date-poll/date-poll.ts';
import { instant } from '../../kernel/columns.ts';
import { groups } from '../../people/group/schema.ts';
import { users } from '../../people/person/schema.ts';
import { meetings } from '../meeting/schema.ts';

/** A meeting whose date the people of a group choose together: what it will say of itself, and until when they answer. */
export const datePolls = pgTable(
  'date_poll',
  {
    id: text('id').primaryKey(),
    groupId: text('group_id')
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    title: text('title').notNull(),
    place: text('place').notNull().default(''),
    link: text('link').notNull().default(''),
    description: text('description').notNull().default(''),
    /** The last day on which people answer, in Paris. */
    closesOn: date('closes_on', { mode: 'string' }).notNull(),
    createdBy: text('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: instant('created_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
    /** What it became, once a slot was chosen. */
    meetingId: text('meeting_id').references(() => meetings.id, { onDelete: 'set null' }),
  },
  (table) => [
    index('date_poll_group').on(table.groupId, table.createdAt),
    unique('date_poll_meeting').on(table.meetingId),
  ],
);

/** When that meeting might be. */
export const datePollSlots = pgTable(
  'date_poll_slot',
  {
    id: text('id').primaryKey(),
    pollId: text('poll_id')
      .notNull()
      .references(() => datePolls.id, { onDelete: 'cascade' }),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    chosenAt: instant('chosen_at'),
  },
  (table) => [
    unique('date_poll_slot_once').on(table.pollId, table.startsAt, table.endsAt),
    // Two who choose at once choose one.
    uniqueIndex('date_poll_slot_chosen').on(table.pollId).where(sql`${table.chosenAt} is not null`),
    check('date_poll_slot_order', sql`${table.endsAt} > ${table.startsAt}`),
  ],
);

/** What somebody said of a slot, and what they had said before: the last one counts. */
export const datePollAnswers = pgTable(
  'date_poll_answer',
  {
    id: text('id').primaryKey(),
    slotId: text('slot_id')
      .notNull()
      .references(() => datePollSlots.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    answer: text('answer').$type<SlotAnswer>().notNull(),
    at: instant('at').notNull(),
    /** When they said something else. */
    replacedAt: instant('replaced_at'),
  },
  (table) => [
    uniqueIndex('date_poll_answer_last')
      .on(table.slotId, table.userId)
      .where(sql`${table.replacedAt} is null`),
    index('date_poll_answer_user').on(table.userId),
    check('date_poll_answer_known', sql`${table.answer} in ('yes', 'ifNeeded', 'no')`),
  ],
);

/** Who was written to about a poll, and when last: nobody is reminded twice in a day. */
export const datePollLetters = pgTable(
  'date_poll_letter',
  {
    pollId: text('poll_id')
      .notNull()
      .references(() => datePolls.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    sentAt: instant('sent_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.pollId, table.userId] }),
    index('date_poll_letter_user').on(table.userId),
  ],
);
