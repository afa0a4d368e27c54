import { sql } from 'drizzle-orm';
import { check, index, pgTable, text } from 'drizzle-orm/pg-core';
import type { ToldTo } from '#shared/programme/told-to.ts';
import { instant } from '../../kernel/columns.ts';
import { users } from '../../people/person/schema.ts';

/** [AE2] What the coordination tells all the programme, or everybody. */
export const bulletins = pgTable(
  'bulletin',
  {
    id: text('id').primaryKey(),
    title: text('title').notNull(),
    /** Plain paragraphs. */
    text: text('text').notNull(),
    toldTo: text('told_to').$type<ToldTo>().notNull(),
    createdBy: text('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    /** Null while it is a draft. */
    publishedAt: instant('published_at'),
    /** When what it says was last changed after its publication. */
    changedAt: instant('changed_at'),
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [
    index('bulletin_published').on(table.publishedAt),
    check('bulletin_told_to', sql`${table.toldTo} in ('programme', 'public')`),
    check('bulletin_changed', sql`${table.changedAt} is null or ${table.publishedAt} is not null`),
  ],
);
