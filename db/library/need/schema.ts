import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type {
  AccessReason,
  AccessStatus,
  Frequency,
  Licence,
  ProducerKind,
} from '#shared/library/dataset/dataset.ts';
import type { Importance } from '#shared/library/need/data-need.ts';
import type { ThemeKey } from '#shared/people/group/theme.ts';
import { instant } from '../../kernel/columns.ts';
import { users } from '../../people/person/schema.ts';
import { experiments } from '../../programme/experiment/schema.ts';
import { datasets } from '../dataset/schema.ts';

/** Data that experiments look for, under one name for all: what they have in common can be counted. */
export const wantedDatasets = pgTable('wanted_dataset', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** `wantedKey` of the name. */
  nameKey: text('name_key').notNull().unique(),
  /** Null for data of every theme. */
  themeKey: text('theme_key').$type<ThemeKey>(),
  /** What is usual; proposed to whoever adds a need. */
  producerKind: text('producer_kind').$type<ProducerKind>(),
  producerName: text('producer_name').notNull().default(''),
  schemaName: text('schema_name').notNull().default(''),
  frequency: text('frequency').$type<Frequency>(),
  /** Of the list that every installation opens with; others were named by an experiment. */
  isListed: boolean('is_listed').notNull().default(false),
  createdAt: instant('created_at').notNull(),
});

/** What one experiment says of data that it needs. */
export const dataNeeds = pgTable(
  'data_need',
  {
    id: text('id').primaryKey(),
    experimentId: text('experiment_id')
      .notNull()
      .references(() => experiments.id, { onDelete: 'cascade' }),
    wantedId: text('wanted_id')
      .notNull()
      .references(() => wantedDatasets.id),
    producerKind: text('producer_kind').$type<ProducerKind>().notNull(),
    producerName: text('producer_name').notNull(),
    importance: text('importance').$type<Importance>().notNull(),
    accessStatus: text('access_status').$type<AccessStatus>().notNull(),
    accessReason: text('access_reason').$type<AccessReason>(),
    accessNote: text('access_note').notNull(),
    opensOn: date('opens_on', { mode: 'string' }),
    inCharge: text('in_charge').notNull(),
    schemaName: text('schema_name').notNull(),
    frequency: text('frequency').$type<Frequency>().notNull(),
    licence: text('licence').$type<Licence>().notNull(),
    contact: text('contact').notNull(),
    comment: text('comment').notNull(),
    /** The record of the register that answers it. */
    datasetId: text('dataset_id').references(() => datasets.id, { onDelete: 'set null' }),
    createdBy: text('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    /** Taken off the table; can be taken back. */
    removedAt: instant('removed_at'),
  },
  (table) => [
    index('data_need_experiment').on(table.experimentId),
    index('data_need_dataset').on(table.datasetId),
    index('data_need_wanted').on(table.wantedId),
    index('data_need_matrix')
      .on(table.producerKind, table.accessStatus, table.updatedAt, table.importance, table.experimentId)
      .where(sql`${table.removedAt} is null`),
    index('data_need_recent').on(table.updatedAt, table.id).where(sql`${table.removedAt} is null`),
    index('data_need_ranked')
      .on(table.wantedId, table.experimentId, table.accessStatus, table.importance)
      .where(sql`${table.removedAt} is null`),
  ],
);

/** [DN4] Every step of a need, dated and never changed: the table of any past day is the sum of what came before. */
export const dataNeedSteps = pgTable(
  'data_need_step',
  {
    needId: text('need_id')
      .notNull()
      .references(() => dataNeeds.id, { onDelete: 'cascade' }),
    /** From 1; two people cannot take the same step. */
    rank: integer('rank').notNull(),
    experimentId: text('experiment_id')
      .notNull()
      .references(() => experiments.id, { onDelete: 'cascade' }),
    /** All null before the need, and after it was removed. */
    fromKind: text('from_kind').$type<ProducerKind>(),
    fromStatus: text('from_status').$type<AccessStatus>(),
    fromImportance: text('from_importance').$type<Importance>(),
    toKind: text('to_kind').$type<ProducerKind>(),
    toStatus: text('to_status').$type<AccessStatus>(),
    toImportance: text('to_importance').$type<Importance>(),
    accessReason: text('access_reason').$type<AccessReason>(),
    opensOn: date('opens_on', { mode: 'string' }),
    why: text('why').notNull(),
    by: text('changed_by').references(() => users.id, { onDelete: 'set null' }),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.needId, table.rank] }),
    index('data_need_step_day').on(
      table.at,
      table.experimentId,
      table.fromKind,
      table.fromStatus,
      table.fromImportance,
      table.toKind,
      table.toStatus,
      table.toImportance,
    ),
  ],
);
