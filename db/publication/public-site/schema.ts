import { boolean, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { SitePageKey } from '#shared/publication/public-site/site-page.ts';
import { instant } from '../../kernel/columns.ts';
import { users } from '../../people/person/schema.ts';

/** What the site says by law, as somebody wrote it. A new row for each change: an older text can be taken again. */
export const sitePageVersions = pgTable(
  'site_page_version',
  {
    page: text('page').$type<SitePageKey>().notNull(),
    /** From 1; two people cannot write the same one. */
    rank: integer('rank').notNull(),
    /** Markdown. */
    text: text('text').notNull(),
    changedBy: text('changed_by').references(() => users.id, { onDelete: 'set null' }),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.page, table.rank] })],
);

/** [OD2] Whether closed needs leave with the open data. A new row for each choice; the last one counts. */
export const closedNeedsChoices = pgTable('closed_needs_choice', {
  rank: integer('rank').primaryKey(),
  isIncluded: boolean('is_included').notNull(),
  chosenBy: text('chosen_by').references(() => users.id, { onDelete: 'set null' }),
  chosenAt: instant('chosen_at').notNull(),
});
