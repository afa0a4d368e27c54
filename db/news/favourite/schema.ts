import { sql } from 'drizzle-orm';
import { check, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { KindName } from '#shared/kinds.ts';
import { instant } from '../../kernel/columns.ts';
import { users } from '../../people/person/schema.ts';

/** [FA1] Something with a page that somebody keeps near at hand. Without a key to its object, of whatever kind: whoever asks is shown what is there. */
export const favourites = pgTable(
  'favourite',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** A kind of `shared/kinds.ts`. */
    kind: text('kind').$type<KindName>().notNull(),
    objectId: text('object_id').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.kind, table.objectId] }),
    index('favourite_latest').on(table.userId, table.addedAt),
    check('favourite_bounded', sql`length(${table.objectId}) between 1 and 200`),
  ],
);
