import { boolean, date, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant, orderedText } from '../../kernel/columns.ts';

/** The national register of territories, loaded as a whole from one vintage. Codes are text: `01004`, `2A004`. */
export const regions = pgTable('region', {
  code: orderedText('code').primaryKey(),
  name: text('name').notNull(),
});

export const departments = pgTable('department', {
  code: orderedText('code').primaryKey(),
  name: text('name').notNull(),
  regionCode: orderedText('region_code').notNull(),
});

export const intermunicipalities = pgTable('intermunicipality', {
  siren: orderedText('siren').primaryKey(),
  name: text('name').notNull(),
  /** CC, CA, CU, METRO… as in the register. */
  kind: text('kind').notNull(),
  population: integer('population'),
});

export const municipalities = pgTable(
  'municipality',
  {
    code: orderedText('code').primaryKey(),
    name: text('name').notNull(),
    departmentCode: orderedText('department_code').notNull(),
    regionCode: orderedText('region_code').notNull(),
    intermunicipalitySiren: orderedText('intermunicipality_siren'),
    siren: orderedText('siren'),
    postalCodes: text('postal_codes').array().notNull(),
    population: integer('population'),
    /** Set when the commune was merged: the code of the one that replaced it. Never deleted. */
    replacedBy: orderedText('replaced_by'),
  },
  (table) => [index('municipality_department').on(table.departmentCode)],
);

/** Which vintage of the register is loaded, one row. */
export const territoryVintages = pgTable('territory_vintage', {
  vintage: text('vintage').primaryKey(),
  loadedAt: instant('loaded_at').notNull(),
});

/** A convention Action Cœur de Ville: one commune, or two that signed together. */
export const agreements = pgTable('agreement', {
  /** `ACV008`. */
  id: orderedText('id').primaryKey(),
  name: text('name').notNull(),
  /** One of the 222 of the programme's text; later signatories are kept apart. */
  isInProgramme: boolean('is_in_programme').notNull(),
  signedOn: date('signed_on', { mode: 'string' }),
});

export const agreementMunicipalities = pgTable(
  'agreement_municipality',
  {
    agreementId: orderedText('agreement_id')
      .notNull()
      .references(() => agreements.id, { onDelete: 'cascade' }),
    municipalityCode: orderedText('municipality_code')
      .notNull()
      .references(() => municipalities.code)
      .unique(),
  },
  (table) => [primaryKey({ columns: [table.agreementId, table.municipalityCode] })],
);
