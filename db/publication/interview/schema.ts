import { boolean, date, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { InterviewFields } from '#shared/publication/interview/published-interview.ts';
import { documents } from '../../documents/schema.ts';
import { instant } from '../../kernel/columns.ts';

/** Who is interviewed in a document. What the public reads of it is `published`, frozen with its document’s publication. */
export const publishedInterviews = pgTable('published_interview', {
  documentId: text('document_id')
    .primaryKey()
    .references(() => documents.id, { onDelete: 'cascade' }),
  personName: text('person_name').notNull(),
  personRole: text('person_role').notNull(),
  organisation: text('organisation').notNull(),
  hook: text('hook').notNull(),
  published: jsonb('published').$type<InterviewFields>(),
});

/** [IV2] What was noted of the consent of whoever is interviewed: lines are never changed, and go with the document. */
export const publishedInterviewConsents = pgTable(
  'published_interview_consent',
  {
    documentId: text('document_id')
      .notNull()
      .references(() => publishedInterviews.documentId, { onDelete: 'cascade' }),
    /** From 1, within its interview. */
    rank: integer('rank').notNull(),
    isGiven: boolean('is_given').notNull(),
    givenBy: text('given_by').notNull(),
    givenOn: date('given_on').notNull(),
    means: text('means').notNull(),
    coversImages: boolean('covers_images').notNull(),
    sha256: text('sha256').notNull(),
    presented: jsonb('presented').$type<InterviewFields>().notNull(),
    notedBy: text('noted_by').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.rank] })],
);
