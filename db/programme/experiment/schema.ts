import { bigserial, boolean, date, index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { ExperimentState, TeamRole } from '#shared/programme/experiment/experiment.ts';
import { instant } from '../../kernel/columns.ts';
import { themes } from '../../people/group/schema.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { applications } from '../application/schema.ts';

/** What one or several cities try for six to nine months. */
export const experiments = pgTable(
  'experiment',
  {
    id: text('id').primaryKey(),
    themeId: text('theme_id')
      .notNull()
      .references(() => themes.id),
    /** The application that was selected; null when it was opened by hand. */
    applicationId: text('application_id')
      .unique()
      .references(() => applications.id, { onDelete: 'set null' }),
    title: text('title').notNull(),
    summary: text('summary').notNull().default(''),
    state: text('state').$type<ExperimentState>().notNull().default('preparing'),
    /** ISO days, both included. */
    startsOn: date('starts_on', { mode: 'string' }),
    endsOn: date('ends_on', { mode: 'string' }),
    createdBy: text('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    index('experiment_theme').on(table.themeId),
    index('experiment_created').on(table.createdAt, table.id),
  ],
);

/** The cities of an experiment; exactly one leads. */
export const experimentOrganisations = pgTable(
  'experiment_organisation',
  {
    experimentId: text('experiment_id')
      .notNull()
      .references(() => experiments.id, { onDelete: 'cascade' }),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    isLead: boolean('is_lead').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.experimentId, table.organisationId] }),
    index('experiment_organisation_of').on(table.organisationId),
  ],
);

/** Who is in its team. Everybody of its cities writes; these are named. */
export const experimentTeam = pgTable(
  'experiment_team',
  {
    experimentId: text('experiment_id')
      .notNull()
      .references(() => experiments.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text('role').$type<TeamRole>().notNull(),
    /** Theirs when they were named: whoever leaves it is in the team no more. */
    organisationId: text('organisation_id').references(() => organisations.id),
  },
  (table) => [
    primaryKey({ columns: [table.experimentId, table.userId, table.role] }),
    index('experiment_team_user').on(table.userId),
  ],
);

/** Everything that happened to an experiment, dated: what a page shows at a past day is read from here. Never changed. */
export const experimentEvents = pgTable(
  'experiment_event',
  {
    id: text('id').primaryKey(),
    experimentId: text('experiment_id')
      .notNull()
      .references(() => experiments.id, { onDelete: 'cascade' }),
    /** `state.changed` (data: `from`, `to`, `reason`), `milestone.slipped`… */
    kind: text('kind').notNull(),
    data: jsonb('data').$type<Record<string, string>>().notNull().default({}),
    actorId: text('actor_id').references(() => users.id, { onDelete: 'set null' }),
    at: instant('at').notNull(),
    /** Which came first of two at the same instant. */
    rank: bigserial('rank', { mode: 'number' }).notNull(),
  },
  (table) => [index('experiment_event_of').on(table.experimentId, table.at)],
);
