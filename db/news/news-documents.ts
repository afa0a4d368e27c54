import { and, desc, eq, gt, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import type { NewsFact } from '#shared/news/news.ts';
import { paths } from '#shared/paths.ts';
import { comments, commentThreads } from '../documents/comment/schema.ts';
import { isListedTo } from '../documents/listed-documents.ts';
import { documents } from '../documents/schema.ts';
import type { Db } from '../kernel/client.ts';
import { type AskedNews, type FoundNews, namesOf } from './news-source.ts';

/**
 * [HV1] Documents that others made, wrote in or commented since then. What this person has read of a document since is no news:
 * the comparison begins where their last reading ended.
 */
export async function newsOfDocuments(
  db: Db,
  { userId, groupId, since, now, limit }: AskedNews,
): Promise<FoundNews> {
  const at = sql`${since.toISOString()}::timestamptz`;
  const room = sql`'document:' || ${documents.id}`;
  // The log is walked from its end: an absence costs what was written in it, not what was written before.
  const base = sql`lateral (select greatest(
    coalesce((select v.seq from document_visit v where v.document_id = ${documents.id} and v.user_id = ${userId}), 0),
    coalesce((select u.seq from doc_update u where u.room = ${room} and u.at <= ${at} order by u.seq desc limit 1), 0)
  ) as seq, exists (
    select from document_visit v where v.document_id = ${documents.id} and v.user_id = ${userId}) as is_known) as base`;
  const written = sql`lateral (
    select max(u.seq) as seq, max(u.at) as at,
      coalesce(array_agg(distinct w.id) filter (where w.id is not null and w.id <> ${userId}), '{}') as writers
    from doc_update u left join lateral unnest(coalesce(u.writers, array[u.user_id])) as w(id) on true
    where u.room = ${room} and u.seq > base.seq and case when u.writers is null then u.user_id is distinct from ${userId}
      else exists (select from unnest(u.writers) as o(id) where o.id <> ${userId}) end) as written`;
  const said = sql`lateral (
    select count(*)::int as count, max(${comments.createdAt}) as at
    from ${comments} join ${commentThreads} on ${commentThreads.id} = ${comments.threadId}
    where ${commentThreads.documentId} = ${documents.id} and ${comments.createdAt} > ${at}
      and ${comments.deletedAt} is null and ${comments.authorId} is distinct from ${userId}) as said`;
  const isMade = and(gt(documents.createdAt, since), ne(documents.createdBy, userId), sql`not base.is_known`);
  const madeAt = sql`case when ${isMade} then ${documents.createdAt} end`;
  const last = sql<Date>`greatest(written.at, said.at, ${madeAt})`.mapWith(documents.createdAt);
  const rows = await db
    .select({
      id: documents.id,
      title: documents.title,
      createdBy: documents.createdBy,
      isMade: sql<boolean>`${isMade}`,
      base: sql<number>`base.seq`.mapWith(Number),
      head: sql<number | null>`written.seq`,
      writers: sql<string[]>`written.writers`,
      comments: sql<number>`said.count`,
      at: last,
      total: sql<number>`count(*) over ()`.mapWith(Number),
    })
    .from(documents)
    .innerJoin(base, isTrue)
    .innerJoin(written, isTrue)
    .innerJoin(said, isTrue)
    .where(
      and(
        eq(documents.groupId, groupId),
        isNull(documents.trashedAt),
        isListedTo(db, { userId, now }),
        or(sql`written.seq is not null`, sql`said.count > 0`, isMade),
      ),
    )
    .orderBy(desc(last), documents.id)
    .limit(limit);
  const names = await namesOf(
    db,
    rows.flatMap(({ writers, createdBy }) => [...writers, createdBy]),
  );
  const items = rows.map(({ id, title, ...row }) => {
    const facts: NewsFact[] = [];
    if (row.isMade) facts.push({ what: 'created' });
    else if (row.head !== null) facts.push({ what: 'written' });
    if (row.comments > 0) facts.push({ what: 'comments', count: row.comments });
    const who = row.isMade ? [row.createdBy, ...row.writers] : row.writers;
    const isComparable = row.head !== null && row.base > 0;
    return {
      kind: 'document' as const,
      id,
      title,
      href: paths.document({ id, title }),
      compareHref: isComparable
        ? paths.documentComparison({ id, title }, { from: row.base, to: Number(row.head) })
        : null,
      context: null,
      by: names(who),
      facts,
      at: row.at,
    };
  });
  return { items, total: rows[0]?.total ?? 0 };
}

const isTrue: SQL = sql`true`;
