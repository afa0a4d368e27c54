import { and, asc, count, eq, exists, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import type { Db } from '../kernel/client.ts';
import { DUE_MAX, type DueAsking, due } from '../people/due.ts';
import { isInGroup } from '../people/group/groups.ts';
import { groups } from '../people/group/schema.ts';
import { users } from '../people/person/schema.ts';
import { accessRequests } from './access/access-request-schema.ts';
import { commentMentions, comments, commentThreads, suggestions } from './comment/schema.ts';
import { isListedTo } from './listed-documents.ts';
import { documents } from './schema.ts';

/** Of rows of `document`: of a group where they may do this, listed to them, and not thrown away. */
const open = ({ db, userId, now }: DueAsking, groupIds: readonly string[]) =>
  and(
    inArray(documents.groupId, [...groupIds]),
    isListedTo(db, { userId, now }),
    isNull(documents.trashedAt),
  );

/** Documents that somebody asks access to, for their author and for those who facilitate the group. */
export function accessDue(asking: DueAsking) {
  const { db, userId, now, groupsFor } = asking;
  const facilitates = exists(
    db
      .select({ one: sql`1` })
      .from(users)
      .where(
        and(
          eq(users.id, userId),
          isInGroup(db, { groupId: sql`${documents.groupId}`, role: 'facilitator', now }),
        ),
      ),
  );
  return db
    .select(due('access', { id: documents.id, title: documents.title, place: groups.name, count: count() }))
    .from(accessRequests)
    .innerJoin(documents, eq(documents.id, accessRequests.documentId))
    .innerJoin(groups, eq(groups.id, documents.groupId))
    .where(
      and(
        open(asking, groupsFor('document.trash')),
        or(eq(documents.createdBy, userId), facilitates),
        exists(activePerson(db, sql`${accessRequests.userId}`)),
      ),
    )
    .groupBy(documents.id, groups.id)
    .orderBy(asc(sql`min(${accessRequests.askedAt})`), asc(documents.id))
    .limit(DUE_MAX);
}

const activePerson = (db: Db, id: ReturnType<typeof sql>) =>
  db
    .select({ one: sql`1` })
    .from(users)
    .where(and(eq(users.id, id), isNull(users.suspendedAt)));

/** Suggestions of others on the documents that they began. */
export function suggestionsDue(asking: DueAsking) {
  const { db, userId, groupsFor } = asking;
  const { authorId } = commentThreads;
  return db
    .select(
      due('suggestion', {
        id: documents.id,
        title: documents.title,
        place: groups.name,
        count: count(),
        by: sql<string | null>`case when count(distinct ${authorId}) = 1 then min(${users.name}) end`,
      }),
    )
    .from(suggestions)
    .innerJoin(commentThreads, eq(commentThreads.id, suggestions.threadId))
    .innerJoin(documents, eq(documents.id, commentThreads.documentId))
    .innerJoin(groups, eq(groups.id, documents.groupId))
    .leftJoin(users, eq(users.id, authorId))
    .where(
      and(
        open(asking, groupsFor('document.write')),
        eq(documents.createdBy, userId),
        isNull(documents.frozenAt),
        eq(suggestions.state, 'open'),
        or(isNull(authorId), ne(authorId, userId)),
      ),
    )
    .groupBy(documents.id, groups.id)
    .orderBy(asc(sql`min(${commentThreads.createdAt})`), asc(documents.id))
    .limit(DUE_MAX);
}

/** Open threads of documents in which somebody names them, and where they have said nothing since. */
export function mentionsDue(asking: DueAsking) {
  const { db, userId, groupsFor } = asking;
  const answer = sql`exists (select from ${comments} as answer where answer.thread_id = ${commentThreads.id}
    and answer.author_id = ${userId} and answer.deleted_at is null and answer.created_at > ${comments.createdAt})`;
  return db
    .selectDistinctOn(
      [commentThreads.id],
      due('mention', {
        id: commentThreads.id,
        parentId: documents.id,
        title: documents.title,
        place: groups.name,
        by: users.name,
      }),
    )
    .from(commentMentions)
    .innerJoin(comments, and(eq(comments.id, commentMentions.commentId), isNull(comments.deletedAt)))
    .innerJoin(
      commentThreads,
      and(eq(commentThreads.id, comments.threadId), isNull(commentThreads.resolvedAt)),
    )
    .innerJoin(documents, eq(documents.id, commentThreads.documentId))
    .innerJoin(groups, eq(groups.id, documents.groupId))
    .innerJoin(users, eq(users.id, comments.authorId))
    .where(
      and(
        eq(commentMentions.userId, userId),
        ne(comments.authorId, userId),
        open(asking, groupsFor('document.comment')),
        sql`not ${answer}`,
      ),
    )
    .orderBy(commentThreads.id, asc(comments.createdAt))
    .limit(DUE_MAX);
}
