import {
  bigserial,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core';
import type { DifficultyKind } from '#shared/programme/experiment/difficulty.ts';
import type { TeamRole } from '#shared/programme/experiment/experiment.ts';
import type { Mood } from '#shared/programme/experiment/log.ts';
import { instant } from '../../kernel/columns.ts';
import { users } from '../../people/person/schema.ts';
import { experiments } from './schema.ts';

const ofExperiment = () =>
  text('experiment_id')
    .notNull()
    .references(() => experiments.id, { onDelete: 'cascade' });
const by = (name: string) => text(name).references(() => users.id, { onDelete: 'set null' });

/** A milestone as it stands; its past is in the dated events of its experiment. */
export const experimentMilestones = pgTable(
  'experiment_milestone',
  {
    id: text('id').primaryKey(),
    experimentId: ofExperiment(),
    title: text('title').notNull(),
    /** ISO days, as they are planned now. */
    plannedFrom: date('planned_from', { mode: 'string' }).notNull(),
    plannedTo: date('planned_to', { mode: 'string' }).notNull(),
    /** As they were first planned: a slip never changes them. */
    firstFrom: date('first_from', { mode: 'string' }).notNull(),
    firstTo: date('first_to', { mode: 'string' }).notNull(),
    startedOn: date('started_on', { mode: 'string' }),
    doneOn: date('done_on', { mode: 'string' }),
    removedAt: instant('removed_at'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('experiment_milestone_of').on(table.experimentId)],
);

/** Every version of each month of a log, from 1; the last one counts, none is ever changed. */
export const experimentLogs = pgTable(
  'experiment_log',
  {
    experimentId: ofExperiment(),
    /** `2023-03`. */
    month: text('month').notNull(),
    version: integer('version').notNull(),
    mood: text('mood').$type<Mood>().notNull(),
    done: text('done').notNull(),
    difficulties: text('difficulties').notNull(),
    help: text('help').notNull(),
    writtenBy: by('written_by'),
    writtenAt: instant('written_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.experimentId, table.month, table.version] })],
);

/** Days of agents and money, by month and role; the last line of a month and role counts, none is ever changed. */
export const experimentEfforts = pgTable(
  'experiment_effort',
  {
    id: text('id').primaryKey(),
    experimentId: ofExperiment(),
    month: text('month').notNull(),
    role: text('role').$type<TeamRole>().notNull(),
    days: doublePrecision('days').notNull(),
    /** Whole euros beside the time of agents. */
    cost: integer('cost').notNull(),
    writtenBy: by('written_by'),
    writtenAt: instant('written_at').notNull(),
    /** Which came first of two at the same instant. */
    rank: bigserial('rank', { mode: 'number' }).notNull(),
  },
  (table) => [index('experiment_effort_of').on(table.experimentId, table.month)],
);

/** What stands in the way, and what helped. */
export const experimentDifficulties = pgTable(
  'experiment_difficulty',
  {
    id: text('id').primaryKey(),
    experimentId: ofExperiment(),
    kind: text('kind').$type<DifficultyKind>().notNull(),
    description: text('description').notNull(),
    /** What helps against it. */
    lever: text('lever').notNull(),
    metOn: date('met_on', { mode: 'string' }).notNull(),
    resolvedOn: date('resolved_on', { mode: 'string' }),
    removedAt: instant('removed_at'),
    createdBy: by('created_by'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('experiment_difficulty_of').on(table.experimentId)],
);

/** Every version of the evaluation, from 1; the last one counts, none is ever changed. */
export const experimentEvaluations = pgTable(
  'experiment_evaluation',
  {
    experimentId: ofExperiment(),
    version: integer('version').notNull(),
    answers: jsonb('answers').$type<Readonly<Record<string, string>>>().notNull(),
    /** Given out with this version: it is there to be cited from then on. */
    publishedAt: instant('published_at'),
    writtenBy: by('written_by'),
    writtenAt: instant('written_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.experimentId, table.version] })],
);
