import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { ApplicationStatus, ApplicationVerb } from '#shared/programme/application/application.ts';
import type { Answers } from '#shared/programme/application/form.ts';
import { instant, orderedText } from '../../kernel/columns.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { calls } from '../call/schema.ts';
import { agreements } from '../territory/schema.ts';

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
    /** Whoever answers for it in the lead organisation: hears of it by mail. Taken over by a colleague. */
    heldBy: text('held_by').references(() => users.id, { onDelete: 'set null' }),
    /** [AP14] Whoever began it and whose tie to the organisation is not confirmed: theirs alone until then. */
    claimedBy: text('claimed_by').references(() => users.id, { onDelete: 'cascade' }),
    /** What the room says, as lists and searches need it; follows the log. */
    answers: jsonb('answers').$type<Answers>().notNull().default({}),
    /** Per cent of what must be answered. */
    completeness: integer('completeness').notNull().default(0),
    /** When its authors were told that the closing is near; once. */
    remindedAt: instant('reminded_at'),
  },
  (table) => [
    index('application_call').on(table.callId),
    index('application_agreement').on(table.agreementId),
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
    /** Of whoever asks again after a lost answer: the same key gets the same receipt. */
    requestKey: text('request_key').notNull().default(''),
    submittedBy: text('submitted_by').references(() => users.id, { onDelete: 'set null' }),
    submittedAt: instant('submitted_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.applicationId, table.rank] }),
    unique('application_submission_number').on(table.number, table.rank),
  ],
);

/** Cities that share the subject with the one that leads: their people write too. */
export const applicationCoLeads = pgTable(
  'application_co_lead',
  {
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id, { onDelete: 'cascade' }),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    addedBy: text('added_by').references(() => users.id, { onDelete: 'set null' }),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.applicationId, table.organisationId] }),
    index('application_co_lead_organisation').on(table.organisationId),
  ],
);

/** Everything that became of an application, dated. Never changed: any past state is read from here. */
export const applicationEvents = pgTable(
  'application_event',
  {
    id: text('id').primaryKey(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id, { onDelete: 'cascade' }),
    verb: text('verb').$type<ApplicationVerb>().notNull(),
    /** Where the application stands from here on. */
    status: text('status').$type<ApplicationStatus>().notNull(),
    /** What was said with it: a message, a reason, the name of an organisation. */
    note: text('note').notNull().default(''),
    by: text('by').references(() => users.id, { onDelete: 'set null' }),
    at: instant('at').notNull(),
  },
  (table) => [index('application_event_application').on(table.applicationId, table.at)],
);

/** What an assessor asked to be corrected: these fields, and no others, are written again. */
export const corrections = pgTable(
  'application_correction',
  {
    id: text('id').primaryKey(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id, { onDelete: 'cascade' }),
    fields: text('fields').array().notNull(),
    message: text('message').notNull(),
    until: instant('until').notNull(),
    askedBy: text('asked_by').references(() => users.id, { onDelete: 'set null' }),
    askedAt: instant('asked_at').notNull(),
    /** Set once: submitted again, or withdrawn. */
    closedAt: instant('closed_at'),
  },
  (table) => [
    uniqueIndex('application_correction_open').on(table.applicationId).where(sql`${table.closedAt} is null`),
  ],
);

/**
 * [AP15] What is asked of an application since it was selected: its answers are written in its room, and are here, for good, once they
 * are handed in. What was submitted stays beside it as it was.
 */
export const complements = pgTable(
  'application_complement',
  {
    applicationId: text('application_id')
      .primaryKey()
      .references(() => applications.id, { onDelete: 'cascade' }),
    askedAt: instant('asked_at').notNull(),
    /** Per cent of what must be answered; follows the log. */
    completeness: integer('completeness').notNull(),
    answers: jsonb('answers').$type<Answers>(),
    /** SHA-256, in hexadecimal, of the canonical JSON of these questions and answers. */
    hash: text('hash'),
    handedInBy: text('handed_in_by').references(() => users.id, { onDelete: 'set null' }),
    handedInAt: instant('handed_in_at'),
  },
  ({ answers, hash, handedInAt }) => [
    check('application_complement_whole', sql`num_nonnulls(${answers}, ${hash}, ${handedInAt}) in (0, 3)`),
  ],
);

/** A file of an application: its bytes are in the file store. */
export const applicationFiles = pgTable(
  'application_file',
  {
    id: text('id').primaryKey(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** By content, never by name. */
    contentType: text('content_type').notNull(),
    bytes: integer('bytes').notNull(),
    storageKey: text('storage_key').notNull(),
    /** Clean, or kept away from everybody; null while it is being looked at. */
    isClean: boolean('is_clean'),
    uploadedBy: text('uploaded_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('application_file_application').on(table.applicationId)],
);
