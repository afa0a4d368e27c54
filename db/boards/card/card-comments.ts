import { and, countDistinct, eq, isNull, sql } from 'drizzle-orm';
import { comments, commentThreads, threadReads } from '../../documents/comment/schema.ts';
import type { Db } from '../../kernel/client.ts';
import { boards } from '../schema.ts';

/** What was said of a card. */
export interface CardCommentCount {
  readonly cardId: string;
  /** Comments that were not taken away. */
  readonly comments: number;
  /** [CM7] Threads in which somebody else wrote since this person last read them. */
  readonly unread: number;
}

/** [CM10] What was said of each card of a board, those without a comment left out. The caller has checked the board. */
export async function countCardComments(
  db: Db,
  { boardId, groupId, userId }: { boardId: string; groupId: string; userId: string },
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
