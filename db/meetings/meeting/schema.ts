import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { ItemStatus } from '#shared/meetings/meeting/agenda.ts';
import type { AnswerValue } from '#shared/meetings/meeting/answer.ts';
import type { MeetingStatus } from '#shared/meetings/meeting/meeting.ts';
import type { ReminderKind } from '#shared/meetings/meeting/reminder.ts';
import type { Frequency } from '#shared/meetings/meeting/series.ts';
import { documents } from '../../documents/schema.ts';
import { instant, orderedText } from '../../kernel/columns.ts';
import { groups } from '../../people/group/schema.ts';
import { users } from '../../people/person/schema.ts';

/** Meetings that were planned together: what « this one and the following » speaks of. */
export const meetingSeries = pgTable(
  'meeting_series',
  {
    id: text('id').primaryKey(),
    groupId: text('group_id')
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    frequency: text('frequency').$type<Frequency>().notNull(),
    createdBy: text('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('meeting_series_group').on(table.groupId)],
);

/** A meeting (séance) of a group. Times are instants; the screen says them on the clock of Paris. */
export const meetings = pgTable(
  'meeting',
  {
    id: text('id').primaryKey(),
    groupId: text('group_id')
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    seriesId: text('series_id').references(() => meetingSeries.id, { onDelete: 'set null' }),
    title: text('title').notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    place: text('place').notNull().default(''),
    /** Where to join from afar, an address of the web; empty when there is none. */
    link: text('link').notNull().default(''),
    description: text('description').notNull().default(''),
    status: text('status').$type<MeetingStatus>().notNull().default('planned'),
    /** While it is held: from the opening to the closing. */
    openedAt: instant('opened_at'),
    closedAt: instant('closed_at'),
    /** Goes up at each change that calendars must hear of (RFC 5545, SEQUENCE). */
    sequence: integer('sequence').notNull().default(0),
    createdBy: text('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    cancelledAt: instant('cancelled_at'),
    /** Said to those who were invited; empty when nothing was said. */
    cancelReason: text('cancel_reason').notNull().default(''),
  },
  (table) => [
    index('meeting_group').on(table.groupId, table.startsAt),
    index('meeting_of_series').on(table.seriesId),
  ],
);

/** A point of the agenda: proposed by whoever may comment, accepted by a facilitator. */
export const agendaItems = pgTable(
  'agenda_item',
  {
    id: text('id').primaryKey(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    title: text('title').notNull(),
    /** How long it is meant to take. */
    minutes: integer('minutes').notNull(),
    ownerId: text('owner_id').references(() => users.id, { onDelete: 'set null' }),
    proposedBy: text('proposed_by').references(() => users.id, { onDelete: 'set null' }),
    status: text('status').$type<ItemStatus>().notNull(),
    /** Its key among the items of its meeting; ties break by id. */
    order: orderedText('order').notNull(),
    createdAt: instant('created_at').notNull(),
    /** Taken off the agenda; it can be put back. */
    removedAt: instant('removed_at'),
  },
  (table) => [index('agenda_item_meeting').on(table.meetingId, table.order)],
);

/** The documents that a point of the agenda is about. Whoever may not see one of them does not see that it is there. */
export const agendaItemDocuments = pgTable(
  'agenda_item_document',
  {
    itemId: text('item_id')
      .notNull()
      .references(() => agendaItems.id, { onDelete: 'cascade' }),
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.itemId, table.documentId] }),
    index('agenda_item_document_document').on(table.documentId),
  ],
);

/** Who was told of a meeting by mail, and of which state of it: nobody is told the same twice. */
export const meetingInvitations = pgTable(
  'meeting_invitation',
  {
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** The meeting's sequence in the last mail. */
    sequence: integer('sequence').notNull(),
    sentAt: instant('sent_at').notNull(),
    remindedAt: instant('reminded_at'),
  },
  (table) => [
    primaryKey({ columns: [table.meetingId, table.userId] }),
    index('meeting_invitation_user').on(table.userId),
  ],
);

/** [RM1] The reminders of a meeting that are switched on. */
export const meetingReminders = pgTable(
  'meeting_reminder',
  {
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<ReminderKind>().notNull(),
    /** Its own words; empty when there are none. */
    words: text('words').notNull(),
    /** When it leaves; null once it left, and for one whose moment was past when the meeting was planned or moved. */
    leavesAt: instant('leaves_at'),
  },
  (table) => [
    primaryKey({ columns: [table.meetingId, table.kind] }),
    index('meeting_reminder_leaves').on(table.leavesAt),
  ],
);

/** [RM4] Who was reminded of which beginning of a meeting: nobody twice, whatever is moved to and fro. */
export const meetingReminderSent = pgTable(
  'meeting_reminder_sent',
  {
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<ReminderKind>().notNull(),
    startsAt: instant('starts_at').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    sentAt: instant('sent_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.meetingId, table.kind, table.startsAt, table.userId] }),
    index('meeting_reminder_sent_user').on(table.userId),
  ],
);

/** What somebody said of coming. */
export const meetingAnswers = pgTable(
  'meeting_answer',
  {
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    answer: text('answer').$type<AnswerValue>().notNull(),
    note: text('note').notNull().default(''),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.meetingId, table.userId] }),
    index('meeting_answer_user').on(table.userId),
  ],
);
