import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { AreaLevel, FacilitatorKind } from '#shared/programme/facilitator/territorial-facilitator.ts';
import { instant, orderedText } from '../../kernel/columns.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';

/** A structure that helps the local authorities of a territory with their data (ATD). */
export const territorialFacilitators = pgTable('territorial_facilitator', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  kind: text('kind').$type<FacilitatorKind>().notNull(),
  /** What it offers; paragraphs are separated by an empty line. */
  offer: text('offer').notNull(),
  address: text('address').notNull(),
  site: text('site').notNull(),
  /** Whom to ask: for members only. */
  contactName: text('contact_name').notNull(),
  contactEmail: text('contact_email').notNull(),
  contactPhone: text('contact_phone').notNull(),
  /** Where this was read, and how sure it is. */
  source: text('source').notNull(),
  certainty: text('certainty').notNull(),
  /** Its organisation in this workspace, when it has one. */
  organisationId: text('organisation_id').references(() => organisations.id, { onDelete: 'set null' }),
  createdBy: text('created_by').references(() => users.id, { onDelete: 'set null' }),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
  /** Taken out of the network; it can be put back. */
  removedAt: instant('removed_at'),
});

/** [AT5] A city that a structure covers by name: a member of it, or one that the register does not place. */
export const facilitatorCities = pgTable(
  'facilitator_city',
  {
    facilitatorId: text('facilitator_id')
      .notNull()
      .references(() => territorialFacilitators.id, { onDelete: 'cascade' }),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.facilitatorId, table.organisationId] }),
    index('facilitator_city_organisation').on(table.organisationId),
  ],
);

/** A territory that a structure covers: a region, a department or an intermunicipality of the register. */
export const serviceAreas = pgTable(
  'service_area',
  {
    facilitatorId: text('facilitator_id')
      .notNull()
      .references(() => territorialFacilitators.id, { onDelete: 'cascade' }),
    level: text('level').$type<AreaLevel>().notNull(),
    code: orderedText('code').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.facilitatorId, table.level, table.code] }),
    index('service_area_place').on(table.level, table.code),
  ],
);
