import { index, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from '../../kernel/columns.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';

/** [TK1] Tokens by which programs come in. Only the SHA-256 of the secret is kept. */
export const accessTokens = pgTable(
  'access_token',
  {
    id: text('id').primaryKey(),
    /** Whose rights it has, and who answers for it. */
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** [TK5] In whose name it was made; null for the person's own. */
    organisationId: text('organisation_id').references(() => organisations.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    scopes: text('scopes').array().notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** Within the minute; null until it was used. */
    usedAt: instant('used_at'),
  },
  (table) => [
    index('access_token_user').on(table.userId),
    index('access_token_organisation').on(table.organisationId),
  ],
);
