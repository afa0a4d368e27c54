import { index, pgTable, text } from 'drizzle-orm/pg-core';
import type { GroupRole } from '#shared/kernel/access/access.ts';
import { instant } from '../../kernel/columns.ts';
import { groups } from '../group/schema.ts';
import { organisations } from '../organisation/schema.ts';
import { users } from '../person/schema.ts';

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
  },
  (table) => [index('invitation_group').on(table.groupId)],
);
