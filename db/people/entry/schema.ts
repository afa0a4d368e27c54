import { boolean, index, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { instant } from '../../kernel/columns.ts';
import { organisations } from '../organisation/schema.ts';
import { users } from '../person/schema.ts';

/** [EN5] Somebody says that they work for an organisation, and waits until that is confirmed: from then on their account says so, and there is no row any more. */
export const organisationTies = pgTable(
  'organisation_tie',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** [EN6] Their account was made by a code: nobody has invited them. */
    madeAccount: boolean('made_account').notNull(),
    askedAt: instant('asked_at').notNull(),
    /** Set once: it was refused, and nobody has to answer any more. */
    refusedAt: instant('refused_at'),
  },
  (table) => [
    unique('organisation_tie_one').on(table.userId),
    index('organisation_tie_organisation').on(table.organisationId),
  ],
);

/** [EN7] Somebody without account asks for one, from an address that a code has proven. An answered request is no more. */
export const entryRequests = pgTable(
  'entry_request',
  {
    id: text('id').primaryKey(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    /** Null when it is none that is known here: then its name is what they typed. */
    organisationId: text('organisation_id').references(() => organisations.id),
    organisationName: text('organisation_name').notNull().default(''),
    /** The group that they would like to join, in their words; empty for none. */
    wish: text('wish').notNull().default(''),
    reason: text('reason').notNull(),
    askedAt: instant('asked_at').notNull(),
  },
  (table) => [
    unique('entry_request_one').on(table.email),
    index('entry_request_organisation').on(table.organisationId),
  ],
);
