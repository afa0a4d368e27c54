import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { GroupRole } from '#shared/kernel/access/access.ts';
import { instant } from '../../kernel/columns.ts';
import { groups } from '../group/schema.ts';
import { organisations } from '../organisation/schema.ts';
import { users } from '../person/schema.ts';

/** [IB1] People who were invited together, from one list. */
export const invitationBatches = pgTable('invitation_batch', {
  id: text('id').primaryKey(),
  madeBy: text('made_by')
    .notNull()
    .references(() => users.id),
  madeAt: instant('made_at').notNull(),
  /** How many people were written to: their invitations are forgotten before the list is. */
  people: integer('people').notNull(),
});

/** [IB5] What became of the mail of an invitation: `kept` where no server sends mails. */
export type InvitationMailState = 'left' | 'kept' | 'refused';

/** A person is always invited by somebody. Only the SHA-256 of the token is kept. */
export const invitations = pgTable(
  'invitation',
  {
    id: text('id').primaryKey(),
    tokenHash: text('token_hash').notNull().unique(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    organisationId: text('organisation_id').references(() => organisations.id),
    groupId: text('group_id').references(() => groups.id, { onDelete: 'cascade' }),
    role: text('role').$type<GroupRole>(),
    /** End of the membership that it gives, exclusive; null when open-ended. */
    until: instant('until'),
    invitedBy: text('invited_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    acceptedAt: instant('accepted_at'),
    batchId: text('batch_id').references(() => invitationBatches.id, { onDelete: 'set null' }),
    /** Null: it waits in the queue, or no mail is sent for this one because another to the same person says it. */
    mailState: text('mail_state').$type<InvitationMailState>(),
    mailAt: instant('mail_at'),
    /** What the mail server said when it refused. */
    mailRefusal: text('mail_refusal'),
  },
  (table) => [
    index('invitation_group').on(table.groupId),
    index('invitation_batch_of').on(table.batchId),
    index('invitation_email').on(table.email),
  ],
);
