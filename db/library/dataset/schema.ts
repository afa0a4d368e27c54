import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { CheckState } from '#shared/library/dataset/check.ts';
import type { DataGouvRecord } from '#shared/library/dataset/data-gouv.ts';
import type {
  AccessReason,
  AccessStatus,
  DatasetVisibility,
  Frequency,
  Licence,
  ProducerKind,
} from '#shared/library/dataset/dataset.ts';
import type { CheckError } from '#shared/library/dataset/dataset-errors.ts';
import type { TableReport } from '#shared/library/dataset/table-report.ts';
import type { TableSchema } from '#shared/library/dataset/table-schema.ts';
import { files } from '../../documents/file/schema.ts';
import { instant } from '../../kernel/columns.ts';
import { groups } from '../../people/group/schema.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { resources } from '../resource/schema.ts';

/** What a group says of a data set: the record, not the data. */
export const datasets = pgTable(
  'dataset',
  {
    id: text('id').primaryKey(),
    groupId: text('group_id')
      .notNull()
      .references(() => groups.id),
    /** Whose record it is: its people keep it up to date. */
    organisationId: text('organisation_id').references(() => organisations.id, { onDelete: 'set null' }),
    title: text('title').notNull(),
    description: text('description').notNull(),
    producerName: text('producer_name').notNull(),
    producerKind: text('producer_kind').$type<ProducerKind>().notNull(),
    accessStatus: text('access_status').$type<AccessStatus>().notNull(),
    accessReason: text('access_reason').$type<AccessReason>(),
    accessNote: text('access_note').notNull(),
    licence: text('licence').$type<Licence>().notNull(),
    frequency: text('frequency').$type<Frequency>().notNull(),
    schemaName: text('schema_name').notNull(),
    schemaUrl: text('schema_url').notNull(),
    schemaVersion: text('schema_version').notNull(),
    territory: text('territory').notNull(),
    yearFrom: integer('year_from'),
    yearTo: integer('year_to'),
    contact: text('contact').notNull(),
    visibility: text('visibility').$type<DatasetVisibility>().notNull(),
    /** What data.gouv.fr said of it when it was last asked. */
    dataGouv: jsonb('data_gouv').$type<DataGouvRecord>(),
    dataGouvReadAt: instant('data_gouv_read_at'),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    trashedAt: instant('trashed_at'),
  },
  (table) => [
    index('dataset_group').on(table.groupId),
    index('dataset_changed').on(table.updatedAt.desc().nullsFirst(), table.id),
  ],
);

/** A file of a data set: one of ours, or an address of somebody else. */
export const datasetDistributions = pgTable(
  'dataset_distribution',
  {
    id: text('id').primaryKey(),
    datasetId: text('dataset_id')
      .notNull()
      .references(() => datasets.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    url: text('url'),
    fileId: text('file_id').references(() => files.id),
    format: text('format').notNull(),
    bytes: integer('bytes'),
    encoding: text('encoding').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [index('dataset_distribution_dataset').on(table.datasetId)],
);

/** A resource of the library that holds a data set, or a part of it. */
export const datasetResources = pgTable(
  'dataset_resource',
  {
    datasetId: text('dataset_id')
      .notNull()
      .references(() => datasets.id, { onDelete: 'cascade' }),
    resourceId: text('resource_id')
      .notNull()
      .references(() => resources.id, { onDelete: 'cascade' }),
    linkedBy: text('linked_by')
      .notNull()
      .references(() => users.id),
    linkedAt: instant('linked_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.datasetId, table.resourceId] }),
    index('dataset_resource_resource').on(table.resourceId),
  ],
);

/** A file checked against a schema: what was found is kept, the file is not. */
export const datasetChecks = pgTable(
  'dataset_check',
  {
    id: text('id').primaryKey(),
    groupId: text('group_id')
      .notNull()
      .references(() => groups.id),
    datasetId: text('dataset_id').references(() => datasets.id, { onDelete: 'set null' }),
    state: text('state').$type<CheckState>().notNull(),
    schema: jsonb('schema').$type<TableSchema>(),
    /** Whether one was named: of itself, so that counting checks does not read their schemas. */
    hasSchema: boolean('has_schema').generatedAlwaysAs(sql`schema is not null`).notNull(),
    /** Where the schema came from: an address, the name of a file; empty for none. */
    schemaSource: text('schema_source').notNull(),
    fileName: text('file_name').notNull(),
    fileBytes: integer('file_bytes').notNull(),
    /** Lines read so far. */
    rowsRead: integer('rows_read').notNull(),
    failure: text('failure').$type<CheckError>(),
    report: jsonb('report').$type<TableReport>(),
    errors: integer('errors').notNull(),
    warnings: integer('warnings').notNull(),
    /** Of the secret address under which anybody reads the report. */
    shareToken: text('share_token').unique(),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    /** Last sign of life of the process that checks. */
    beatAt: instant('beat_at').notNull(),
  },
  (table) => [
    index('dataset_check_group').on(table.groupId),
    index('dataset_check_dataset').on(table.datasetId),
    // In the order in which the last one of each is wanted, with all that is read of it.
    index('dataset_check_last')
      .on(
        table.datasetId,
        table.createdAt.desc().nullsFirst(),
        table.id.desc().nullsFirst(),
        table.errors,
        table.hasSchema,
      )
      .where(sql`${table.state} = 'done'`),
  ],
);
