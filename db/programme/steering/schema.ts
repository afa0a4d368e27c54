import { date, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { Indicator } from '#shared/programme/steering/openness.ts';
import { instant } from '../../kernel/columns.ts';
import { seasons } from '../../people/group/schema.ts';
import { users } from '../../people/person/schema.ts';

/** What a season wants of an indicator of openness. A new row for each change: a past day shows what was wanted then. */
export const opennessTargets = pgTable(
  'openness_target',
  {
    id: text('id').primaryKey(),
    seasonId: text('season_id')
      .notNull()
      .references(() => seasons.id),
    indicator: text('indicator').$type<Indicator>().notNull(),
    /** Whole percents. */
    percent: integer('percent').notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    setBy: text('set_by').references(() => users.id, { onDelete: 'set null' }),
    setAt: instant('set_at').notNull(),
  },
  (table) => [index('openness_target_season').on(table.seasonId, table.indicator, table.setAt)],
);
