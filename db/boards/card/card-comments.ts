import { and, asc, countDistinct, eq, isNull, sql } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { comments, commentThreads, threadReads } from '../../documents/comment/schema.ts';
import type { Db } from '../../kernel/client.ts';
import { users } from '../../people/person/schema.ts';
import { boards } from '../schema.ts';

/** What was said of a card. */
export interface CardCommentCount {
  readonly cardId: string;
  /** Comments that were not taken away. */
  readonly comments: number;
  /** [CM7] Threads in which somebody else wrote since this person last read them. */
  readonly unread: number;
}

/** [CM10] What was said of each card of a board, those without a comment left out. */
export async function countCardComments(
  db: Db,
  { boardId, groupId, userId }: { boardId: Readable<'board'>; groupId: string; userId: string },
): Promise<CardCommentCount[]> {
  const isNews = sql`${comments.authorId} is distinct from ${userId}
    and (${threadReads.readAt} is null or ${comments.createdAt} > ${threadReads.readAt})`;
  const rows = await db
    .select({
      cardId: commentThreads.cardId,
      comments: countDistinct(comments.id),
      unread: countDistinct(sql`case when ${isNews} then ${commentThreads.id} end`),
    })
    .from(commentThreads)
    .innerJoin(boards, eq(boards.id, commentThreads.boardId))
    .innerJoin(comments, and(eq(comments.threadId, commentThreads.id), isNull(comments.deletedAt)))
    .leftJoin(threadReads, and(eq(threadReads.threadId, commentThreads.id), eq(threadReads.userId, userId)))
    .where(and(eq(commentThreads.boardId, boardId), eq(boards.groupId, groupId), isNull(boards.trashedAt)))
    .groupBy(commentThreads.cardId);
  return rows.flatMap(({ cardId, ...count }) => (cardId === null ? [] : [{ cardId, ...count }]));
}

/** [CM10] What was said of the cards of a board, in order, whoever said it named. */
export async function listBoardComments(db: Db, { boardId }: { boardId: Readable<'board'> }) {
  const rows = await db
    .select({
      cardId: commentThreads.cardId,
      author: users.name,
      at: comments.createdAt,
      text: comments.body,
      resolvedAt: commentThreads.resolvedAt,
    })
    .from(comments)
    .innerJoin(commentThreads, eq(commentThreads.id, comments.threadId))
    .leftJoin(users, eq(users.id, comments.authorId))
    .where(and(eq(commentThreads.boardId, boardId), isNull(comments.deletedAt)))
    .orderBy(
      asc(commentThreads.createdAt),
      asc(commentThreads.id),
      asc(comments.createdAt),
      asc(comments.id),
    );
  return rows.map(({ cardId, author, at, text, resolvedAt }) => ({
    cardId,
    comment: { author, at: at.toISOString(), text, resolved: resolvedAt !== null },
  }));
}
