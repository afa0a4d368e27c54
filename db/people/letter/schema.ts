import { boolean, index, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from '../../kernel/columns.ts';
import { users } from '../person/schema.ts';

/**
 * A letter that an act of somebody sends ([MA1]): one of their day, and, while it is held back, its leave to go. Kept for a few days
 * after it left.
 */
export const personLetters = pgTable(
  'person_letter',
  {
    /** That of the mail in the queue. */
    id: text('id').primaryKey(),
    sentBy: text('sent_by')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** SHA-256 of the address: it is only compared. */
    recipientHash: text('recipient_hash').notNull(),
    /** An invitation of somebody who administers their organisation, into it. */
    isOfOrganisation: boolean('is_of_organisation').notNull(),
    /** Of an invitation: by what its link is found. No key: the letter counts when the invitation is gone, and then must not leave. */
    invitationHash: text('invitation_hash'),
    leavesAt: instant('leaves_at').notNull(),
  },
  (table) => [
    index('person_letter_sender').on(table.sentBy, table.leavesAt),
    index('person_letter_leaving').on(table.leavesAt),
    index('person_letter_invitation').on(table.invitationHash),
  ],
);
