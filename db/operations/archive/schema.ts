import { sql } from 'drizzle-orm';
import { bigint, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { OpenArchiveState } from '#shared/operations/archive/open-archive.ts';
import { instant } from '../../kernel/columns.ts';
import { groups } from '../../people/group/schema.ts';
import { users } from '../../people/person/schema.ts';

/** [OA6] An open archive: asked for, made by a job, kept for some days. Its bytes are in the file store. */
export const openArchives = pgTable(
  'open_archive',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Null for the whole space. */
    groupId: text('group_id').references(() => groups.id, { onDelete: 'cascade' }),
    state: text('state').$type<OpenArchiveState>().notNull(),
    /** Steps behind it, and in all; 0 of 0 until they are known. */
    done: integer('done').notNull().default(0),
    total: integer('total').notNull().default(0),
    /** Null until it is ready. */
    storageKey: text('storage_key'),
    bytes: bigint('bytes', { mode: 'number' }),
    askedAt: instant('asked_at').notNull(),
    expiresAt: instant('expires_at'),
  },
  (table) => [
    // Two clicks ask once.
    uniqueIndex('open_archive_running').on(table.userId).where(sql`${table.state} in ('waiting', 'running')`),
    index('open_archive_user').on(table.userId, table.askedAt),
  ],
);
