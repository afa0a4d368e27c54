import { and, asc, count, eq, exists, gt, inArray, isNull, ne, or, type SQLWrapper, sql } from 'drizzle-orm';
import type { SuggestionState } from '#shared/documents/comment/comment.ts';
import type { Passage } from '#shared/documents/comment/passage.ts';
import type { ToldBy } from '#shared/documents/comment/thread-wire.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import type { PersonBadge } from '#shared/people/organisation/organisation.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { findPeople } from '../access/document-people.ts';
import { type CommentSubject, type InDocument, type OnCard, onSubject } from './comment-subject.ts';
import { commentMentions, comments, commentThreads, suggestions, threadReads } from './schema.ts';

/** One contribution to a thread. */
export interface ThreadComment {
  readonly id: string;
  /** Null for an account that is gone. */
  readonly author: PersonBadge | null;
  readonly told: ToldBy | null;
  /** Empty once deleted. */
  readonly body: string;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  readonly isDeleted: boolean;
  readonly mentions: readonly PersonBadge[];
}

/** What a thread proposes, and what became of it. */
export interface ThreadSuggestion {
  readonly original: string;
  readonly proposed: string;
  readonly state: SuggestionState;
  readonly decidedAt: Date | null;
  readonly decidedBy: PersonBadge | null;
  /** Accepted, and in the text. */
  readonly isApplied: boolean;
}

/** What was said of something, in answer to one another. */
export interface Discussion {
  readonly id: string;
  readonly author: PersonBadge | null;
  readonly told: ToldBy | null;
  readonly createdAt: Date;
  readonly resolved: { readonly at: Date; readonly by: PersonBadge | null } | null;
  readonly comments: readonly ThreadComment[];
  /** Somebody else wrote here since this person last read it. */
  readonly isUnread: boolean;
}

/** A discussion of a passage, or a suggestion with its discussion. */
export interface Thread extends Discussion {
  readonly passage: Passage;
  readonly suggestion: ThreadSuggestion | null;
}

/**
 * [CM1] The threads of a document, in the order in which they were begun; one whose only comments were deleted is not told.
 * `threadId` asks for one.
 */
export function listThreads(
  db: Db,
  {
    userId,
    threadId,
    ...subject
  }: InDocument & { documentId: Readable<'document'>; userId: string; threadId?: string },
): Promise<Thread[]> {
  return readThreads(db, subject, userId, threadId);
}

/** [CM1] [CM10] The discussions of a card, as `listThreads` tells those of a document. */
export async function listDiscussions(
  db: Db,
  { userId, ...subject }: OnCard & { boardId: Readable<'board'>; userId: string },
): Promise<Discussion[]> {
  const threads = await readThreads(db, subject, userId);
  return threads.map(({ passage, suggestion, ...discussion }) => discussion);
}

async function readThreads(
  db: Db,
  subject: CommentSubject,
  userId: string,
  threadId?: string,
): Promise<Thread[]> {
  const rows = await db
    .select({ thread: commentThreads, suggestion: suggestions, readAt: threadReads.readAt })
    .from(commentThreads)
    .leftJoin(suggestions, eq(suggestions.threadId, commentThreads.id))
    .leftJoin(threadReads, and(eq(threadReads.threadId, commentThreads.id), eq(threadReads.userId, userId)))
    .where(and(onSubject(db, subject), threadId ? eq(commentThreads.id, threadId) : undefined))
    .orderBy(asc(commentThreads.createdAt), asc(commentThreads.id));
  const ids = rows.map(({ thread }) => thread.id);
  if (ids.length === 0) return [];
  const said = await db
    .select()
    .from(comments)
    .where(inArray(comments.threadId, ids))
    .orderBy(asc(comments.createdAt), asc(comments.id));
  const mentions = await db
    .select({ commentId: commentMentions.commentId, userId: commentMentions.userId })
    .from(commentMentions)
    .innerJoin(comments, eq(comments.id, commentMentions.commentId))
    .where(and(inArray(comments.threadId, ids), isNull(comments.deletedAt)));
  const people = await findPeople(db, [
    ...rows.flatMap(({ thread, suggestion }) => [thread.authorId, thread.resolvedBy, suggestion?.decidedBy]),
    ...said.map(({ authorId }) => authorId),
    ...mentions.map((mention) => mention.userId),
  ]);
  const personOf = (id: string | null | undefined) => (id ? (people.get(id) ?? null) : null);
  const mentioned = Map.groupBy(mentions, ({ commentId }) => commentId);
  const saidIn = Map.groupBy(said, (comment) => comment.threadId);
  return rows.flatMap(({ thread, suggestion, readAt }) => {
    const ofThread = saidIn.get(thread.id) ?? [];
    if (!suggestion && ofThread.every(({ deletedAt }) => deletedAt)) return [];
    const others = [
      ...(suggestion ? [thread] : []),
      ...ofThread.filter(({ deletedAt }) => !deletedAt),
    ].filter(({ authorId }) => authorId !== userId);
    return [
      {
        id: thread.id,
        passage: {
          start: thread.startAt,
          end: thread.endAt,
          quote: thread.quote,
          before: thread.before,
          after: thread.after,
        },
        author: personOf(thread.authorId),
        told: toldOf(thread),
        createdAt: thread.createdAt,
        resolved: thread.resolvedAt && { at: thread.resolvedAt, by: personOf(thread.resolvedBy) },
        suggestion: suggestion && {
          original: suggestion.original,
          proposed: suggestion.proposed,
          state: suggestion.state,
          decidedAt: suggestion.decidedAt,
          decidedBy: personOf(suggestion.decidedBy),
          isApplied: suggestion.appliedAt !== null,
        },
        comments: ofThread.map(({ authorId, body, deletedAt, ...comment }) => ({
          id: comment.id,
          author: personOf(authorId),
          told: toldOf(comment),
          body: deletedAt ? '' : body,
          createdAt: comment.createdAt,
          editedAt: comment.editedAt,
          isDeleted: deletedAt !== null,
          mentions: (mentioned.get(comment.id) ?? []).flatMap((mention) => personOf(mention.userId) ?? []),
        })),
        isUnread: others.some(({ createdAt }) => readAt === null || createdAt > readAt),
      },
    ];
  });
}

function toldOf({ toldBy, toldFrom }: { toldBy: string | null; toldFrom: string | null }): ToldBy | null {
  return toldFrom === null ? null : { by: toldBy ?? '', from: toldFrom };
}

/** How many threads of a document wait for an answer, and how many this person has not read: what a page says first. */
export async function countThreads(
  db: Db,
  { userId, ...subject }: InDocument & { userId: string },
): Promise<{ open: number; unread: number }> {
  const isAlive = and(eq(comments.threadId, commentThreads.id), isNull(comments.deletedAt));
  const isNews = (at: typeof comments.createdAt | typeof commentThreads.createdAt) =>
    or(isNull(threadReads.readAt), gt(at as SQLWrapper, threadReads.readAt));
  const hasComments = exists(db.select({ one: sql`1` }).from(comments).where(isAlive));
  const hasNews = exists(
    db
      .select({ one: sql`1` })
      .from(comments)
      .where(and(isAlive, sql`${comments.authorId} is distinct from ${userId}`, isNews(comments.createdAt))),
  );
  const isNewSuggestion = and(
    sql`${suggestions.threadId} is not null`,
    sql`${commentThreads.authorId} is distinct from ${userId}`,
    isNews(commentThreads.createdAt),
  );
  const isOpen = and(
    isNull(commentThreads.resolvedAt),
    or(isNull(suggestions.state), eq(suggestions.state, 'open')),
  );
  const [found] = await db
    .select({
      open: count(sql`case when ${isOpen} then 1 end`),
      unread: count(sql`case when ${or(hasNews, isNewSuggestion)} then 1 end`),
    })
    .from(commentThreads)
    .leftJoin(suggestions, eq(suggestions.threadId, commentThreads.id))
    .leftJoin(threadReads, and(eq(threadReads.threadId, commentThreads.id), eq(threadReads.userId, userId)))
    .where(and(onSubject(db, subject), or(hasComments, sql`${suggestions.threadId} is not null`)));
  return { open: found?.open ?? 0, unread: found?.unread ?? 0 };
}

/** Notes that a person has read these threads, as far as `now`; those of other subjects are passed over. */
export async function markRead(
  tx: Tx,
  {
    userId,
    threadIds,
    now,
    ...subject
  }: CommentSubject & { userId: string; threadIds: readonly string[]; now: Date },
): Promise<void> {
  const found = await tx
    .select({ id: commentThreads.id })
    .from(commentThreads)
    .where(and(onSubject(tx, subject), inArray(commentThreads.id, [...threadIds])));
  if (found.length === 0) return;
  await tx
    .insert(threadReads)
    .values(found.map(({ id }) => ({ threadId: id, userId, readAt: now })))
    .onConflictDoUpdate({
      target: [threadReads.threadId, threadReads.userId],
      set: { readAt: now },
      setWhere: ne(threadReads.readAt, now),
    });
}
