import { bigint, bigserial, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { PublishedVisas } from '#shared/publication/sheet/published-visas.ts';
import type { SheetFacts } from '#shared/publication/sheet/sheet-facts.ts';
import type { SheetState } from '#shared/publication/sheet/sheet-state.ts';
import type { DataUse, ServiceKind, SizeClass } from '#shared/publication/sheet/use-case-sheet.ts';
import { files } from '../../documents/file/schema.ts';
import { documents } from '../../documents/schema.ts';
import { instant } from '../../kernel/columns.ts';
import { users } from '../../people/person/schema.ts';
import { experiments } from '../../programme/experiment/schema.ts';

/** A use-case sheet: a document, and what is said of it beside the programme's data. Its title is the document's. */
export const useCaseSheets = pgTable('use_case_sheet', {
  id: text('id').primaryKey(),
  documentId: text('document_id')
    .notNull()
    .unique()
    .references(() => documents.id, { onDelete: 'cascade' }),
  hook: text('hook').notNull().default(''),
  serviceKind: text('service_kind').$type<ServiceKind>(),
  uses: text('uses').array().$type<DataUse[]>().notNull(),
  sizeClass: text('size_class').$type<SizeClass>(),
  state: text('state').$type<SheetState>().notNull(),
  createdBy: text('created_by').references(() => users.id, { onDelete: 'set null' }),
  createdAt: instant('created_at').notNull(),
});

/** The experiments that a sheet tells; each has one sheet. */
export const useCaseSheetExperiments = pgTable(
  'use_case_sheet_experiment',
  {
    sheetId: text('sheet_id')
      .notNull()
      .references(() => useCaseSheets.id, { onDelete: 'cascade' }),
    experimentId: text('experiment_id')
      .notNull()
      .unique()
      .references(() => experiments.id, { onDelete: 'cascade' }),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [index('use_case_sheet_experiment_of').on(table.sheetId)],
);

/** [US5] Every change of state, dated and never changed. */
export const useCaseSheetSteps = pgTable(
  'use_case_sheet_step',
  {
    sheetId: text('sheet_id')
      .notNull()
      .references(() => useCaseSheets.id, { onDelete: 'cascade' }),
    /** From 1; two people cannot take the same step. */
    rank: integer('rank').notNull(),
    from: text('from_state').$type<SheetState>(),
    to: text('to_state').$type<SheetState>().notNull(),
    reason: text('reason').notNull(),
    by: text('changed_by').references(() => users.id, { onDelete: 'set null' }),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.sheetId, table.rank] })],
);

/** [US12] The photographs of a sheet: the last one that was not taken away is shown. Their words never change, other words are a line more. */
export const sheetPhotos = pgTable(
  'use_case_sheet_photo',
  {
    /** The later one is the one that is shown. */
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    sheetId: text('sheet_id')
      .notNull()
      .references(() => useCaseSheets.id, { onDelete: 'cascade' }),
    fileId: text('file_id')
      .notNull()
      .references(() => files.id),
    alt: text('alt').notNull(),
    caption: text('caption').notNull(),
    credit: text('credit').notNull(),
    addedAt: instant('added_at').notNull(),
    removedAt: instant('removed_at'),
  },
  (table) => [index('use_case_sheet_photo_of').on(table.sheetId)],
);

/** What the public reads of a sheet beside its text, which is its document's publication: frozen with it. */
export const useCaseSheetPublications = pgTable('use_case_sheet_publication', {
  sheetId: text('sheet_id')
    .primaryKey()
    .references(() => useCaseSheets.id, { onDelete: 'cascade' }),
  hook: text('hook').notNull(),
  facts: jsonb('facts').$type<SheetFacts>().notNull(),
  /** The words of the text, for searches. */
  words: text('words').notNull(),
  /** [US10] Who approved it; null for what was published before visas were asked for. */
  visas: jsonb('visas').$type<PublishedVisas>(),
  /** [US13] The one that it had at that moment. */
  photoId: bigint('photo_id', { mode: 'number' }).references(() => sheetPhotos.id, { onDelete: 'set null' }),
});
