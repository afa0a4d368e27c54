import { jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { Agreement } from '#shared/programme/territory/agreement.ts';
import { instant } from '../../kernel/columns.ts';
import { users } from '../../people/person/schema.ts';

/** What an import changed, as it was before. */
export interface CityImportBefore {
  /** Null: the convention was not there. */
  readonly agreements: readonly { readonly id: string; readonly before: Agreement | null }[];
  /** Of each commune its convention; null: it had none. */
  readonly places: readonly { readonly code: string; readonly before: string | null }[];
  /** Ids of organisations that were made. */
  readonly made: readonly string[];
  /** Ids of organisations that were tied to their commune. */
  readonly tied: readonly string[];
}

/** [T13] An import of the programme's cities that changed something, with what it takes to undo it. */
export const cityImports = pgTable('city_import', {
  id: text('id').primaryKey(),
  /** Null: the command of the machine, or an account that is no more. */
  importedBy: text('imported_by').references(() => users.id, { onDelete: 'set null' }),
  importedAt: instant('imported_at').notNull(),
  undoneAt: instant('undone_at'),
  before: jsonb('before').$type<CityImportBefore>().notNull(),
});
