import { and, desc, eq, exists, gt, isNull, ne, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { NewsFact, NewsItem } from '#shared/news/news.ts';
import { paths } from '#shared/paths.ts';
import { boards, cards } from '../boards/schema.ts';
import { commentMentions, comments, commentThreads, threadReads } from '../documents/comment/schema.ts';
import { isListedTo } from '../documents/listed-documents.ts';
import { documents } from '../documents/schema.ts';
import type { Db } from '../kernel/client.ts';
import { type AskedNews, asked, countedBy, type FoundNews, inEach, tableOf } from './news-source.ts';

const own = alias(comments, 'own');

/**
 * [HV1] Threads in which others wrote to this person since then: they are named, they began it, or they took part in it. A thread
 * that they read since is no news.
 */
export async function newsOfComments(
  db: Db,
  { userId, groups, now, limit }: AskedNews,
): Promise<FoundNews[]> {
  const { isNamed, takesPart } = roleIn(db, userId);
  const last = sql<Date>`max(${comments.createdAt})`.mapWith(comments.createdAt);
  const found = db
    .select({
      id: commentThreads.id,
      documentId: sql<string | null>`${documents.id}`.as('document'),
      documentTitle: sql<string>`${documents.title}`.as('document_title'),
      boardId: sql<string | null>`${boards.id}`.as('board'),
      boardTitle: sql<string | null>`${boards.title}`.as('board_title'),
      cardId: sql<string | null>`${cards.cardId}`.as('card'),
      cardTitle: sql<string | null>`${cards.title}`.as('card_title'),
      names: sql<boolean>`bool_or(${isNamed})`.as('names'),
      count: sql<number>`count(*)`.mapWith(Number).as('said'),
      authors: sql<string[]>`array_agg(distinct ${comments.authorId})`.as('authors'),
      at: last.as('at'),
      ...countedBy(sql`${last} desc, ${commentThreads.id}`),
    })
    .from(comments)
    .innerJoin(commentThreads, eq(commentThreads.id, comments.threadId))
    .leftJoin(documents, eq(documents.id, commentThreads.documentId))
    .leftJoin(boards, eq(boards.id, commentThreads.boardId))
    .leftJoin(cards, and(eq(cards.boardId, commentThreads.boardId), eq(cards.cardId, commentThreads.cardId)))
    .leftJoin(threadReads, and(eq(threadReads.threadId, comments.threadId), eq(threadReads.userId, userId)))
    .where(
      and(
        gt(comments.createdAt, asked.since),
        isNull(comments.deletedAt),
        ne(comments.authorId, userId),
        or(isNull(threadReads.readAt), gt(comments.createdAt, threadReads.readAt)),
        or(isNamed, eq(commentThreads.authorId, userId), takesPart),
        or(
          and(
            eq(documents.groupId, asked.groupId),
            isNull(documents.trashedAt),
            isListedTo(db, { userId, now }),
          ),
          and(eq(boards.groupId, asked.groupId), isNull(boards.trashedAt), sql`${cards.cardId} is not null`),
        ),
      ),
    )
    .groupBy(commentThreads.id, documents.id, boards.id, cards.cardId, cards.title)
    .orderBy(desc(last), commentThreads.id)
    .limit(limit)
    .as('found');
  const { id, documentId, documentTitle, boardId, boardTitle, cardId, cardTitle, authors, at, total } = found;
  const rows = await db
    .select({
      ...{ groupId: asked.groupId, id, documentId, documentTitle, boardId, boardTitle, cardId, cardTitle },
      ...{ authors, at, total, names: found.names, count: found.count },
    })
    .from(tableOf(groups))
    .innerJoinLateral(found, inEach)
    .orderBy(asked.rank, found.place);
  return rows.map((row) => ({
    groupId: row.groupId,
    total: row.total,
    byIds: row.authors,
    item: {
      kind: 'comment',
      id: row.id,
      compareHref: null,
      ...placeOf(row),
      facts: factsOf(row),
      at: row.at,
    },
  }));
}

/** Of a row of `comments`: this person is named in it, or has written in its thread. */
function roleIn(db: Db, userId: string) {
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
  return { isNamed, takesPart };
}

interface Place {
  readonly id: string;
  readonly documentId: string | null;
  readonly documentTitle: string;
  readonly boardId: string | null;
  readonly boardTitle: string | null;
  readonly cardId: string | null;
  readonly cardTitle: string | null;
}

/** What a thread is about, and where it is read. */
function placeOf(row: Place): Pick<NewsItem, 'title' | 'href' | 'context'> {
  const { id, documentId, documentTitle, boardId, boardTitle, cardId, cardTitle } = row;
  const at = (page: string) => `${page}?fil=${id}`;
  if (documentId) {
    const document = { id: documentId, title: documentTitle };
    return { title: documentTitle, href: at(paths.document(document)), context: null };
  }
  const board = { id: boardId ?? '', title: boardTitle ?? '' };
  return { title: cardTitle ?? '', href: at(paths.boardCard(board, cardId ?? '')), context: boardTitle };
}

function factsOf({ names, count }: { readonly names: boolean; readonly count: number }): NewsFact[] {
  return [...(names ? [{ what: 'named' } as const] : []), { what: 'answers', count }];
}
