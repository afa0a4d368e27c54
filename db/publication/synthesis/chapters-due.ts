import { and, asc, desc, eq, isNull, ne, sql } from 'drizzle-orm';
import { documents } from '../../documents/schema.ts';
import { DUE_MAX, type DueAsking, due } from '../../people/due.ts';
import { syntheses, synthesisChapterCities, synthesisChapters, synthesisDeadlines } from './schema.ts';

const { id, documentId, dueOn } = synthesisChapters;

/** Until when: its own day, or that of the whole. */
const day = (db: DueAsking['db']) =>
  sql`coalesce(${dueOn}, (${db
    .select({ dueOn: synthesisDeadlines.dueOn })
    .from(synthesisDeadlines)
    .where(eq(synthesisDeadlines.synthesisId, synthesisChapters.synthesisId))
    .orderBy(desc(synthesisDeadlines.rank))
    .limit(1)}))`;

const found = ({ db }: DueAsking, kind: 'chapter' | 'cityText') =>
  db
    .select(
      due(kind, { id, title: documents.title, parentId: documentId, place: syntheses.title, day: day(db) }),
    )
    .from(synthesisChapters)
    .innerJoin(documents, and(eq(documents.id, documentId), isNull(documents.trashedAt)))
    .innerJoin(syntheses, eq(syntheses.id, synthesisChapters.synthesisId))
    .$dynamic();

const isOpen = and(isNull(synthesisChapters.removedAt), ne(synthesisChapters.state, 'approved'));

/** [SY5] The chapters that they answer for, until they are approved. */
export function chaptersDue(asking: DueAsking) {
  return found(asking, 'chapter')
    .where(and(isOpen, eq(synthesisChapters.ownerId, asking.userId)))
    .orderBy(asc(dueOn), asc(id))
    .limit(DUE_MAX);
}

/** [SY6] The chapters where their city is expected and none of its people has written. */
export function cityTextsDue(asking: DueAsking) {
  const { organisationId } = asking;
  if (organisationId === null) return null;
  const hasWritten = sql`exists (select from doc_client as written join "user" as writer on writer.id = written.user_id
    where written.room = 'document:' || ${documentId} and writer.organisation_id = ${organisationId})`;
  return found(asking, 'cityText')
    .innerJoin(
      synthesisChapterCities,
      and(
        eq(synthesisChapterCities.chapterId, id),
        eq(synthesisChapterCities.organisationId, organisationId),
      ),
    )
    .where(and(isOpen, sql`not ${hasWritten}`))
    .orderBy(asc(dueOn), asc(id))
    .limit(DUE_MAX);
}
