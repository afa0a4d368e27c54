import { bigint, date, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { AssembledChapter } from '#shared/publication/synthesis/assembly.ts';
import type { ChapterState } from '#shared/publication/synthesis/chapter-state.ts';
import type { PublishedApprovals } from '#shared/publication/synthesis/public-synthesis.ts';
import { documents } from '../../documents/schema.ts';
import { instant } from '../../kernel/columns.ts';
import { groups, seasons } from '../../people/group/schema.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';

/** The synthesis of a season: chapters that are documents, and what is said of them. */
export const syntheses = pgTable('synthesis', {
  id: text('id').primaryKey(),
  seasonId: text('season_id')
    .notNull()
    .unique()
    .references(() => seasons.id),
  /** Where its documents are made. */
  groupId: text('group_id')
    .notNull()
    .references(() => groups.id),
  title: text('title').notNull(),
  /** [SY8] The whole: a document that is only ever assembled from the chapters. Null until that was done once. */
  documentId: text('document_id')
    .unique()
    .references(() => documents.id, { onDelete: 'set null' }),
  createdBy: text('created_by').references(() => users.id, { onDelete: 'set null' }),
  createdAt: instant('created_at').notNull(),
});

/** [SY5] The day on which a synthesis is due; the last one counts, a past day shows what was wanted then. */
export const synthesisDeadlines = pgTable(
  'synthesis_deadline',
  {
    synthesisId: text('synthesis_id')
      .notNull()
      .references(() => syntheses.id, { onDelete: 'cascade' }),
    rank: integer('rank').notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    setBy: text('set_by').references(() => users.id, { onDelete: 'set null' }),
    setAt: instant('set_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.synthesisId, table.rank] })],
);

/** A chapter: a document, with its place, owner, due day and state. Its title is the document's. */
export const synthesisChapters = pgTable(
  'synthesis_chapter',
  {
    id: text('id').primaryKey(),
    synthesisId: text('synthesis_id')
      .notNull()
      .references(() => syntheses.id, { onDelete: 'cascade' }),
    documentId: text('document_id')
      .notNull()
      .unique()
      .references(() => documents.id, { onDelete: 'cascade' }),
    /** From 1, changed under the lock of the synthesis only. */
    position: integer('position').notNull(),
    ownerId: text('owner_id').references(() => users.id, { onDelete: 'set null' }),
    dueOn: date('due_on', { mode: 'string' }),
    state: text('state').$type<ChapterState>().notNull(),
    createdAt: instant('created_at').notNull(),
    /** Taken out of the synthesis; its document stays. */
    removedAt: instant('removed_at'),
  },
  (table) => [
    index('synthesis_chapter_of').on(table.synthesisId),
    index('synthesis_chapter_owner').on(table.ownerId),
  ],
);

/** [SY6] The cities that are expected to write in a chapter. */
export const synthesisChapterCities = pgTable(
  'synthesis_chapter_city',
  {
    chapterId: text('chapter_id')
      .notNull()
      .references(() => synthesisChapters.id, { onDelete: 'cascade' }),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
  },
  (table) => [primaryKey({ columns: [table.chapterId, table.organisationId] })],
);

/** [SY3] Every change of state of a chapter, dated and never changed. */
export const synthesisChapterSteps = pgTable(
  'synthesis_chapter_step',
  {
    chapterId: text('chapter_id')
      .notNull()
      .references(() => synthesisChapters.id, { onDelete: 'cascade' }),
    /** From 1; two people cannot take the same step. */
    rank: integer('rank').notNull(),
    from: text('from_state').$type<ChapterState>(),
    to: text('to_state').$type<ChapterState>().notNull(),
    reason: text('reason').notNull(),
    /** How far its text had come. */
    seq: bigint('seq', { mode: 'number' }).notNull(),
    by: text('changed_by').references(() => users.id, { onDelete: 'set null' }),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.chapterId, table.rank] })],
);

/** [SY8] Every time that the whole was assembled, and from what. */
export const synthesisAssemblies = pgTable(
  'synthesis_assembly',
  {
    synthesisId: text('synthesis_id')
      .notNull()
      .references(() => syntheses.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    chapters: jsonb('chapters').$type<readonly AssembledChapter[]>().notNull(),
    by: text('assembled_by').references(() => users.id, { onDelete: 'set null' }),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.synthesisId, table.number] })],
);

/** [SY11] What the public reads of a synthesis, with the publication of its document: who approved exactly that. */
export const synthesisPublications = pgTable('synthesis_publication', {
  synthesisId: text('synthesis_id')
    .primaryKey()
    .references(() => syntheses.id, { onDelete: 'cascade' }),
  documentId: text('document_id')
    .notNull()
    .unique()
    .references(() => documents.id, { onDelete: 'cascade' }),
  approvals: jsonb('approvals').$type<PublishedApprovals>().notNull(),
});

/** [SY7] Every reminder to a city about a chapter. */
export const synthesisReminders = pgTable(
  'synthesis_reminder',
  {
    id: text('id').primaryKey(),
    chapterId: text('chapter_id')
      .notNull()
      .references(() => synthesisChapters.id, { onDelete: 'cascade' }),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    /** To how many people. */
    people: integer('people').notNull(),
    sentBy: text('sent_by').references(() => users.id, { onDelete: 'set null' }),
    sentAt: instant('sent_at').notNull(),
  },
  (table) => [index('synthesis_reminder_of').on(table.chapterId, table.organisationId)],
);
