import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Form } from '#shared/programme/application/form.ts';
import type { CallCriterion } from '#shared/programme/call/call.ts';
import type { CallEventKind } from '#shared/programme/call/call-event.ts';
import { instant } from '../../kernel/columns.ts';
import { seasons } from '../../people/group/schema.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';

/** A call for expressions of interest (appel à manifestation d’intérêt) of a season. */
export const calls = pgTable(
  'call',
  {
    id: text('id').primaryKey(),
    seasonId: text('season_id')
      .notNull()
      .references(() => seasons.id),
    title: text('title').notNull(),
    /** What is asked, and of whom; paragraphs are separated by an empty line. */
    presentation: text('presentation').notNull().default(''),
    opensAt: instant('opens_at').notNull(),
    closesAt: instant('closes_at').notNull(),
    /** Minutes after the closing during which a submission is still taken, and marked as late. */
    toleranceMinutes: integer('tolerance_minutes').notNull().default(0),
    /** What applications are assessed by, in the order that fields of the form name them. */
    criteria: jsonb('criteria').$type<readonly CallCriterion[]>().notNull().default([]),
    /** Null while the call is prepared: nobody but its coordinators sees it. */
    publishedAt: instant('published_at'),
    createdBy: text('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('call_season').on(table.seasonId)],
);

/** Each version of a call’s form, from 1; applications are tied to the one that they were last written with. */
export const callForms = pgTable(
  'call_form',
  {
    callId: text('call_id')
      .notNull()
      .references(() => calls.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    form: jsonb('form').$type<Form>().notNull(),
    createdBy: text('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.callId, table.version] })],
);

/** What is being changed of a call’s form: each gesture leaves a state, the last one is shown, undoing takes it away. */
export const callFormDrafts = pgTable(
  'call_form_draft',
  {
    callId: text('call_id')
      .notNull()
      .references(() => calls.id, { onDelete: 'cascade' }),
    rank: integer('rank').notNull(),
    form: jsonb('form').$type<Form>().notNull(),
    changedBy: text('changed_by').references(() => users.id, { onDelete: 'set null' }),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.callId, table.rank] })],
);

/** Each time a closing was put off. Never changed. */
export const callExtensions = pgTable(
  'call_extension',
  {
    id: text('id').primaryKey(),
    callId: text('call_id')
      .notNull()
      .references(() => calls.id, { onDelete: 'cascade' }),
    fromClosesAt: instant('from_closes_at').notNull(),
    toClosesAt: instant('to_closes_at').notNull(),
    reason: text('reason').notNull(),
    extendedBy: text('extended_by').references(() => users.id, { onDelete: 'set null' }),
    extendedAt: instant('extended_at').notNull(),
  },
  (table) => [index('call_extension_call').on(table.callId, table.extendedAt)],
);

/** What was done to a call, in order. Never changed. */
export const callEvents = pgTable(
  'call_event',
  {
    id: text('id').primaryKey(),
    callId: text('call_id')
      .notNull()
      .references(() => calls.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<CallEventKind>().notNull(),
    /** What it was before and what it became, in a few words or figures. */
    before: text('before').notNull().default(''),
    after: text('after').notNull().default(''),
    doneBy: text('done_by').references(() => users.id, { onDelete: 'set null' }),
    doneAt: instant('done_at').notNull(),
  },
  (table) => [index('call_event_call').on(table.callId, table.doneAt)],
);

/** Whom a coordinator exempted from the rule of conventions, and whom no longer: the last row counts. Never changed. */
export const callDerogations = pgTable(
  'call_derogation',
  {
    id: text('id').primaryKey(),
    callId: text('call_id')
      .notNull()
      .references(() => calls.id, { onDelete: 'cascade' }),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    isGranted: boolean('is_granted').notNull(),
    reason: text('reason').notNull(),
    decidedBy: text('decided_by').references(() => users.id, { onDelete: 'set null' }),
    decidedAt: instant('decided_at').notNull(),
  },
  (table) => [index('call_derogation_call').on(table.callId, table.organisationId, table.decidedAt)],
);
