import { sql } from 'drizzle-orm';
import { check, date, index, pgTable, text, unique } from 'drizzle-orm/pg-core';
import type { SupportKind } from '#shared/publication/support/support.ts';
import { instant } from '../../kernel/columns.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { territorialFacilitators } from '../../programme/facilitator/schema.ts';

/** [AT7] Something that a structure of the network did for a city. */
export const supports = pgTable(
  'facilitator_support',
  {
    id: text('id').primaryKey(),
    facilitatorId: text('facilitator_id')
      .notNull()
      .references(() => territorialFacilitators.id, { onDelete: 'cascade' }),
    cityId: text('city_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<SupportKind>().notNull(),
    what: text('what').notNull(),
    doneOn: date('done_on', { mode: 'string' }).notNull(),
    authorId: text('author_id').references(() => users.id, { onDelete: 'set null' }),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    /** Shown to nobody any more; it can be put back. */
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [
    index('facilitator_support_city').on(table.cityId),
    index('facilitator_support_facilitator').on(table.facilitatorId, table.cityId),
    check('facilitator_support_said', sql`${table.what} <> '' and length(${table.what}) <= 2000`),
  ],
);

/** [AT6] What somebody of a city asked of the structures that cover it, one a day. */
export const helpDemands = pgTable(
  'help_demand',
  {
    id: text('id').primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    askedBy: text('asked_by')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    message: text('message').notNull(),
    /** In Paris. */
    askedOn: date('asked_on', { mode: 'string' }).notNull(),
    askedAt: instant('asked_at').notNull(),
  },
  (table) => [
    unique('help_demand_a_day').on(table.askedBy, table.askedOn),
    index('help_demand_organisation').on(table.organisationId),
  ],
);
