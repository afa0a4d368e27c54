import { sql } from 'drizzle-orm';
import { check, index, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from '../../kernel/columns.ts';
import { users } from '../person/schema.ts';
import { organisations } from './schema.ts';

/**
 * [O7] Who may speak for their organisation, or asked to. A row is of the organisation that its person is of: a trigger takes it away
 * when they move, whatever statement moves them.
 */
export const signatories = pgTable(
  'signatory',
  {
    userId: text('user_id')
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' }),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** The SHA-256 of what the mail to the declared address holds; null once it was answered. */
    tokenHash: text('token_hash').unique(),
    askedAt: instant('asked_at'),
    askedAddress: text('asked_address'),
    confirmedAt: instant('confirmed_at'),
    /** The colleague who confirmed them; null when the declared address did. */
    confirmedBy: text('confirmed_by').references(() => users.id),
    confirmedAddress: text('confirmed_address'),
  },
  (table) => [
    index('signatory_organisation').on(table.organisationId),
    // By the address or by a colleague, never by oneself.
    check(
      'signatory_confirmed',
      sql`${table.confirmedAt} is null or ((${table.confirmedBy} is null) <> (${table.confirmedAddress} is null) and ${table.confirmedBy} is distinct from ${table.userId})`,
    ),
  ],
);
