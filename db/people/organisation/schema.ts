import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { OrganisationKind } from '#shared/people/organisation/organisation.ts';
import { instant } from '../../kernel/columns.ts';
import { municipalities } from '../../programme/territory/schema.ts';

/** A city, an intermunicipality, an agency, or one of the programme's partners. A subject of rights beside people. */
export const organisations = pgTable('organisation', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** Two letters for its square avatar. */
  shortName: text('short_name').notNull(),
  kind: text('kind').$type<OrganisationKind>().notNull(),
  /** 1 to 6 for a city's colour, 0 for partners: it identifies, it never judges. */
  colour: integer('colour').notNull().default(0),
  /** [O8] Where the organisation itself is written to, as it is said in public; null while it has not said. */
  declaredEmail: text('declared_email'),
  municipalityCode: text('municipality_code').references(() => municipalities.code),
  createdAt: instant('created_at').notNull(),
});
