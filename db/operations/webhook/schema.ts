import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { DeliveryState, PauseReason, WebhookType } from '#shared/operations/webhook/webhook.ts';
import { instant } from '../../kernel/columns.ts';
import { activities } from '../../people/activity/schema.ts';
import { groups } from '../../people/group/schema.ts';
import { users } from '../../people/person/schema.ts';

/** Addresses of other programs that are told what happens. */
export const webhooks = pgTable(
  'webhook',
  {
    id: text('id').primaryKey(),
    /** Null: of the whole space. */
    groupId: text('group_id').references(() => groups.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    url: text('url').notNull(),
    /** Null: whatever happens. */
    types: jsonb('types').$type<readonly WebhookType[]>(),
    /** Who made it, changed it last or set it going again: it sends as long as they may manage it. */
    ownerId: text('owner_id').references(() => users.id, { onDelete: 'set null' }),
    /** Closed by the seal of the installation. */
    secret: text('secret').notNull(),
    olderSecret: text('older_secret'),
    olderSecretUntil: instant('older_secret_until'),
    pausedAt: instant('paused_at'),
    pauseReason: text('pause_reason').$type<PauseReason>(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [index('webhook_group').on(table.groupId)],
);

/** One event for one webhook, or a test of it. What is sent is made from the activity each time. */
export const webhookDeliveries = pgTable(
  'webhook_delivery',
  {
    id: text('id').primaryKey(),
    webhookId: text('webhook_id')
      .notNull()
      .references(() => webhooks.id, { onDelete: 'cascade' }),
    /** Null for a test. */
    activityId: text('activity_id').references(() => activities.id, { onDelete: 'cascade' }),
    type: text('type').notNull(),
    /** Somebody asked for it: one try, whatever the state of the webhook. */
    isByHand: boolean('is_by_hand').notNull(),
    state: text('state').$type<DeliveryState>().notNull(),
    tries: integer('tries').notNull().default(0),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('webhook_delivery_once').on(table.webhookId, table.activityId),
    index('webhook_delivery_list').on(table.webhookId, table.createdAt, table.id),
    index('webhook_delivery_day').on(table.createdAt),
    index('webhook_delivery_activity').on(table.activityId),
  ],
);

/** One request to the address, and what came of it. */
export const webhookTries = pgTable(
  'webhook_try',
  {
    deliveryId: text('delivery_id')
      .notNull()
      .references(() => webhookDeliveries.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    at: instant('at').notNull(),
    milliseconds: integer('milliseconds').notNull(),
    /** Null when nothing answered. */
    status: integer('status'),
    error: text('error'),
    /** The beginning of what was answered. */
    answer: text('answer').notNull(),
  },
  (table) => [primaryKey({ columns: [table.deliveryId, table.number] })],
);
