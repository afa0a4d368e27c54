import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { instant } from '../../kernel/columns.ts';
import { groups } from '../group/schema.ts';

/** What people should hear about, written in the transaction that did it. */
export const activities = pgTable(
  'activity',
  {
    id: text('id').primaryKey(),
    /** Null for what concerns one person only, and for what happens in the programme: no group hears of it. */
    groupId: text('group_id').references(() => groups.id, { onDelete: 'cascade' }),
    actorId: text('actor_id'),
    /** `document.created`, `member.added`… */
    verb: text('verb').notNull(),
    objectId: text('object_id').notNull(),
    data: jsonb('data').$type<Record<string, string>>().notNull().default({}),
    at: instant('at').notNull(),
    /** When those whom it concerns were told; whatever is committed, however late, waits here to be. */
    toldAt: instant('told_at'),
    /** [CF2] Its place in the change feed, given once it is committed; null until then. */
    position: bigint('position', { mode: 'number' }),
  },
  (table) => [
    index('activity_group').on(table.groupId, table.at),
    index('activity_actor').on(table.actorId, table.at),
    index('activity_day').on(table.at, table.actorId),
    index('activity_to_tell').on(table.at).where(sql`${table.toldAt} is null`),
    uniqueIndex('activity_position').on(table.position),
    index('activity_to_number').on(table.at, table.id).where(sql`${table.position} is null`),
  ],
);

/** Where the change feed ends: one row, locked by whoever gives places, so that none is seen before the one before it. */
export const changeHead = pgTable('change_head', {
  id: integer('id').primaryKey(),
  position: bigint('position', { mode: 'number' }).notNull(),
  /** [CF4] Another number than before: an older state of the database was put back. */
  generation: integer('generation').notNull(),
});
