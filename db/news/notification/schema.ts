import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import type {
  Deliveries,
  Delivery,
  EndedMails,
  Reason,
  WatchedKind,
  WatchLevel,
} from '#shared/news/notification/notification.ts';
import { boards } from '../../boards/schema.ts';
import { documents } from '../../documents/schema.ts';
import { instant } from '../../kernel/columns.ts';
import { activities } from '../../people/activity/schema.ts';
import { groups } from '../../people/group/schema.ts';
import { users } from '../../people/person/schema.ts';

/** What one person hears of one activity: once, and for one reason. */
export const notifications = pgTable(
  'notification',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    activityId: text('activity_id')
      .notNull()
      .references(() => activities.id, { onDelete: 'cascade' }),
    /** `document`, `board`, `group`…: what is opened from it, and whose lines are read together. */
    objectKind: text('object_kind').notNull(),
    objectId: text('object_id').notNull(),
    reason: text('reason').$type<Reason>().notNull(),
    delivery: text('delivery').$type<Delivery>().notNull(),
    at: instant('at').notNull(),
    readAt: instant('read_at'),
    /** From when its mail may leave; null when none does. */
    mailDueAt: instant('mail_due_at'),
    /** Claimed in the transaction that put its mail in the queue, so that there never is a second one. */
    mailedAt: instant('mailed_at'),
  },
  (table) => [
    unique('notification_once').on(table.userId, table.activityId),
    index('notification_user').on(table.userId, table.at),
    index('notification_object').on(table.userId, table.objectId),
    index('notification_to_mail')
      .on(table.mailDueAt)
      .where(sql`${table.mailDueAt} is not null and ${table.mailedAt} is null`),
  ],
);

/** How closely somebody follows a group, a document or a board; without a row, as the group, and there what concerns them. */
export const watches = pgTable(
  'watch',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<WatchedKind>().notNull(),
    objectId: text('object_id').notNull(),
    level: text('level').$type<WatchLevel>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.kind, table.objectId] }),
    index('watch_object').on(table.objectId),
  ],
);

/** How somebody wants to hear; without a row, as the defaults of `shared/news/notification` say. */
export const notificationSettings = pgTable('notification_setting', {
  userId: text('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  deliveries: jsonb('deliveries').$type<Partial<Deliveries>>().notNull(),
  /** The weekly mail of each group. */
  digest: boolean('digest').notNull(),
  /** [NL4] Newsletters of the programme. */
  newsletter: boolean('newsletter').notNull().default(true),
  /** Hours of Paris between which no mail leaves; equal when mails may leave at any hour. */
  quietFrom: integer('quiet_from').notNull(),
  quietTo: integer('quiet_to').notNull(),
  quietWeekends: boolean('quiet_weekends').notNull(),
  /** What a link of a mail ended, until something else is chosen. */
  before: jsonb('before').$type<EndedMails>().notNull().default({}),
});

/** Until when somebody was told of a group by its weekly mail. */
export const digests = pgTable(
  'digest',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    groupId: text('group_id')
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    until: instant('until').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.groupId] })],
);

/** Up to which update the edits of a document were made into activities. */
export const toldEdits = pgTable('told_edit', {
  documentId: text('document_id')
    .primaryKey()
    .references(() => documents.id, { onDelete: 'cascade' }),
  seq: bigint('seq', { mode: 'number' }).notNull(),
});

/** Who was already told to be named on which card. */
export const toldAssignments = pgTable(
  'told_assignment',
  {
    boardId: text('board_id')
      .notNull()
      .references(() => boards.id, { onDelete: 'cascade' }),
    cardId: text('card_id').notNull(),
    userId: text('user_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.boardId, table.cardId, table.userId] })],
);

/** Mails that leave at most once: whoever hands one to the outside says so here before. */
export const mailClaims = pgTable('mail_claim', {
  id: text('id').primaryKey(),
  at: instant('at').notNull(),
});
