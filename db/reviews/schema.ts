import { bigint, index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import type { SigningBasis } from '#shared/people/organisation/signatory.ts';
import type { ReviewAnswer, ReviewEnding, ReviewOutcome } from '#shared/reviews/review.ts';
import { instant } from '../kernel/columns.ts';

/**
 * Exact texts of documents: what is signed. Rows are only ever added, the database refuses the rest; hence no references, since
 * they outlive documents and accounts.
 */
export const exactTexts = pgTable(
  'exact_text',
  {
    id: text('id').primaryKey(),
    documentId: text('document_id').notNull(),
    title: text('title').notNull(),
    /** The document up to this update. */
    seq: bigint('seq', { mode: 'number' }).notNull(),
    /** Canonical JSON, to the byte, and its SHA-256 in hexadecimal. */
    exactText: text('exact_text').notNull(),
    sha256: text('sha256').notNull(),
    /** The accounts that wrote it, each with its organisation of that day. */
    writers: jsonb('writers').$type<readonly TextWriter[]>().notNull(),
    submittedBy: text('submitted_by').notNull(),
    submittedAt: instant('submitted_at').notNull(),
  },
  (table) => [
    unique('exact_text_once').on(table.documentId, table.sha256),
    index('exact_text_hash').on(table.sha256),
  ],
);

/** Who wrote in an exact text. */
export interface TextWriter {
  readonly userId: string;
  readonly organisation: string | null;
}

/** Review rounds, each on one exact text. They outlive their document, as its exact texts do. */
export const reviewRounds = pgTable(
  'review_round',
  {
    id: text('id').primaryKey(),
    documentId: text('document_id').notNull(),
    exactTextId: text('exact_text_id')
      .notNull()
      .references(() => exactTexts.id),
    /** From 1, within its document. */
    number: integer('number').notNull(),
    questions: jsonb('questions').$type<readonly string[]>().notNull(),
    deadline: instant('deadline').notNull(),
    quorum: integer('quorum').notNull(),
    openedBy: text('opened_by').notNull(),
    openedAt: instant('opened_at').notNull(),
    closedAt: instant('closed_at'),
    ending: text('ending').$type<ReviewEnding>(),
    /** Null while it is open, and for one that was taken back or replaced. */
    outcome: text('outcome').$type<ReviewOutcome>(),
    /** Why it was taken back. */
    withdrawnFor: text('withdrawn_for'),
  },
  (table) => [
    unique('review_round_number').on(table.documentId, table.number),
    index('review_round_text').on(table.exactTextId),
    index('review_round_deadline').on(table.closedAt, table.deadline),
  ],
);

/** The organisations that a round asks, under their names of that day. */
export const reviewOrganisations = pgTable(
  'review_organisation',
  {
    roundId: text('round_id')
      .notNull()
      .references(() => reviewRounds.id),
    organisationId: text('organisation_id').notNull(),
    name: text('name').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.roundId, table.organisationId] }),
    index('review_organisation_organisation').on(table.organisationId),
  ],
);

/** What organisations answered, a line each time; the last one counts. Rows are only ever added, the database refuses the rest. */
export const reviewAnswers = pgTable(
  'review_answer',
  {
    roundId: text('round_id')
      .notNull()
      .references(() => reviewRounds.id),
    /** From 1, within its round. */
    number: integer('number').notNull(),
    organisationId: text('organisation_id').notNull(),
    answer: text('answer').$type<ReviewAnswer>().notNull(),
    reason: text('reason').notNull(),
    /** The fingerprint of the text that was answered about. */
    sha256: text('sha256').notNull(),
    answeredBy: text('answered_by').notNull(),
    /** [O9] What made them a signatory; null of answers from before there were any. */
    basis: jsonb('basis').$type<SigningBasis>(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.roundId, table.number] })],
);

/** Files in which signed texts left the platform, by the SHA-256 of their bytes. Rows are only ever added. */
export const signedFiles = pgTable(
  'signed_file',
  {
    sha256: text('sha256').notNull(),
    roundId: text('round_id')
      .notNull()
      .references(() => reviewRounds.id),
    format: text('format').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.roundId, table.sha256] }),
    index('signed_file_hash').on(table.sha256),
  ],
);
