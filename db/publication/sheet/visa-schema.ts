import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { Presented, VisaKind } from '#shared/publication/sheet/visa.ts';
import { reviewRounds } from '../../reviews/schema.ts';

/**
 * [US7] Review rounds that ask for a visa of a sheet, and what was approved beside the text. Rows are only ever added, the database
 * refuses the rest; hence no reference to the sheet, which they outlive as their rounds do.
 */
export const useCaseSheetVisas = pgTable(
  'use_case_sheet_visa',
  {
    roundId: text('round_id')
      .primaryKey()
      .references(() => reviewRounds.id),
    sheetId: text('sheet_id').notNull(),
    kind: text('kind').$type<VisaKind>().notNull(),
    presented: jsonb('presented').$type<Presented>().notNull(),
  },
  (table) => [index('use_case_sheet_visa_sheet').on(table.sheetId)],
);
