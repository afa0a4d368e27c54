import { boolean, index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import type { ApplicationStatus } from '#shared/application/application.ts';
import type { Answers } from '#shared/application/form.ts';
import { users } from './auth.ts';
import { calls } from './call.ts';
import { instant, orderedText } from './columns.ts';
import { organisations } from './organisation.ts';
import { agreements } from './territory.ts';

/** What one or several cities send to a call. Its answers are written live in the room of the same id. */
export const applications = pgTable(
  'application',
  {
    id: text('id').primaryKey(),
    callId: text('call_id')
      .notNull()
      .references(() => calls.id),
    /** Whoever leads: a commune, an intermunicipality or an agency. Its people write the application. */
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** Null until it is said, and for whoever was exempted. */
    agreementId: orderedText('agreement_id').references(() => agreements.id),
    /** As its answers say it; empty until then. */
    title: text('title').notNull().default(''),
    status: text('status').$type<ApplicationStatus>().notNull().default('draft'),
    formVersion: integer('form_version').notNull(),
    createdBy: text('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    index('application_call').on(table.callId),
    index('application_organisation').on(table.organisationId),
  ],
);

/** What was submitted, exactly: the first time, and after each correction. Never changed. */
export const submissions = pgTable(
  'application_submission',
  {
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id, { onDelete: 'cascade' }),
    /** From 1. */
    rank: integer('rank').notNull(),
    /** Printed on the receipt: `AMI-2-0007`, the same for every rank. */
    number: text('number').notNull(),
    answers: jsonb('answers').$type<Answers>().notNull(),
    formVersion: integer('form_version').notNull(),
    /** SHA-256, in hexadecimal, of the canonical JSON of form and answers. */
    hash: text('hash').notNull(),
    /** Taken within the tolerance, after the closing. */
    isLate: boolean('is_late').notNull(),
    submittedBy: text('submitted_by').references(() => users.id, { onDelete: 'set null' }),
    submittedAt: instant('submitted_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.applicationId, table.rank] }),
    unique('application_submission_number').on(table.number, table.rank),
  ],
);
