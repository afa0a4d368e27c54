import { and, asc, count, eq, gt, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { ApprovedDocument, DocumentInReview } from '#shared/programme/steering/overview.ts';
import { commentThreads, suggestions } from '../../documents/comment/schema.ts';
import { isReadableBy } from '../../documents/listed-documents.ts';
import { documents } from '../../documents/schema.ts';
import type { Db } from '../../kernel/client.ts';
import { minutes } from '../../meetings/held/schema.ts';
import { meetings } from '../../meetings/meeting/schema.ts';
import { listGroupsForMember } from '../../people/group/groups.ts';
import { groups, themes } from '../../people/group/schema.ts';
import { reviewRounds } from '../../reviews/schema.ts';
import { isOfSeason, type SteeringScope } from './steering-scope.ts';

/** Those that the page shows; a longer list is told by its number. */
const SHOWN = 500;

/** Of the day’s documents: those this person may read, in groups of the season and theme, that stood that day. */
async function documentsOf(db: Db, { userId, now, end, ...scope }: SteeringScope) {
  const own = await listGroupsForMember(db, { userId, now });
  return and(
    isReadableBy(db, { userId, now, groupIds: own.map(({ id }) => id) }),
    isOfSeason(scope),
    lt(documents.createdAt, end),
    or(isNull(documents.trashedAt), gt(documents.trashedAt, end)),
  );
}

/** [PI9] Minutes submitted and not approved by that day, then review rounds open that day and documents with open suggestions, the longest waiting first. */
export async function listDocumentsInReview(db: Db, scope: SteeringScope): Promise<DocumentInReview[]> {
  const { end } = scope;
  const readable = await documentsOf(db, scope);
  const submitted = await db
    .select({
      id: documents.id,
      title: documents.title,
      group: groups.name,
      meetingId: meetings.id,
      since: sql<Date>`${minutes.submittedAt}`.mapWith(minutes.submittedAt),
    })
    .from(minutes)
    .innerJoin(meetings, eq(meetings.id, minutes.meetingId))
    .innerJoin(documents, eq(documents.id, minutes.documentId))
    .innerJoin(groups, eq(groups.id, documents.groupId))
    .innerJoin(themes, eq(themes.id, groups.themeId))
    .where(
      and(
        readable,
        lt(minutes.submittedAt, end),
        or(isNull(minutes.approvedAt), gt(minutes.approvedAt, end)),
      ),
    )
    .orderBy(asc(minutes.submittedAt), asc(documents.id))
    .limit(SHOWN);
  const asked = await db
    .select({
      id: documents.id,
      title: documents.title,
      group: groups.name,
      roundId: reviewRounds.id,
      since: reviewRounds.openedAt,
    })
    .from(reviewRounds)
    .innerJoin(documents, eq(documents.id, reviewRounds.documentId))
    .innerJoin(groups, eq(groups.id, documents.groupId))
    .innerJoin(themes, eq(themes.id, groups.themeId))
    .where(
      and(
        readable,
        lt(reviewRounds.openedAt, end),
        gt(reviewRounds.deadline, end),
        or(isNull(reviewRounds.closedAt), gt(reviewRounds.closedAt, end)),
      ),
    )
    .orderBy(asc(reviewRounds.openedAt), asc(reviewRounds.id))
    .limit(SHOWN);
  const waiting = db
    .select({
      documentId: sql<string>`${commentThreads.documentId}`.as('waiting_document'),
      suggestions: count().as('waiting_suggestions'),
      since: sql<Date>`min(${commentThreads.createdAt})`
        .mapWith(commentThreads.createdAt)
        .as('waiting_since'),
    })
    .from(suggestions)
    .innerJoin(commentThreads, eq(commentThreads.id, suggestions.threadId))
    .where(
      and(
        isNotNull(commentThreads.documentId),
        lt(commentThreads.createdAt, end),
        or(isNull(suggestions.decidedAt), gt(suggestions.decidedAt, end)),
        or(isNull(commentThreads.resolvedAt), gt(commentThreads.resolvedAt, end)),
      ),
    )
    .groupBy(commentThreads.documentId)
    .as('waiting');
  const suggested = await db
    .select({
      id: documents.id,
      title: documents.title,
      group: groups.name,
      suggestions: waiting.suggestions,
      since: waiting.since,
    })
    .from(waiting)
    .innerJoin(documents, eq(documents.id, waiting.documentId))
    .innerJoin(groups, eq(groups.id, documents.groupId))
    .innerJoin(themes, eq(themes.id, groups.themeId))
    .where(readable)
    .orderBy(asc(waiting.since), asc(documents.id))
    .limit(SHOWN);
  return [
    ...submitted.map((row) => ({ ...row, kind: 'minutes' as const, roundId: null, suggestions: 0 })),
    ...asked.map((row) => ({ ...row, kind: 'round' as const, meetingId: null, suggestions: 0 })),
    ...suggested.map((row) => ({ ...row, kind: 'suggestions' as const, meetingId: null, roundId: null })),
  ];
}

/** [PI9] Minutes approved by that day, the latest first. */
export async function listApprovedDocuments(db: Db, scope: SteeringScope): Promise<ApprovedDocument[]> {
  const readable = await documentsOf(db, scope);
  return db
    .select({
      id: documents.id,
      title: documents.title,
      group: groups.name,
      meetingId: minutes.meetingId,
      approvedAt: sql<Date>`${minutes.approvedAt}`.mapWith(minutes.approvedAt),
    })
    .from(minutes)
    .innerJoin(documents, eq(documents.id, minutes.documentId))
    .innerJoin(groups, eq(groups.id, documents.groupId))
    .innerJoin(themes, eq(themes.id, groups.themeId))
    .where(and(readable, lt(minutes.approvedAt, scope.end)))
    .orderBy(sql`${minutes.approvedAt} desc`, asc(documents.id))
    .limit(SHOWN);
}

/** [PI9] How many minutes were approved by that day. */
export async function countApprovedDocuments(db: Db, scope: SteeringScope): Promise<number> {
  const readable = await documentsOf(db, scope);
  const [found] = await db
    .select({ approved: count() })
    .from(minutes)
    .innerJoin(documents, eq(documents.id, minutes.documentId))
    .innerJoin(groups, eq(groups.id, documents.groupId))
    .innerJoin(themes, eq(themes.id, groups.themeId))
    .where(and(readable, lt(minutes.approvedAt, scope.end)));
  return found?.approved ?? 0;
}
