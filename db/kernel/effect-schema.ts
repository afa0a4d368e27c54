import { jsonb, pgTable, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

/** What an operation has to tell live rooms, written in its transaction and taken away once told. */
export const effects = pgTable('effect', {
  id: uuid('id').primaryKey(),
  told: jsonb('told').notNull(),
  at: instant('at').notNull(),
});
