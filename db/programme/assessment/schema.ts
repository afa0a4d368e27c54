import { date, index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import type { Outcome } from '#shared/programme/assessment/decision.ts';
import type { Marks } from '#shared/programme/assessment/marks.ts';
import { instant } from '../../kernel/columns.ts';
import { users } from '../../people/person/schema.ts';
import { applications } from '../application/schema.ts';
import { calls } from '../call/schema.ts';

/** One assessor of one application, with what they are writing. Marks that were given are in `assessment_giving`. */
export const assessments = pgTable(
  'assessment',
  {
    id: text('id').primaryKey(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    draft: jsonb('draft').$type<Marks>().notNull().default({}),
    /** Read by nobody else, ever. */
    privateNotes: text('private_notes').notNull().default(''),
    draftSavedAt: instant('draft_saved_at'),
    assignedBy: text('assigned_by').references(() => users.id, { onDelete: 'set null' }),
    assignedAt: instant('assigned_at').notNull(),
    /** Taken off it; what they gave stays. */
    removedAt: instant('removed_at'),
    removedBy: text('removed_by').references(() => users.id, { onDelete: 'set null' }),
  },
  (table) => [
    unique('assessment_once').on(table.applicationId, table.userId),
    index('assessment_user').on(table.userId),
  ],
);

/** Marks as they were given: the first time, and after each change. Never changed; the last one counts. */
export const assessmentGivings = pgTable(
  'assessment_giving',
  {
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id, { onDelete: 'cascade' }),
    /** From 1. */
    rank: integer('rank').notNull(),
    marks: jsonb('marks').$type<Marks>().notNull(),
    /** Which submission of the application was read. */
    submissionRank: integer('submission_rank').notNull(),
    givenAt: instant('given_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.rank] })],
);

/** Whoever said to be too near to an application to assess it. Those of the candidate itself need not say so. */
export const recusals = pgTable(
  'assessment_recusal',
  {
    id: text('id').primaryKey(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    reason: text('reason').notNull(),
    declaredBy: text('declared_by').references(() => users.id, { onDelete: 'set null' }),
    declaredAt: instant('declared_at').notNull(),
    /** Set once, by a coordinator, when it was a mistake. */
    liftedAt: instant('lifted_at'),
    liftedBy: text('lifted_by').references(() => users.id, { onDelete: 'set null' }),
  },
  (table) => [
    index('assessment_recusal_application').on(table.applicationId),
    index('assessment_recusal_user').on(table.userId),
  ],
);

/** What a person who knows was asked about an application, and said. It decides nothing. */
export const expertOpinions = pgTable(
  'expert_opinion',
  {
    id: text('id').primaryKey(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    question: text('question').notNull(),
    askedBy: text('asked_by').references(() => users.id, { onDelete: 'set null' }),
    askedAt: instant('asked_at').notNull(),
    opinion: text('opinion').notNull().default(''),
    answeredAt: instant('answered_at'),
    /** No longer asked: the person sees the application no more. */
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [
    unique('expert_opinion_once').on(table.applicationId, table.userId),
    index('expert_opinion_user').on(table.userId),
  ],
);

/** What assessors say to one another, once all have given their marks. */
export const assessmentMessages = pgTable(
  'assessment_message',
  {
    id: text('id').primaryKey(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id, { onDelete: 'cascade' }),
    authorId: text('author_id').references(() => users.id, { onDelete: 'set null' }),
    text: text('text').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [index('assessment_message_application').on(table.applicationId, table.at)],
);

/** The committee of a call. */
export const committees = pgTable('committee', {
  callId: text('call_id')
    .primaryKey()
    .references(() => calls.id, { onDelete: 'cascade' }),
  /** The last day, included, on which marks are given. */
  assessUntil: date('assess_until', { mode: 'string' }),
  heldOn: date('held_on', { mode: 'string' }),
  /** Who sat, and what the minutes say besides the decisions. */
  attendees: text('attendees').notNull().default(''),
  remarks: text('remarks').notNull().default(''),
  /** Nothing is announced before; at that moment it is, by itself. */
  embargoAt: instant('embargo_at'),
});

/** What the committee means to decide: each change is a row, the last one counts. Nobody but its people sees them. */
export const committeeDecisions = pgTable(
  'committee_decision',
  {
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id, { onDelete: 'cascade' }),
    /** From 1. */
    rank: integer('rank').notNull(),
    callId: text('call_id')
      .notNull()
      .references(() => calls.id),
    /** Null: open again. */
    outcome: text('outcome').$type<Outcome>(),
    waitingRank: integer('waiting_rank'),
    motivation: text('motivation').notNull(),
    decidedBy: text('decided_by').references(() => users.id, { onDelete: 'set null' }),
    decidedAt: instant('decided_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.applicationId, table.rank] }),
    index('committee_decision_call').on(table.callId),
  ],
);

/** Each time decisions were announced, all together. */
export const announcements = pgTable(
  'announcement',
  {
    id: text('id').primaryKey(),
    callId: text('call_id')
      .notNull()
      .references(() => calls.id),
    announcedAt: instant('announced_at').notNull(),
    /** Null: by itself, at the end of the embargo. */
    announcedBy: text('announced_by').references(() => users.id, { onDelete: 'set null' }),
  },
  (table) => [index('announcement_call').on(table.callId, table.announcedAt)],
);

/** What was announced to a candidate: all that it ever sees. Never changed; the last one counts. */
export const announcedDecisions = pgTable(
  'announced_decision',
  {
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id, { onDelete: 'cascade' }),
    /** Of the committee’s decision. */
    rank: integer('rank').notNull(),
    announcementId: text('announcement_id')
      .notNull()
      .references(() => announcements.id),
    outcome: text('outcome').$type<Outcome>().notNull(),
    waitingRank: integer('waiting_rank'),
    motivation: text('motivation').notNull(),
    announcedAt: instant('announced_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.applicationId, table.rank] }),
    index('announced_decision_announcement').on(table.announcementId),
  ],
);
