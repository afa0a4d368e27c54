import { and, desc, eq, exists, gt, isNull, ne, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { paths } from '#shared/paths.ts';
import { boards, cards } from '../boards/schema.ts';
import { commentMentions, comments, commentThreads, threadReads } from '../documents/comment/schema.ts';
import { isListedTo } from '../documents/listed-documents.ts';
import { documents } from '../documents/schema.ts';
import type { Db } from '../kernel/client.ts';
import { type AskedNews, type FoundNews, namesOf } from './news-source.ts';

const own = alias(comments, 'own');

/**
 * [HV1] Threads in which others wrote to this person since then: they are named, they began it, or they took part in it. A thread
 * that they read since is no news.
 */
export async function newsOfComments(
  db: Db,
  { userId, groupId, since, now, limit }: AskedNews,
): Promise<FoundNews> {
  const one = { one: sql`1` };
  const isNamed = exists(
    db
      .select(one)
      .from(commentMentions)
      .where(and(eq(commentMentions.commentId, comments.id), eq(commentMentions.userId, userId))),
  );
  const takesPart = exists(
    db
      .select(one)
      .from(own)
      .where(and(eq(own.threadId, comments.threadId), eq(own.authorId, userId), isNull(own.deletedAt))),
  );
  const last = sql<Date>`max(${comments.createdAt})`.mapWith(comments.createdAt);
  const rows = await db
    .select({
      id: commentThreads.id,
      document: { id: documents.id, title: documents.title },
      board: { id: boards.id, title: boards.title },
      card: { id: cards.cardId, title: cards.title },
      names: sql<boolean>`bool_or(${isNamed})`,
      count: sql<number>`count(*)`.mapWith(Number),
      authors: sql<string[]>`array_agg(distinct ${comments.authorId})`,
      at: last,
      total: sql<number>`count(*) over ()`.mapWith(Number),
    })
    .from(comments)
    .innerJoin(commentThreads, eq(commentThreads.id, comments.threadId))
    .leftJoin(documents, eq(documents.id, commentThreads.documentId))
    .leftJoin(boards, eq(boards.id, commentThreads.boardId))
    .leftJoin(cards, and(eq(cards.boardId, commentThreads.boardId), eq(cards.cardId, commentThreads.cardId)))
    .leftJoin(threadReads, and(eq(threadReads.threadId, comments.threadId), eq(threadReads.userId, userId)))
    .where(
      and(
        gt(comments.createdAt, since),
        isNull(comments.deletedAt),
        ne(comments.authorId, userId),
        or(isNull(threadReads.readAt), gt(comments.createdAt, threadReads.readAt)),
        or(isNamed, eq(commentThreads.authorId, userId), takesPart),
        or(
          and(eq(documents.groupId, groupId), isNull(documents.trashedAt), isListedTo(db, { userId, now })),
          and(eq(boards.groupId, groupId), isNull(boards.trashedAt), sql`${cards.cardId} is not null`),
        ),
      ),
    )
    .groupBy(commentThreads.id, documents.id, boards.id, cards.cardId, cards.title)
    .orderBy(desc(last), commentThreads.id)
    .limit(limit);
  const names = await namesOf(
    db,
    rows.flatMap(({ authors }) => authors),
  );
  const items = rows.map((row) => {
    const { document, board, card } = row;
    const page = document ? paths.document(document) : board && card ? paths.boardCard(board, card.id) : '';
    return {
      kind: 'comment' as const,
      id: row.id,
      title: document?.title ?? card?.title ?? '',
      href: `${page}?fil=${row.id}`,
      compareHref: null,
      context: board?.title ?? null,
      by: names(row.authors),
      facts: [
        ...(row.names ? [{ what: 'named' } as const] : []),
        { what: 'answers' as const, count: row.count },
      ],
      at: row.at,
    };
  });
  return { items, total: rows[0]?.total ?? 0 };
}
