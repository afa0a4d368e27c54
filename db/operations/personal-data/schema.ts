import { sql } from 'drizzle-orm';
import { bigint, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { OwnDataState } from '#shared/operations/personal-data/personal-data.ts';
import type { RetentionKey } from '#shared/operations/personal-data/retention.ts';
import { instant } from '../../kernel/columns.ts';
import { users } from '../../people/person/schema.ts';

/** [PD4] Somebody’s account is to be erased: asked for, with a delay to change one’s mind. Taken back, the row goes. */
export const erasures = pgTable('erasure', {
  userId: text('user_id')
    .primaryKey()
    .references(() => users.id),
  askedBy: text('asked_by').notNull(),
  askedAt: instant('asked_at').notNull(),
  dueAt: instant('due_at').notNull(),
});

/** [PD9] How long a kind is kept, where somebody set it. */
export const retentionSettings = pgTable('retention_setting', {
  key: text('key').$type<RetentionKey>().primaryKey(),
  days: integer('days').notNull(),
  changedBy: text('changed_by').references(() => users.id, { onDelete: 'set null' }),
  changedAt: instant('changed_at').notNull(),
});

/** [PD1] An export of somebody's own data: asked for, made by a job, kept for some days. Its bytes are in the file store. */
export const ownDataExports = pgTable(
  'own_data_export',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    state: text('state').$type<OwnDataState>().notNull(),
    /** Steps behind it, and in all; 0 of 0 until they are known. */
    done: integer('done').notNull().default(0),
    total: integer('total').notNull().default(0),
    /** Null until it is ready. */
    storageKey: text('storage_key'),
    bytes: bigint('bytes', { mode: 'number' }),
    askedAt: instant('asked_at').notNull(),
    readyAt: instant('ready_at'),
    expiresAt: instant('expires_at'),
  },
  (table) => [
    // Two clicks ask once.
    uniqueIndex('own_data_export_running')
      .on(table.userId)
      .where(sql`${table.state} in ('waiting', 'running')`),
    index('own_data_export_user').on(table.userId, table.askedAt),
  ],
);
