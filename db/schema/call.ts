import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Form } from '#shared/application/form.ts';
import { users } from './auth.ts';
import { instant } from './columns.ts';
import { seasons } from './group.ts';

/** A call for expressions of interest (appel à manifestation d’intérêt) of a season. */
export const calls = pgTable('call', {
  id: text('id').primaryKey(),
  seasonId: text('season_id')
    .notNull()
    .references(() => seasons.id),
  title: text('title').notNull(),
  /** What is asked, and of whom; paragraphs are separated by an empty line. */
  presentation: text('presentation').notNull().default(''),
  opensAt: instant('opens_at').notNull(),
  closesAt: instant('closes_at').notNull(),
  /** Minutes after the closing during which a submission is still taken, and marked as late. */
  toleranceMinutes: integer('tolerance_minutes').notNull().default(0),
  /** Null while the call is prepared: nobody but its coordinators sees it. */
  publishedAt: instant('published_at'),
  createdBy: text('created_by').references(() => users.id, { onDelete: 'set null' }),
  createdAt: instant('created_at').notNull(),
});

/** Each version of a call’s form, from 1; applications are tied to the one that they were last written with. */
export const callForms = pgTable(
  'call_form',
  {
    callId: text('call_id')
      .notNull()
      .references(() => calls.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    form: jsonb('form').$type<Form>().notNull(),
    createdBy: text('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.callId, table.version] })],
);
