import { date, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { instant } from '../../kernel/columns.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { useCaseSheets } from '../sheet/schema.ts';

/** [RP13] What somebody wrote from a published sheet to those who did what it tells, one a day and sheet. */
export const sheetLetters = pgTable(
  'sheet_letter',
  {
    id: text('id').primaryKey(),
    sheetId: text('sheet_id')
      .notNull()
      .references(() => useCaseSheets.id, { onDelete: 'cascade' }),
    senderId: text('sender_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    organisationId: text('organisation_id').references(() => organisations.id, { onDelete: 'cascade' }),
    message: text('message').notNull(),
    /** How many people of the experiments it left for. */
    recipients: integer('recipients').notNull(),
    /** In Paris. */
    sentOn: date('sent_on', { mode: 'string' }).notNull(),
    sentAt: instant('sent_at').notNull(),
  },
  (table) => [
    unique('sheet_letter_a_day').on(table.sheetId, table.senderId, table.sentOn),
    index('sheet_letter_sender').on(table.senderId),
    index('sheet_letter_organisation').on(table.organisationId),
  ],
);
