import { index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { AuditAction, AuditSubjectKind } from '#shared/kernel/audit/audit.ts';

/** The audit trail: each line holds the hash of the one before. Rows are only ever added; the database refuses the rest. */
export const auditEntries = pgTable(
  'audit_entry',
  {
    sequence: integer('sequence').primaryKey(),
    // To the millisecond: nothing of it may be outside what is hashed.
    at: timestamp('at', { withTimezone: true, mode: 'date', precision: 3 }).notNull(),
    actorId: text('actor_id'),
    action: text('action').$type<AuditAction>().notNull(),
    subjectKind: text('subject_kind').$type<AuditSubjectKind>().notNull(),
    subjectId: text('subject_id').notNull(),
    subjectName: text('subject_name').notNull(),
    payload: text('payload').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [
    index('audit_entry_subject').on(table.subjectKind, table.subjectId),
    index('audit_entry_actor').on(table.actorId, table.sequence),
    index('audit_entry_action').on(table.action, table.sequence),
    index('audit_entry_at').on(table.at),
  ],
);

/** Where the trail ends: one row, locked by whoever adds a line, so that the chain never forks. */
export const auditHead = pgTable('audit_head', {
  id: integer('id').primaryKey(),
  sequence: integer('sequence').notNull(),
  hash: text('hash').notNull(),
});
