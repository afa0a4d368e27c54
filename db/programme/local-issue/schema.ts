import { sql } from 'drizzle-orm';
import { boolean, date, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { instant } from '../../kernel/columns.ts';
import { themes } from '../../people/group/schema.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { experiments } from '../experiment/schema.ts';

const byWhom = (name: string) => text(name).references(() => users.id, { onDelete: 'set null' });
const cityId = () =>
  text('organisation_id')
    .notNull()
    .references(() => organisations.id);

/** Somebody whom a city met: what they said is the city's. */
export const stakeholderInterviews = pgTable(
  'stakeholder_interview',
  {
    id: text('id').primaryKey(),
    organisationId: cityId(),
    personName: text('person_name').notNull(),
    personFunction: text('person_function').notNull(),
    personOrganisation: text('person_organisation').notNull(),
    metOn: date('met_on', { mode: 'string' }).notNull(),
    notes: text('notes').notNull(),
    /** They accept to be quoted beyond the city: what the last of its consents says. */
    hasConsent: boolean('has_consent').notNull(),
    createdBy: byWhom('created_by'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    /** In the trash of its city since then. */
    trashedAt: instant('trashed_at'),
  },
  (table) => [index('stakeholder_interview_city').on(table.organisationId, table.metOn)],
);

/** Consent given or withdrawn: never changed. */
export const interviewConsents = pgTable(
  'interview_consent',
  {
    id: text('id').primaryKey(),
    interviewId: text('interview_id')
      .notNull()
      .references(() => stakeholderInterviews.id, { onDelete: 'cascade' }),
    isGiven: boolean('is_given').notNull(),
    /** How it was given, or why it was withdrawn. */
    note: text('note').notNull(),
    notedBy: byWhom('noted_by'),
    notedAt: instant('noted_at').notNull(),
  },
  (table) => [index('interview_consent_of').on(table.interviewId, table.notedAt)],
);

/** Something read elsewhere, and what it says. */
export const watchNotes = pgTable(
  'watch_note',
  {
    id: text('id').primaryKey(),
    organisationId: cityId(),
    title: text('title').notNull(),
    url: text('url').notNull(),
    says: text('says').notNull(),
    createdBy: byWhom('created_by'),
    createdAt: instant('created_at').notNull(),
    trashedAt: instant('trashed_at'),
  },
  (table) => [index('watch_note_city').on(table.organisationId, table.createdAt)],
);

/** A local challenge (problématique), reworded from what was heard and read. */
export const localIssues = pgTable(
  'local_issue',
  {
    id: text('id').primaryKey(),
    /** « Comment… ? », one line. */
    title: text('title').notNull(),
    context: text('context').notNull(),
    themeId: text('theme_id')
      .notNull()
      .references(() => themes.id),
    /** The city that wrote it; null when a coordinator did. */
    organisationId: text('organisation_id').references(() => organisations.id),
    createdBy: byWhom('created_by'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    trashedAt: instant('trashed_at'),
  },
  (table) => [index('local_issue_theme').on(table.themeId)],
);

/** A city that shares a challenge, since when and until when: a row that ended stays. */
export const localIssueCities = pgTable(
  'local_issue_city',
  {
    id: text('id').primaryKey(),
    issueId: text('issue_id')
      .notNull()
      .references(() => localIssues.id, { onDelete: 'cascade' }),
    organisationId: cityId(),
    joinedBy: byWhom('joined_by'),
    joinedAt: instant('joined_at').notNull(),
    leftBy: byWhom('left_by'),
    leftAt: instant('left_at'),
  },
  (table) => [
    uniqueIndex('local_issue_city_now').on(table.issueId, table.organisationId).where(sql`left_at is null`),
    index('local_issue_city_of').on(table.organisationId),
  ],
);

/** An experiment that works on a challenge. */
export const localIssueExperiments = pgTable(
  'local_issue_experiment',
  {
    issueId: text('issue_id')
      .notNull()
      .references(() => localIssues.id, { onDelete: 'cascade' }),
    experimentId: text('experiment_id')
      .notNull()
      .references(() => experiments.id, { onDelete: 'cascade' }),
    linkedBy: byWhom('linked_by'),
    linkedAt: instant('linked_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.issueId, table.experimentId] }),
    index('local_issue_experiment_of').on(table.experimentId),
  ],
);

/** Where a challenge comes from: an interview or a watch note, and the words that are quoted of it. */
export const localIssueSources = pgTable(
  'local_issue_source',
  {
    id: text('id').primaryKey(),
    issueId: text('issue_id')
      .notNull()
      .references(() => localIssues.id, { onDelete: 'cascade' }),
    interviewId: text('interview_id').references(() => stakeholderInterviews.id, { onDelete: 'cascade' }),
    watchNoteId: text('watch_note_id').references(() => watchNotes.id, { onDelete: 'cascade' }),
    /** Empty when nothing is quoted. */
    quotation: text('quotation').notNull(),
    linkedBy: byWhom('linked_by'),
    linkedAt: instant('linked_at').notNull(),
  },
  (table) => [
    index('local_issue_source_issue').on(table.issueId),
    index('local_issue_source_interview').on(table.interviewId),
    index('local_issue_source_note').on(table.watchNoteId),
  ],
);
