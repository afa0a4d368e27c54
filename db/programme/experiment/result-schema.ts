import { date, doublePrecision, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '../../kernel/columns.ts';
import { users } from '../../people/person/schema.ts';
import { experiments } from './schema.ts';

const ofExperiment = () =>
  text('experiment_id')
    .notNull()
    .references(() => experiments.id, { onDelete: 'cascade' });
const by = (name: string) => text(name).references(() => users.id, { onDelete: 'set null' });

/** Something that is measured again and again. */
export const experimentIndicators = pgTable(
  'experiment_indicator',
  {
    id: text('id').primaryKey(),
    experimentId: ofExperiment(),
    name: text('name').notNull(),
    unit: text('unit').notNull(),
    target: doublePrecision('target'),
    removedAt: instant('removed_at'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('experiment_indicator_of').on(table.experimentId)],
);

/** One measure; a day has one that counts, the last written. */
export const experimentIndicatorValues = pgTable(
  'experiment_indicator_value',
  {
    id: text('id').primaryKey(),
    indicatorId: text('indicator_id')
      .notNull()
      .references(() => experimentIndicators.id, { onDelete: 'cascade' }),
    on: date('on_day', { mode: 'string' }).notNull(),
    value: doublePrecision('value').notNull(),
    writtenBy: by('written_by'),
    writtenAt: instant('written_at').notNull(),
    removedAt: instant('removed_at'),
  },
  (table) => [index('experiment_indicator_value_of').on(table.indicatorId, table.on)],
);

/** What somebody says of a month of the log or of a part of the evaluation. */
export const experimentComments = pgTable(
  'experiment_comment',
  {
    id: text('id').primaryKey(),
    experimentId: ofExperiment(),
    /** `log:2023-03`, `evaluation:service`. */
    subject: text('subject').notNull(),
    text: text('text').notNull(),
    writtenBy: by('written_by'),
    writtenAt: instant('written_at').notNull(),
    removedAt: instant('removed_at'),
  },
  (table) => [index('experiment_comment_of').on(table.experimentId, table.subject)],
);

/** An object of a group that belongs to the work: `board:<id>`, `document:<id>`, `dataset:<id>`. */
export const experimentLinks = pgTable(
  'experiment_link',
  {
    experimentId: ofExperiment(),
    objectKey: text('object_key').notNull(),
    addedBy: by('added_by'),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.experimentId, table.objectKey] })],
);

/** Who helps and is not of the programme: a manager of networks, a software house, an association. */
export const experimentPartners = pgTable(
  'experiment_partner',
  {
    id: text('id').primaryKey(),
    experimentId: ofExperiment(),
    name: text('name').notNull(),
    /** What they do in it. */
    part: text('part').notNull(),
    removedAt: instant('removed_at'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('experiment_partner_of').on(table.experimentId)],
);
