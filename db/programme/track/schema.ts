import { boolean, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { TrackPhase } from '#shared/programme/track/track.ts';
import { documents } from '../../documents/schema.ts';
import { instant } from '../../kernel/columns.ts';
import { datasets } from '../../library/dataset/schema.ts';
import { wantedDatasets } from '../../library/need/schema.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';

/** Work on a schema, from the first questions to its upkeep (chantier de standardisation). */
export const tracks = pgTable('standardisation_track', {
  id: text('id').primaryKey(),
  title: text('title').notNull(),
  purpose: text('purpose').notNull(),
  phase: text('phase').$type<TrackPhase>().notNull(),
  /** Its name in the national register of schemas, like `scdl/equipements`; empty until it has one. */
  schemaName: text('schema_name').notNull(),
  /** Whether it is meant for the common core of local data (SCDL). */
  isForCommonCore: boolean('is_for_common_core').notNull(),
  createdBy: text('created_by').references(() => users.id, { onDelete: 'set null' }),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

/** [ST2] Every change of phase, dated and never changed. */
export const trackSteps = pgTable(
  'standardisation_step',
  {
    trackId: text('track_id')
      .notNull()
      .references(() => tracks.id, { onDelete: 'cascade' }),
    /** From 1. */
    rank: integer('rank').notNull(),
    from: text('from_phase').$type<TrackPhase>(),
    to: text('to_phase').$type<TrackPhase>().notNull(),
    why: text('why').notNull(),
    by: text('changed_by').references(() => users.id, { onDelete: 'set null' }),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.trackId, table.rank] })],
);

/** Who takes part: people in their own name, organisations with all of theirs. */
export const trackPeople = pgTable(
  'standardisation_person',
  {
    trackId: text('track_id')
      .notNull()
      .references(() => tracks.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
  },
  (table) => [primaryKey({ columns: [table.trackId, table.userId] })],
);

export const trackOrganisations = pgTable(
  'standardisation_organisation',
  {
    trackId: text('track_id')
      .notNull()
      .references(() => tracks.id, { onDelete: 'cascade' }),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
  },
  (table) => [primaryKey({ columns: [table.trackId, table.organisationId] })],
);

/** Texts of it that are being written. */
export const trackDrafts = pgTable(
  'standardisation_draft',
  {
    trackId: text('track_id')
      .notNull()
      .references(() => tracks.id, { onDelete: 'cascade' }),
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
  },
  (table) => [primaryKey({ columns: [table.trackId, table.documentId] })],
);

/** What experiments look for that it would describe. */
export const trackWanted = pgTable(
  'standardisation_wanted',
  {
    trackId: text('track_id')
      .notNull()
      .references(() => tracks.id, { onDelete: 'cascade' }),
    wantedId: text('wanted_id')
      .notNull()
      .references(() => wantedDatasets.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.trackId, table.wantedId] }),
    index('standardisation_wanted_of').on(table.wantedId),
  ],
);

/** Records of the register that it concerns. */
export const trackDatasets = pgTable(
  'standardisation_dataset',
  {
    trackId: text('track_id')
      .notNull()
      .references(() => tracks.id, { onDelete: 'cascade' }),
    datasetId: text('dataset_id')
      .notNull()
      .references(() => datasets.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.trackId, table.datasetId] }),
    index('standardisation_dataset_of').on(table.datasetId),
  ],
);
